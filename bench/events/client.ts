import { once } from "node:events";
import { Agent, type IncomingMessage, request } from "node:http";
import { buffer } from "node:stream/consumers";

/** The compatible API as an integration calls it: one kept connection, one call at a time. */
export interface ApiClient {
  /** Answers the parsed body; throws when it is not a 200. */
  call(method: "GET" | "POST", path: string, form?: Record<string, string>): Promise<unknown>;
  close(): void;
}

export function createApiClient(port: number, token: { key: string; secret: string }): ApiClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const credentials = { accesstokenkey: token.key, accesstokensecret: token.secret };
  return {
    async call(method, path, form) {
      const body = form && new URLSearchParams(form).toString();
      const type = body !== undefined && { "content-type": "application/x-www-form-urlencoded" };
      const headers = { ...credentials, ...type, "content-length": body?.length ?? 0 };
      const asked = request({ host: "127.0.0.1", port, agent, method, path: `/v2${path}`, headers });
      asked.end(body);
      const [answer] = (await once(asked, "response")) as [IncomingMessage];
      const text = (await buffer(answer)).toString();
      if (answer.statusCode !== 200) throw new Error(`${method} ${path}: ${answer.statusCode} ${text}`);
      return JSON.parse(text);
    },
    close: () => agent.destroy(),
  };
}
