import type { LightMyRequestResponse } from "fastify";
import { OPERATOR_KEY, type TestApp } from "./harness.ts";

/** One call of our own API with the operator's key; `request` is `POST /clients/1/hubs`. */
export function operate(app: TestApp, request: string, body?: object): Promise<LightMyRequestResponse> {
  const [method, path] = request.split(" ");
  return app.app.server.inject({
    method: method as "POST",
    url: `/api${path}`,
    headers: { authorization: `Bearer ${OPERATOR_KEY}` },
    ...(body && { payload: body }),
  });
}

/** The answer's body; a refusal fails the test with what it says. */
export async function operated<T = Record<string, unknown>>(app: TestApp, request: string, body?: object): Promise<T> {
  const answer = await operate(app, request, body);
  if (answer.statusCode >= 400) throw new Error(`${request}: ${answer.statusCode} ${answer.body}`);
  return (answer.body === "" ? undefined : answer.json()) as T;
}
