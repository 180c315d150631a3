import type { FastifyReply, FastifyRequest } from "fastify";
import Type from "typebox";
import { Refusal } from "../../errors.ts";
import { refusalOf } from "../refusal-of.ts";

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

/** Answers whatever was thrown as problem details. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const { code, status, message } = validationRefusal(error) ?? refusalOf(error, request);
  const problem = { type: `about:blank#${code}`, title: code, status, detail: message, instance: request.id };
  return reply.status(status).type("application/problem+json").send(JSON.stringify(problem));
}

function validationRefusal(error: unknown): Refusal | undefined {
  const { validation, message = "" } = error as { validation?: unknown; message?: string };
  return validation ? new Refusal("body.invalid", { faults: message }) : undefined;
}
