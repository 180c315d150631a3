import type { Sealer } from "../../../../lib/sealer.ts";
import { personKeyOf, readPersonKey } from "./person-key.ts";

/** What the code of a ticket says: where staff check in whoever shows it. A phone's own camera opens it too. */
export function ticketOf(
  sealer: Sealer,
  publicUrl: string,
  { eventId, registrantId }: { eventId: number; registrantId: number },
): string {
  return `${publicUrl}/webcast/check-in?e=${eventId}&c=${personKeyOf(sealer, registrantId, "ticket")}`;
}

const MOST_CHARACTERS = 500;

/** The registrant of a ticket, by what its code says or by the key in it; undefined for what we never signed. */
export function readTicket(sealer: Sealer, text: string): number | undefined {
  if (text.length > MOST_CHARACTERS) return undefined;
  const key = URL.canParse(text) ? new URL(text).searchParams.get("c") : text.trim();
  return readPersonKey(sealer, key ?? "", "ticket");
}
