import type { PlainKey } from "@lectern/texts/say";
import { Refusal } from "../../../errors.ts";
import { type Fields, one } from "../../../http/forms.ts";
import type { Visit } from "../../../http/pages/visit.ts";
import { type GateRefusal, keepsNewcomersOut } from "../../admission/registration/gates/check-gates.ts";
import { findGate } from "../../admission/registration/gates/gates.ts";
import { eventAddresses } from "../../webinars/events/addresses.ts";
import type { Spoken } from "../../webinars/events/event-language.ts";
import { phaseOf } from "../../webinars/events/event-phase.ts";
import { type Words, wordsFor } from "../../webinars/events/words.ts";
import type { RegistrationPageDeps } from "./open-page.ts";
import type { FormEvent } from "./page-event.ts";
import type { Place } from "./place.ts";
import type { Carried, Filling } from "./registration-form.ts";
import type { PageView } from "./registration-page.ts";

/** The words for a visit: `lang` in the address or in the form wins. @param stored the person's language, where one is known. */
export function wordsOf(
  { request }: Visit,
  { event }: { event: Spoken },
  sent: Fields,
  stored: string | null = null,
): Words {
  return wordsFor({ asked: one(sent, "lang"), stored, acceptLanguage: request.headers["accept-language"] }, event);
}

/** Names that go along from page to page unseen. */
const carriedNames = ["lang", "deletecookie", "camefrom"];

export function carriedOf(sent: Fields): Carried {
  return carriedNames.flatMap((name) => {
    const value = one(sent, name);
    return value === undefined ? [] : [[name, value] as const];
  });
}

/** What is the same for all who come at a time and read one language. */
export type Frame = Omit<PageView, keyof Filling | "faults">;

/** What to show around a form, as far as it follows from the event and the clock. */
export function frameOf(deps: RegistrationPageDeps, shown: FormEvent, place: Place, words: Words): Frame {
  const { event } = shown;
  const now = deps.now();
  const isOver = phaseOf(event, now) === "expired";
  const action = `/wcc/${place}/${event.id}/${event.audienceKey}`;
  return {
    words,
    action,
    now,
    isOver,
    address: eventAddresses(event, deps.publicUrl).audience,
    isOpen: !isOver && !keepsNewcomersOut(event, "page"),
    isPasswordAsked: findGate(event, "password", "page") !== undefined,
    isPasswordWrong: false,
    notice: closedNotice(shown, words, isOver),
    addressIn: (language) => `${action}?lang=${language}`,
  };
}

/** Why there is no form, by the producer's words if there are any. */
function closedNotice({ event }: FormEvent, { say }: Words, isOver: boolean): string | undefined {
  if (isOver) return say("form:refusals.expired");
  const loginOnly = findGate(event, "login-only", "page");
  const closed = findGate(event, "closed", "page");
  if (!event.isRegistrationOpen || closed) return closed?.ownText ?? say("form:refusals.closed");
  return loginOnly && (loginOnly.ownText ?? say("form:refusals.loginOnly"));
}

const keyOfRefusal: Record<GateRefusal, PlainKey> & Partial<Record<Refusal["code"], PlainKey>> = {
  "registration.closed": "form:refusals.closed",
  "admission.loginOnly": "form:refusals.loginOnly",
  "admission.password": "form:faults.password",
  "admission.referrer": "form:refusals.place",
  "admission.origin": "form:refusals.place",
  "admission.address": "form:refusals.address",
  "admission.full": "form:refusals.full",
  "admission.denied": "links:standing.denied.says",
};

/** A gate's refusal in the visitor's words; undefined for what is no gate's. */
export function noticeOf(error: unknown, { say }: Words): string | undefined {
  if (!(error instanceof Refusal)) return undefined;
  const key = keyOfRefusal[error.code];
  return key && String(error.params.ownText ?? say(key));
}
