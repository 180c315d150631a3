import Fastify, { type FastifyInstance, type FastifyReply, LogController } from "fastify";
import type { Config } from "../config.ts";
import { Refusal } from "../errors.ts";
import { redactedInLogs } from "../lib/redacted-in-logs.ts";
import { trustIn } from "./client-address.ts";
import { compileWhenUsed } from "./compile-when-used.ts";
import { refusalOf } from "./refusal-of.ts";
import { isHost, rewriteSeamlessUrl, rewriteUrl } from "./rewrite-url.ts";
import { endSlowBodies } from "./slow-bodies.ts";

type ServerSettings = Pick<Config, "logLevel" | "trustProxy"> & Partial<Pick<Config, "seamlessHost">>;

/** A server that answers nothing yet but what does not exist. */
export function createServer({ logLevel, trustProxy, seamlessHost }: ServerSettings): FastifyInstance {
  const server = Fastify({
    logger: { level: logLevel, redact: redactedInLogs },
    // A line per request would cost more than many requests do; failures are logged where they happen.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: trustIn(trustProxy),
    requestIdHeader: false,
    genReqId: (request) => readRequestId(request.headers["x-request-id"]) ?? crypto.randomUUID(),
    // A misspelt property is an error the caller should hear of, not something to drop. Strict about numbers, Ajv does not look
    // again at what it made of the text "Infinity"; else that is out of bounds, and every number that we take has bounds.
    ajv: { customOptions: { removeAdditional: false, strictNumbers: false } },
    schemaController: { compilersFactory: compileWhenUsed },
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 1000 },
    rewriteUrl({ url = "/", headers }) {
      const rewritten = rewriteUrl(url);
      return isHost(headers.host, seamlessHost) ? rewriteSeamlessUrl(rewritten) : rewritten;
    },
    frameworkErrors: (_error, _request, reply) => {
      const refusal = new Refusal("http.badRequest");
      void (reply as FastifyReply).status(refusal.status).send({ message: refusal.message });
    },
    forceCloseConnections: "idle",
    return503OnClosing: false,
  });
  endSlowBodies(server);
  // An expectation that we do not know is one that we need not meet: some clients send an empty one.
  server.server.on("checkExpectation", (request, response) => server.server.emit("request", request, response));
  server.addHook("onRequest", (request, reply, done) => {
    reply.header("x-request-id", request.id);
    done();
  });
  server.setErrorHandler((error, request, reply) => {
    const refusal = refusalOf(error, request);
    return reply.status(refusal.status).send({ message: refusal.message });
  });
  server.setNotFoundHandler((request, reply) => {
    const refusal = new Refusal("http.notFound", { path: request.url.split("?")[0] ?? "" });
    return reply.status(refusal.status).send({ message: refusal.message });
  });
  return server;
}

/** A caller's own request id is kept when it is harmless to log and send back. */
function readRequestId(header: unknown): string | undefined {
  return typeof header === "string" && /^[\w.:-]{1,100}$/.test(header) ? header : undefined;
}
