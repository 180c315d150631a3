import type { FastifyInstance, FastifyReply } from "fastify";
import { sendPage } from "../../http/pages/layout.ts";
import { one } from "../../http/v2/forms.ts";
import { problemPage } from "../event-pages/problem-page.ts";
import { eventAddresses } from "../events/addresses.ts";
import { findInvite } from "../mail/find-invite.ts";
import { readPersonKey } from "../registration/person-key.ts";
import { findRegistrant } from "../registration/person-queries.ts";
import { giveSeat, readSeat, takeSeat } from "../registration/seat-cookie.ts";
import { lobbyPage } from "./lobby-page.ts";
import { openPage, type PageRequest, type RegistrationPageDeps } from "./open-page.ts";
import type { FormEvent } from "./page-event.ts";
import type { PageWords } from "./page-words.ts";
import { queryOf, wordsOf } from "./show-form.ts";

const hidden = { schema: { hide: true } };

/** Where whoever is registered waits; everybody else is led to the form. */
export function lobbyRoutes(app: FastifyInstance, deps: RegistrationPageDeps): void {
  app.get("/wcc/lobby/:id/:key", hidden, async (request, reply) => {
    const shown = await openPage(deps, (request as PageRequest).params);
    if ("problem" in shown)
      return sendPage(reply, problemPage(shown.problem), { isSecret: true, status: shown.problem.status });
    const query = queryOf(request);
    const addresses = eventAddresses(shown.event, "");
    // From a frame on another site, whose browser keeps no cookie of ours there: the seat comes in the address once.
    const handed = readPersonKey(deps.sealer, one(query, "seat") ?? "", "seat");
    if (handed !== undefined) {
      giveSeat(reply, deps, shown.event.id, handed);
      return reply.header("Cache-Control", "no-store").redirect(addresses.lobby, 303);
    }
    if ((await findSeated(deps, shown, request as PageRequest)) === undefined) {
      if (readSeat(request, deps.sealer, shown.event.id) !== undefined) takeSeat(reply, deps, shown.event.id);
      return reply.header("Cache-Control", "no-store").redirect(addresses.audience, 303);
    }
    return sendLobby(deps, reply, shown, wordsOf(request, shown, query));
  });

  app.get("/wcc/lobby/:id/:key/calendar.ics", hidden, async (request, reply) => {
    const shown = await openPage(deps, (request as PageRequest).params);
    if ("problem" in shown)
      return sendPage(reply, problemPage(shown.problem), { isSecret: true, status: shown.problem.status });
    const registrantId = await findSeated(deps, shown, request as PageRequest);
    const { audience } = eventAddresses(shown.event, deps.publicUrl);
    if (registrantId === undefined) return reply.redirect(audience, 303);
    const help = `${deps.publicUrl}/wcc/help/${shown.event.id}`;
    const { clientId, id: eventId } = shown.event;
    // The browser has only told an address: what cancels and unsubscribes stays in the mails.
    const addresses = { audience, help, join: audience, calendar: audience, cancel: help, unsubscribe: help };
    const invite = await findInvite(
      deps.db,
      { clientId, eventId, registrantId },
      { mailFrom: deps.mailFrom, now: deps.now() },
      () => addresses,
    );
    return reply
      .type("text/calendar; charset=utf-8; method=PUBLISH")
      .headers({ "Content-Disposition": `attachment; filename="event-${eventId}.ics"`, "Cache-Control": "no-store" })
      .send(invite);
  });
}

async function findSeated(
  { db, sealer }: RegistrationPageDeps,
  { event }: FormEvent,
  request: PageRequest,
): Promise<number | undefined> {
  const registrantId = readSeat(request, sealer, event.id);
  if (registrantId === undefined) return undefined;
  const person = await findRegistrant(db, { clientId: event.clientId, eventId: event.id, registrantId });
  return person?.status === "active" && !person.isBlocked ? registrantId : undefined;
}

export function sendLobby(deps: RegistrationPageDeps, reply: FastifyReply, shown: FormEvent, words: PageWords) {
  const { id, audienceKey } = shown.event;
  const addresses = eventAddresses(shown.event, deps.publicUrl);
  const text = lobbyPage(shown, {
    words,
    now: deps.now(),
    calendarAddress: `/wcc/lobby/${id}/${audienceKey}/calendar.ics`,
    signOutAddress: `/wcc/signout/${id}/${audienceKey}`,
    audienceAddress: addresses.audience,
  });
  const isForeignPicture = shown.settings.banner?.startsWith("https:") ?? false;
  return sendPage(reply, text, { isSecret: true, showsForeignImages: isForeignPicture });
}
