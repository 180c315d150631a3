import { findReaderLanguage } from "@lectern/texts/reader-language";
import type { FastifyRequest } from "fastify";
import { fail } from "../../../errors.ts";
import { clientAddress } from "../../../http/client-address.ts";
import { findFlag } from "../../../http/flags.ts";
import { emptyFields } from "../../../http/forms.ts";
import { checkPassword } from "../../admission/registration/gates/check-gates.ts";
import type { Arrival } from "../../admission/registration/gates/doors.ts";
import { guardGuesses } from "../../admission/registration/gates/guard-guesses.ts";
import { findPresent, type KnownPerson } from "../../admission/registration/people/address-queries.ts";
import type { RegistrationPageDeps } from "../registration-page/open-page.ts";
import type { Visiting } from "./answer-visitor.ts";
import type { OpenedEvent } from "./open-sent-event.ts";
import type { Source } from "./payload-names.ts";
import { findByExternalCode } from "./queries.ts";
import { readPerson } from "./read-person.ts";
import { type Sent, text } from "./read-sent.ts";
import { registerVisitor, type Visitor } from "./register-visitor.ts";

export interface DoorVisiting extends Visiting {
  readonly source: Source;
}

/** Registers whoever is sent, or changes the one with the same address. */
export async function register(
  deps: RegistrationPageDeps,
  { visit, sent, shown, source }: DoorVisiting,
): Promise<Visitor> {
  const { event, isHub } = shown;
  const { email, ...rest } = readPerson(sent, source, event.registrationFields);
  if (email === undefined) fail("registrant.fieldMissing", { field: "email" });
  return registerVisitor(
    { db: deps.db, writer: deps.registrantWriter },
    {
      event,
      given: { ...rest, email },
      arrival: { ...arrivalOf(visit.request, sent), ...passwordOf(deps, visit.request, { sent, event }) },
      isUpdated: !isHub || findFlag(sent.fields, "updateifexist") === true,
      isBlocked: source === "hub" && findFlag(sent.fields, "isblocked") === true,
      actor: `seamless:${source}`,
    },
  );
}

/** A hub's door: knows people also by the code they have elsewhere. */
export async function registerInHub(deps: RegistrationPageDeps, visiting: DoorVisiting): Promise<Visitor> {
  const { sent, shown } = visiting;
  if (text(sent, "email") !== undefined) return register(deps, visiting);
  // A system may know its people by a code alone, once they are registered.
  const { email } = await getKnown(deps, shown, sent);
  return register(deps, {
    ...visiting,
    sent: { ...sent, fields: Object.assign(emptyFields(), sent.fields, { email }) },
  });
}

/** Lets somebody in who is registered already, as the compatible product does: by address or code, and the password if there is one. */
export async function logIn(deps: RegistrationPageDeps, { visit, sent, shown }: DoorVisiting): Promise<Visitor> {
  const { event } = shown;
  // Asked first: who does not know it is not told who is registered.
  await checkPassword(event, "seamless", passwordOf(deps, visit.request, { sent, event }));
  const person = await getKnown(deps, shown, sent);
  return { ...person, isBlockedNow: false };
}

async function getKnown({ db }: RegistrationPageDeps, { event }: OpenedEvent, sent: Sent): Promise<KnownPerson> {
  const { clientId, id: eventId } = event;
  const { email } = readPerson(sent, "hub", []);
  const code = text(sent, "exteventusercd");
  if (email === undefined && code === undefined) fail("seamless.nobodyNamed");
  const person =
    (email !== undefined ? await findPresent(db, { clientId, eventId, email }) : undefined) ??
    (code !== undefined ? await findByExternalCode(db, clientId, eventId, code) : undefined);
  const isTarget = event.contentType === "experience" || text(sent, "experienceid") !== undefined;
  return person ?? fail(isTarget ? "seamless.targetUserUnknown" : "seamless.hubUserUnknown", { eventId });
}

function arrivalOf(request: FastifyRequest, sent: Sent): Arrival {
  const { referer: referrer, "user-agent": userAgent, "accept-language": acceptLanguage } = request.headers;
  const languageCode = findReaderLanguage({ asked: text(sent, "lang"), acceptLanguage });
  return {
    ipAddress: clientAddress(request),
    ...(referrer !== undefined && { referrer }),
    ...(userAgent !== undefined && { userAgent }),
    ...(languageCode !== undefined && { languageCode }),
  };
}

function passwordOf(
  { limits }: RegistrationPageDeps,
  request: FastifyRequest,
  { sent, event }: { sent: Sent; event: { id: number } },
) {
  const password = text(sent, "password");
  return {
    ...guardGuesses(limits, { request, eventId: event.id }),
    ...(password !== undefined && { password }),
  };
}
