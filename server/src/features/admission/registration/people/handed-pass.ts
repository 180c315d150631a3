import type { Sealer } from "../../../../lib/sealer.ts";

// From a frame on another site, or a host that only receives forms, no cookie of ours reaches the lobby: the pass travels in
// its address. Addresses stay in histories and logs, so this one opens nothing for long; to be good only once it would
// have to be written down, and whoever reads it in time could as well log in with the person's e-mail address.

const LIFE_MS = 15 * 60_000;

interface HandingDeps {
  readonly sealer: Sealer;
  now(): Date;
}

/** The lobby's address for somebody who has just been let in; whichever browser opens it in time gets the pass. */
export function lobbyWithPass(lobby: string, { sealer, now }: HandingDeps, registrantId: number): string {
  const text = `${registrantId.toString(36)}-${(now().getTime() + LIFE_MS).toString(36)}`;
  return `${lobby}?seat=${text}-${sealer.sign("handed-seat", text)}`;
}

/** Whose pass an address hands over; undefined for what we never signed, and when it is too late. */
export function readHandedPass(key: string, { sealer, now }: HandingDeps): number | undefined {
  const [, text = "", id = "", expires = "", signature = ""] =
    /^(([\da-z]{1,10})-([\da-z]{1,10}))-([\w-]{22})$/.exec(key) ?? [];
  const isGood = sealer.isSigned("handed-seat", text, signature) && Number.parseInt(expires, 36) > now().getTime();
  return isGood ? Number.parseInt(id, 36) : undefined;
}
