import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

export interface Reply {
  /** 200 when undefined. */
  status?: number;
  headers?: Record<string, string>;
  /** Sent as JSON; a string as it is. */
  body?: unknown;
  /** Instead of an answer: close the connection, or never say a word. */
  instead?: "drop" | "hang";
}

export interface Seen {
  method: string;
  url: string;
  headers: IncomingMessage["headers"];
  body: string;
}

/** A real server that gives the scripted replies in turn, and 599 when they are used up. Ends with the test. */
export async function startScript(replies: Reply[]): Promise<{ baseUrl: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const left = [...replies];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { method = "", url = "", headers } = request;
    seen.push({ method, url, headers, body: Buffer.concat(parts).toString() });
    answer(response, left.shift() ?? { status: 599 });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

function answer(response: ServerResponse, { status = 200, headers, body, instead }: Reply): void {
  if (instead === "hang") return;
  if (instead === "drop") {
    response.socket?.destroy();
    return;
  }
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(typeof body === "string" || body === undefined ? body : JSON.stringify(body));
}
