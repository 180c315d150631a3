import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from "fastify";
import Type from "typebox";
import { fail, Refusal } from "../../errors.ts";
import { hashSecret } from "../../lib/secrets.ts";
import { refusalOf } from "../refusal-of.ts";

/** Routes of our own API: typed by their schemas, JSON only. */
export type WebApp = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/** RFC 9457. */
export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    instance: Type.String({ description: "The request's id" }),
  },
  { title: "Problem" },
);

export const problems = { "4xx": Problem, "5xx": Problem };

/** Serves our own API below `/api`; so far it is the operator's, opened by the operator key. */
export async function registerWeb(
  app: FastifyInstance,
  options: { operatorKey: string },
  define: (web: WebApp) => void,
): Promise<void> {
  const expected = hashSecret(options.operatorKey);
  await app.register(
    async (scope) => {
      scope.setErrorHandler((error, request, reply) => {
        const refusal = validationRefusal(error) ?? refusalOf(error, request);
        return reply
          .status(refusal.status)
          .type("application/problem+json")
          .send(JSON.stringify(presentProblem(refusal, request.id)));
      });
      scope.setNotFoundHandler((request) => fail("http.notFound", { path: request.url.split("?")[0] ?? "" }));
      scope.addHook("onRequest", async (request) => {
        const given = /^Bearer (.+)$/i.exec(request.headers.authorization ?? "")?.[1] ?? "";
        if (given === "" || !timingSafeEqual(hashSecret(given), expected)) fail("operator.wrongKey");
      });
      // Callers name JSON with every request, also where there is nothing to send.
      const parseJson = scope.getDefaultJsonParser("error", "error");
      scope.removeContentTypeParser("application/json");
      scope.addContentTypeParser("application/json", { parseAs: "string" }, (request, body, done) =>
        body === "" ? done(null, undefined) : parseJson(request, String(body), done),
      );
      define(scope.withTypeProvider<TypeBoxTypeProvider>() as unknown as WebApp);
    },
    { prefix: "/api" },
  );
}

function presentProblem(refusal: Refusal, requestId: string) {
  return {
    type: `about:blank#${refusal.code}`,
    title: refusal.code,
    status: refusal.status,
    detail: refusal.message,
    instance: requestId,
  };
}

function validationRefusal(error: unknown): Refusal | undefined {
  const { validation, message = "" } = error as { validation?: unknown; message?: string };
  return validation ? new Refusal("body.invalid", { faults: message }) : undefined;
}
