import type { FastifyReply, FastifyRequest } from "fastify";
import type { Db } from "../../../db/database.ts";
import { sendPage } from "../../../http/pages/layout.ts";
import { type Problem, problemPage, problems } from "../../../http/pages/problem-page.ts";
import { openEvent } from "../../webinars/events/open-event.ts";
import type { PageEvent } from "../../webinars/events/page-queries.ts";

/** Staff pages are asked for as `?e={event}&k={staff key}`. */
type StaffRequest = FastifyRequest<{ Querystring: { e?: unknown; k?: unknown } }>;
type Show = (event: PageEvent, reply: FastifyReply, request: FastifyRequest) => Promise<unknown>;

/** Makes a handler of what is shown to the staff of an event; everybody else is told alike that there is nothing. */
export function forStaff({ db }: { db: Db }, show: Show) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const { e, k } = (request as StaffRequest).query;
    const opened = await openEvent(db, { id: asText(e), key: asText(k) }, "staffKey");
    if ("closed" in opened) return sendProblem(reply, problems[opened.closed]);
    return show(opened.event, reply, request);
  };
}

/** A parameter that is sent twice is a list. */
export function asText(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

export function sendProblem(reply: FastifyReply, problem: Problem) {
  return sendPage(reply, problemPage(problem), { isSecret: true, status: problem.status });
}
