import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { fail, Refusal } from "../../../errors.ts";
import { type Cue, readCues, WebVttError } from "../../../lib/webvtt.ts";
import { findEvent } from "../events/queries.ts";
import { captionChanges } from "./changes.ts";
import { removeCaptions, upsertCaption } from "./queries.ts";

interface Place {
  readonly clientId: number;
  readonly eventId: number;
  readonly actor: string;
}

/** Gives an event captions in a language, instead of those it had in it. Answers the language in its usual spelling. */
export async function setCaption(
  db: Db,
  { clientId, eventId, actor }: Place,
  given: { language: string; label?: string | undefined; vtt: string },
): Promise<{ language: string; label: string }> {
  const language = readLanguage(given.language);
  const label = given.label ?? nameOf(language);
  const vtt = given.vtt.replace(/^\u{FEFF}/u, "");
  requireCues(vtt);
  await inTransaction(db, async (tx) => {
    if (!(await findEvent(tx, clientId, eventId))) fail("event.unknown", { eventId });
    await upsertCaption(tx, { clientId, eventId, language, label, vtt });
    await captionChanges.record(tx, "captions.updated", { clientId, eventId, actor });
  });
  return { language, label };
}

/** Removes an event's captions, all or those of one language; answers how many there were. */
export async function deleteCaptions(db: Db, { clientId, eventId, actor }: Place, language?: string): Promise<number> {
  return inTransaction(db, async (tx) => {
    const count = await removeCaptions(tx, clientId, eventId, language);
    if (count > 0) await captionChanges.record(tx, "captions.deleted", { clientId, eventId, actor });
    return count;
  });
}

/** `EN-us` -> `en-US` */
export function readLanguage(text: string): string {
  const language = findLanguage(text);
  return language ?? fail("captions.language", { language: text });
}

/** The usual spelling of a BCP 47 tag, undefined for anything else. */
export function findLanguage(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch {
    return undefined;
  }
}

/** In the language itself, as players list it: `de` -> `Deutsch`. */
function nameOf(language: string): string {
  return new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
}

function requireCues(vtt: string): void {
  // PostgreSQL's text has no place for either.
  if (vtt.includes("\0") || !vtt.isWellFormed()) fail("captions.invalid", { fault: "It holds what is no character" });
  if (readCuesOrRefuse(vtt).length === 0) fail("captions.invalid", { fault: "There is no cue in it" });
}

function readCuesOrRefuse(vtt: string): Cue[] {
  try {
    return readCues(vtt);
  } catch (error) {
    throw error instanceof WebVttError ? new Refusal("captions.invalid", { fault: error.message }) : error;
  }
}
