import type { Sealer } from "../../../lib/sealer.ts";

export interface PresenterLink {
  readonly presenterId: number;
  readonly version: number;
}

/** What a presenter's own link carries. Nobody else can make it; another version of it ends it. */
export function presenterKey(sealer: Sealer, { presenterId, version }: PresenterLink): string {
  const text = `${presenterId.toString(36)}-${version.toString(36)}`;
  return `${text}-${sealer.sign("presenter", text)}`;
}

/** Undefined for what we never signed. */
export function readPresenterKey(sealer: Sealer, key: string): PresenterLink | undefined {
  const [, text = "", id = "", version = "", signature = ""] =
    /^(([\da-z]{1,10})-([\da-z]{1,6}))-([\w-]{22})$/.exec(key) ?? [];
  if (!sealer.isSigned("presenter", text, signature)) return undefined;
  return { presenterId: Number.parseInt(id, 36), version: Number.parseInt(version, 36) };
}

/** Where a presenter comes in. */
export function deskAddress(
  sealer: Sealer,
  publicUrl: string,
  { id, eventId, linkVersion }: { id: number; eventId: number; linkVersion: number },
): string {
  const key = presenterKey(sealer, { presenterId: id, version: linkVersion });
  return `${publicUrl}/webcast/desk/${eventId}?presenter=${key}`;
}
