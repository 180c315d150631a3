import { type Caller, type ClientRef, mayDo } from "../../../http/web/caller.ts";
import type { Right } from "../../../http/web/rights.ts";

/** The pages of an event's staff, in their order, and the right that each takes of who is signed in. */
const rightFor = {
  preview: "events.read",
  present: "events.present",
  door: "people.manage",
  "check-in": "people.manage",
  mailbox: "people.read",
  report: "events.read",
} as const satisfies Record<string, Right>;

export type StaffPlace = keyof typeof rightFor;

export const everyPlace = Object.keys(rightFor) as readonly StaffPlace[];

/** The pages that are open to a caller, of the events of a client. */
export function placesFor(caller: Caller, client: ClientRef | undefined): StaffPlace[] {
  return everyPlace.filter((place) => mayDo(caller, rightFor[place], client));
}
