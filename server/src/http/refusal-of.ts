import type { FastifyRequest } from "fastify";
import { Refusal } from "../errors.ts";
import { isPassing } from "../lib/passing-fault.ts";

/** What of a request tells why it was refused. */
export type Refused = Pick<FastifyRequest, "id" | "log"> & {
  readonly headers?: FastifyRequest["headers"];
  readonly routeOptions?: { readonly bodyLimit?: number | undefined };
};

/** Turns whatever was thrown into what the caller may know; faults of our own are logged and told by request id only. */
export function refusalOf(error: unknown, request: Refused): Refusal {
  if (error instanceof Refusal) {
    if (error.cause !== undefined) request.log.error({ err: error.cause }, error.message);
    return error;
  }
  const { statusCode, code } = error as { statusCode?: number; code?: string };
  if (code === "FST_ERR_CTP_BODY_TOO_LARGE")
    return new Refusal("body.tooLarge", { limit: request.routeOptions?.bodyLimit ?? 0 });
  if (statusCode === 415) return new Refusal("body.mediaType", { type: request.headers?.["content-type"] ?? "" });
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return new Refusal("http.badRequest");
  if (isPassing(error)) {
    request.log.warn({ err: error }, "the database or the disk cannot serve for now");
    return new Refusal("server.busy");
  }
  request.log.error({ err: error }, "request failed");
  return new Refusal("server.fault", { requestId: request.id });
}
