import type { Html } from "../../../http/pages/html.ts";
import { addressesOf } from "../../webinars/event-emails/addresses.ts";
import { buttonForm, buttonLink, linkPage } from "./link-page.ts";
import { fillWith } from "./link-words.ts";
import { maskAddress } from "./mask-address.ts";
import type { OpenedLink } from "./open-link.ts";
import type { Said } from "./texts/link-texts.ts";

/** Where somebody stands: a status that is told to the person, or why it is of no use now. */
export type Standing =
  | "deleted-event"
  | "inactive"
  | "blocked"
  | "active"
  | "unconfirmed"
  | "full"
  | "pending"
  | "waitlisted"
  | "denied"
  | "cancelled";

/** What keeps a person from entering, "active" for nothing. */
export function standingOf({ event, person }: Pick<OpenedLink, "event" | "person">): Standing {
  if (event.deletedAt) return "deleted-event";
  if (!event.isActive || !event.isClientActive) return "inactive";
  if (person.isBlocked) return "blocked";
  return person.status === "deleted" ? "cancelled" : (person.status as Standing);
}

const statusCodes: Partial<Record<Standing, number>> = {
  "deleted-event": 410,
  inactive: 403,
  blocked: 403,
  denied: 403,
};

export function standingCode(standing: Standing): number {
  return statusCodes[standing] ?? 200;
}

/** Tells a person where they stand and what comes next. @param place on the waiting list. */
export function standingPage(link: OpenedLink, standing: Standing, place?: number): string {
  const { words, event, person } = link;
  const { texts } = words;
  const said: Readonly<Record<Standing, Said>> = {
    "deleted-event": texts.deleted,
    inactive: texts.inactive,
    blocked: texts.blocked,
    active: texts.registered,
    unconfirmed: texts.confirm,
    full: texts.full,
    pending: texts.pending,
    waitlisted: texts.waitlisted,
    denied: texts.denied,
    cancelled: texts.cancelled,
  };
  const [heading, says] = said[standing];
  return linkPage({
    words,
    event,
    heading,
    says: fillWith(says, { address: maskAddress(person.email) }),
    notice: place === undefined ? undefined : fillWith(texts.place, { place: String(place) }),
    actions: actionsOf(link, standing),
  });
}

function actionsOf({ words: { texts }, event, personKey }: OpenedLink, standing: Standing): Html[] {
  const { audience, join, calendar, confirm = "", cancel } = addressesOf("", event, personKey);
  if (standing === "active")
    return [buttonLink(join, texts.enter), buttonLink(calendar, texts.addToCalendar, "button second")];
  if (standing === "unconfirmed") return [buttonForm(confirm, texts.confirmButton)];
  if (standing === "pending" || standing === "waitlisted")
    return [buttonLink(cancel, texts.cancelButton, "button second")];
  return standing === "cancelled" ? [buttonLink(audience, texts.registerAgain)] : [];
}
