import type { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import type { FastifyInstance } from "fastify";

export interface Pace {
  /** A body is looked at so often. */
  readonly windowMs: number;
  /** What it must have brought since the last look, unless it is at its end. */
  readonly leastBytes: number;
}

/** About 500 bytes a second, as Apache's mod_reqtimeout asks for: a form comes within seconds, an upload may take days. */
const PACE: Pace = { windowMs: 30_000, leastBytes: 16 * 1024 };

/** Ends requests whose bodies come so slowly that their senders only hold connections: 408, whatever reads the body. */
export function endSlowBodies(server: FastifyInstance, pace: Pace = PACE): void {
  server.addHook("onRequest", ({ raw }, reply, done) => {
    if (hasBody(raw)) watchBody(raw, reply.raw, pace);
    done();
  });
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

function watchBody(request: IncomingMessage, response: ServerResponse, { windowMs, leastBytes }: Pace): void {
  const { socket } = request;
  // What is injected holds no connection.
  if (!(socket instanceof Socket)) return;
  let seen = socket.bytesRead;
  const timer = setInterval(() => {
    const came = socket.bytesRead - seen;
    seen += came;
    // What has come and waits for us is not the sender's fault.
    const isOurTurn = request.complete || request.readableLength > 0;
    if (isOurTurn || came >= leastBytes) return;
    if (!response.headersSent) socket.write("HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n");
    socket.destroySoon();
  }, windowMs).unref();
  request.once("close", () => clearInterval(timer));
}
