import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { Claim } from "../../../jobs/claimed-work.ts";
import { unroll } from "../../../lib/rolling-captions.ts";
import { sanitiseHtml } from "../../../lib/safe-html.ts";
import { readCues, WebVttError } from "../../../lib/webvtt.ts";
import { listCaptionTexts } from "../../webinars/captions/queries.ts";
import { findEvent } from "../../webinars/events/queries.ts";
import { derivativeChanges } from "./changes.ts";
import { GenerationError, type TextGenerator, type Transcript } from "./generator.ts";
import type { TextKind } from "./kinds.ts";
import { type Derivative, updateDerivative } from "./queries.ts";

/** Makes a derivative's text of its webinar's captions. Throws GenerationError when that is not possible. */
export async function generateDerivative(
  db: Db,
  derivative: Derivative,
  generator: TextGenerator,
  claim: Claim,
): Promise<void> {
  const { clientId, id, sourceEventId } = derivative;
  const event = await findEvent(db, clientId, sourceEventId);
  if (!event) throw new GenerationError("The webinar has been deleted.");
  const transcript = await readTranscript(db, clientId, sourceEventId, event.languageCode);
  const { title, html } = await generator.generate(derivative.kind as TextKind, transcript, event);
  const text = sanitiseHtml(html);
  if (text === "") throw new GenerationError("The text service answered without a text.");
  await inTransaction(db, async (tx) => {
    await claim.complete(tx);
    await updateDerivative(tx, clientId, id, { title, text });
    const change = { clientId, eventId: sourceEventId, subjectId: id, actor: "job:generate-derivative" };
    await derivativeChanges.record(tx, "derivative.ready", change);
  });
}

/** The captions in the webinar's language, or else in the first there is. */
async function readTranscript(db: Db, clientId: number, eventId: number, languageCode: string): Promise<Transcript> {
  const captions = await listCaptionTexts(db, clientId, eventId);
  const base = (code: string) => code.toLowerCase().split("-")[0];
  const chosen = captions.find(({ language }) => base(language) === base(languageCode)) ?? captions[0];
  if (!chosen) throw new GenerationError("The webinar has no captions to make a text of.");
  try {
    const cues = unroll(readCues(chosen.vtt)).filter(({ text }) => text.trim() !== "");
    if (cues.length === 0) throw new GenerationError("Nothing is said in the captions.");
    return { languageCode: chosen.language, cues };
  } catch (error) {
    if (error instanceof WebVttError) throw new GenerationError(`The captions can't be read. ${error.message}`);
    throw error;
  }
}
