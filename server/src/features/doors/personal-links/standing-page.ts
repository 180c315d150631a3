import type { Html } from "../../../http/pages/html.ts";
import { withValues } from "../../../http/pages/said.ts";
import { addressesOf } from "../../webinars/event-emails/addresses.ts";
import { buttonForm, buttonLink, linkPage } from "./link-page.ts";
import { maskAddress } from "./mask-address.ts";
import type { OpenedLink } from "./open-link.ts";

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
  const { say } = words;
  return linkPage({
    words,
    event,
    heading: say(`links:standing.${standing}.heading`),
    says: withValues(say.pieces(`links:standing.${standing}.says`, { address: maskAddress(person.email) })),
    notice: place === undefined ? undefined : withValues(say.pieces("links:place", { place })),
    actions: actionsOf(link, standing),
  });
}

function actionsOf({ words: { say }, event, personKey }: OpenedLink, standing: Standing): Html[] {
  const { audience, join, calendar, confirm = "", cancel } = addressesOf("", event, personKey);
  if (standing === "active")
    return [buttonLink(join, say("links:enter")), buttonLink(calendar, say("links:addToCalendar"), "button second")];
  if (standing === "unconfirmed") return [buttonForm(confirm, say("links:confirmButton"))];
  if (standing === "pending" || standing === "waitlisted")
    return [buttonLink(cancel, say("links:cancelButton"), "button second")];
  return standing === "cancelled" ? [buttonLink(audience, say("links:registerAgain"))] : [];
}
