import type { FastifyInstance } from "fastify";
import { one } from "../../../http/v2/forms.ts";
import { readHandedSeat } from "../../admission/registration/people/handed-seat.ts";
import { giveSeat, readSeat, takeSeat } from "../../admission/registration/people/seat-cookie.ts";
import { findInvite } from "../../mail/compose/find-invite.ts";
import { eventAddresses } from "../../webinars/events/addresses.ts";
import { findSeated } from "./find-seated.ts";
import { openPage, type PageRequest, type RegistrationPageDeps } from "./open-page.ts";
import { sendShut } from "./send-form.ts";
import { sendLobby } from "./send-lobby.ts";
import { queryOf, wordsOf } from "./show-form.ts";

const hidden = { schema: { hide: true } };

/** Where whoever is registered waits; everybody else is led to the form. */
export function lobbyRoutes(app: FastifyInstance, deps: RegistrationPageDeps): void {
  app.get("/wcc/lobby/:id/:key", hidden, async (request, reply) => {
    const shown = await openPage(deps, (request as PageRequest).params);
    if ("problem" in shown) return sendShut(request, reply, shown);
    const query = queryOf(request);
    const addresses = eventAddresses(shown.event, "");
    const handed = readHandedSeat(one(query, "seat") ?? "", deps);
    if (handed !== undefined) {
      giveSeat(reply, deps, shown.event.id, handed);
      reply.headers({ "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" });
      return reply.redirect(addresses.lobby, 303);
    }
    const person = await findSeated(deps, shown, request);
    if (!person) {
      if (readSeat(request, deps.sealer, shown.event.id) !== undefined) takeSeat(reply, deps, shown.event.id);
      return reply.header("Cache-Control", "no-store").redirect(addresses.audience, 303);
    }
    return sendLobby(deps, reply, shown, wordsOf(request, shown, query, person.languageCode), true);
  });

  app.get("/wcc/lobby/:id/:key/calendar.ics", hidden, async (request, reply) => {
    const shown = await openPage(deps, (request as PageRequest).params);
    if ("problem" in shown) return sendShut(request, reply, shown);
    const registrantId = (await findSeated(deps, shown, request))?.id;
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
