import type { Sealer } from "../../../lib/sealer.ts";

// A page in a frame on another site gets no cookie of ours: it holds a ticket instead, in its memory only. It lets into the room
// of one event, for as long as a webinar may last.

const LIFE_MS = 24 * 3_600_000;

interface TicketDeps {
  readonly sealer: Sealer;
  now(): Date;
}

export function roomTicket({ sealer, now }: TicketDeps, eventId: number, registrantId: number): string {
  const text = [registrantId, eventId, now().getTime() + LIFE_MS].map((number) => number.toString(36)).join("-");
  return `${text}-${sealer.sign("room-ticket", text)}`;
}

/** Whose ticket it is; undefined for another event's, for what we never signed, and when it is too late. */
export function readRoomTicket({ sealer, now }: TicketDeps, eventId: number, ticket: string): number | undefined {
  const [, text = "", id = "", event = "", expires = "", signature = ""] =
    /^(([\da-z]{1,10})-([\da-z]{1,10})-([\da-z]{1,10}))-([\w-]{22})$/.exec(ticket) ?? [];
  const isGood =
    sealer.isSigned("room-ticket", text, signature) &&
    Number.parseInt(event, 36) === eventId &&
    Number.parseInt(expires, 36) > now().getTime();
  return isGood ? Number.parseInt(id, 36) : undefined;
}
