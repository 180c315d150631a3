import type { FastifyRequest } from "fastify";
import { Refusal } from "../errors.ts";

/** Turns whatever was thrown into what the caller may know; faults of our own are logged and told by request id only. */
export function refusalOf(error: unknown, request: FastifyRequest): Refusal {
  if (error instanceof Refusal) {
    if (error.cause !== undefined) request.log.error({ err: error.cause }, error.message);
    return error;
  }
  const { statusCode, code } = error as { statusCode?: number; code?: string };
  if (code === "FST_ERR_CTP_BODY_TOO_LARGE")
    return new Refusal("body.tooLarge", { limit: request.routeOptions.bodyLimit ?? 0 });
  if (statusCode === 415) return new Refusal("body.mediaType", { type: request.headers["content-type"] ?? "" });
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return new Refusal("http.badRequest");
  if (isDatabaseAway(error)) {
    request.log.warn({ err: error }, "database unreachable");
    return new Refusal("server.busy");
  }
  request.log.error({ err: error }, "request failed");
  return new Refusal("server.fault", { requestId: request.id });
}

/** Connection refused or lost, server starting or stopping, pool exhausted: the caller may try again. */
function isDatabaseAway(error: unknown): boolean {
  const { code = "", message = "" } = error as { code?: string; message?: string };
  return (
    /^(ECONNREFUSED|ECONNRESET|ENOENT|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|EPIPE|57014|57P0[123]|08\w{3}|53300|40P01|25006)$/.test(
      code,
    ) ||
    /Connection terminated|timeout exceeded when trying to connect|Query read timeout|Cannot use a pool after calling end/.test(
      message,
    )
  );
}
