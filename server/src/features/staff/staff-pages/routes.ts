import type { FastifyInstance, FastifyReply } from "fastify";
import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { Refusal } from "../../../errors.ts";
import { sendPage } from "../../../http/pages/layout.ts";
import { siteOf } from "../../../http/pages/own-site.ts";
import { type Problem, problems } from "../../../http/pages/problem-page.ts";
import { refusalOf } from "../../../http/refusal-of.ts";
import { listStaffSignIns } from "../../doors/single-sign-on/providers/list-sign-ins.ts";
import { getListedEvent } from "../../insight/analytics/queries.ts";
import { listCaptions } from "../../webinars/captions/queries.ts";
import { listConsole } from "../../webinars/console/list-console.ts";
import { encoderAddresses, eventAddresses } from "../../webinars/events/addresses.ts";
import { endEvent } from "../../webinars/events/end-event.ts";
import { listRegistrationsPerDay, type PageEvent } from "../../webinars/events/page-queries.ts";
import { startEvent } from "../../webinars/events/start-event.ts";
import { listEventVideos } from "../../webinars/media/queries.ts";
import { listEventSlides } from "../../webinars/slides/queries.ts";
import { doorRoutes } from "./door-routes.ts";
import { entrancePage } from "./entrance-page.ts";
import { asText, forStaff, sendProblem } from "./for-staff.ts";
import { mailboxPageRoutes } from "./mailbox-routes.ts";
import { listWork } from "./preparation.ts";
import { presentPage } from "./present-page.ts";
import { previewPage } from "./preview-page.ts";
import { reportPage } from "./report-page.ts";

export interface EventPageDeps {
  readonly db: Kysely<Database>;
  readonly publicUrl: string;
  /** Whether mails go out through a server, rather than into the mailbox. */
  readonly isSendingMail: boolean;
  now(): Date;
}

const hidden = { schema: { hide: true } };
const secret = { isSecret: true };

/** The pages behind an event's addresses: the audience's, and those of its staff. */
export async function eventPageRoutes(app: FastifyInstance, deps: EventPageDeps): Promise<void> {
  await app.register(async (scope) => {
    scope.setErrorHandler((error, request, reply) => sendProblem(reply, describe(refusalOf(error, request))));
    // The buttons' forms send nothing but their address.
    scope.addContentTypeParser("application/x-www-form-urlencoded", (_request, body, done) => {
      body.resume();
      body.on("end", () => done(null));
    });
    staffRoutes(scope, deps);
    presentRoutes(scope, deps);
    doorRoutes(scope, deps);
    mailboxPageRoutes(scope, deps);
  });
}

function staffRoutes(app: FastifyInstance, deps: EventPageDeps): void {
  const { db, now, publicUrl } = deps;

  const preview = forStaff(deps, async (event, reply) => {
    const { clientId, id } = event;
    const [widgets, videos, slides, captions] = await Promise.all([
      listConsole(db, clientId, id),
      listEventVideos(db, clientId, id),
      listEventSlides(db, clientId, id),
      listCaptions(db, clientId, id),
    ]);
    const text = previewPage(event, { widgets, videos, slides, captions }, now());
    // Banners may come from anywhere.
    return sendPage(reply, text, { isSecret: true, showsForeignImages: true });
  });
  app.get("/webcast/previewlobby", hidden, preview);

  const report = forStaff(deps, async (event, reply) => {
    const { clientId, id } = event;
    const [totals, days] = await Promise.all([
      getListedEvent(db, clientId, id),
      listRegistrationsPerDay(db, clientId, event),
    ]);
    if (!totals) return sendProblem(reply, problems.deleted);
    const audienceAddress = eventAddresses(event, publicUrl).audience;
    return sendPage(reply, reportPage({ event, totals, days, now: now(), audienceAddress }), secret);
  });
  app.get("/webcast/report", hidden, report);

  app.get<{ Querystring: { client?: unknown } }>("/webcast/login", hidden, async ({ query }, reply) => {
    const client = asText(query.client)?.trim() || undefined;
    // Fifteen digits are exact as a number.
    const isNumber = client !== undefined && /^\d{1,15}$/.test(client);
    const signIns = isNumber ? await listStaffSignIns(db, Number(client)) : [];
    return sendPage(reply, entrancePage({ client, signIns }));
  });
}

function presentRoutes(app: FastifyInstance, deps: EventPageDeps): void {
  const { db, now, publicUrl } = deps;

  const showPresent = async (event: PageEvent, reply: FastifyReply, refusal?: Refusal) => {
    const work = await listWork(db, event);
    const encoders = event.type === "encodeonsite" ? encoderAddresses(event, publicUrl) : [];
    const text = presentPage({ event, now: now(), ...work, encoders, ...(refusal && { refusal: refusal.message }) });
    return sendPage(reply, text, { isSecret: true, ...(refusal && { status: refusal.status }) });
  };
  app.get(
    "/webcast/present",
    hidden,
    forStaff(deps, (event, reply) => showPresent(event, reply)),
  );

  for (const [name, change] of [
    ["start", startEvent],
    ["end", endEvent],
  ] as const) {
    const press = forStaff(deps, async (event, reply) => {
      try {
        await change(db, event.clientId, event.id, { now: now(), actor: "page:present" });
      } catch (error) {
        if (error instanceof Refusal) return showPresent(event, reply, error);
        throw error;
      }
      return reply.header("Referrer-Policy", "no-referrer").redirect(eventAddresses(event, "").present, 303);
    });
    app.post(`/webcast/present/${name}`, hidden, async (request, reply) =>
      siteOf(request, publicUrl) === "foreign" ? sendProblem(reply, problems.foreign) : press(request, reply),
    );
  }
}

function describe({ status, message }: Refusal): Problem {
  const heading = status >= 500 ? "That did not work" : "This request could not be understood";
  return { status, heading, text: message };
}
