import type { Db } from "../../../db/database.ts";
import { fail } from "../../../errors.ts";
import { sanitiseHtml } from "../../../lib/safe-html.ts";
import { type Author, createEvent, type NewEvent } from "../../webinars/events/create-event.ts";
import { findEvent } from "../../webinars/events/queries.ts";
import { findContentMedia } from "./content-queries.ts";
import type { ContentKind } from "./content-types.ts";
import { insertContent, lockDerivative, setDerivativeContent } from "./content-writes.ts";
import { updateEventTexts } from "./queries.ts";

/** What a piece of content is made of. */
export type ContentSource =
  | { kind: "video" | "podcast" | "pdf" | "image"; mediaId: number }
  | { kind: "webpage"; url: string }
  | { kind: "article"; text: string }
  | { kind: "article"; derivativeId: number };

export interface NewContent {
  /** Required save for a derivative, which has one. */
  title?: string;
  abstract?: string;
  languageCode?: string;
  source: ContentSource;
}

/** Times of an event that does not happen: it is there from now on. */
export function timeless(now: Date): Pick<NewEvent, "timeZone" | "startsAt" | "durationMinutes"> {
  return { timeZone: "America/Los_Angeles", startsAt: now, durationMinutes: 1 };
}

/** Creates a piece of content, or answers the one that a derivative has become before. */
export async function createContent(
  tx: Db,
  clientId: number,
  content: NewContent,
  author: Author,
  now: Date,
): Promise<number> {
  const { source } = content;
  if ("derivativeId" in source) return createFromDerivative(tx, clientId, source.derivativeId, author, now);
  if ("mediaId" in source) await checkMedia(tx, clientId, source.mediaId, source.kind);
  if (content.title === undefined) fail("body.invalid", { faults: "title is missing." });
  const { title, abstract, languageCode = "en" } = content;
  const event = { ...timeless(now), title, languageCode, type: source.kind, ...(abstract && { abstract }) };
  const { id: eventId } = await createEvent(tx, clientId, event, author);
  const { kind: _, ...made } = "text" in source ? { ...source, text: sanitiseHtml(source.text) } : source;
  await insertContent(tx, { clientId, eventId, ...made });
  return eventId;
}

/** Which uploads can be what. */
const mediaTypes: Readonly<Record<Exclude<ContentKind, "webpage" | "article">, RegExp>> = {
  video: /^video\//,
  podcast: /^(audio|video)\//,
  pdf: /^application\/pdf$/,
  image: /^image\//,
};

async function checkMedia(tx: Db, clientId: number, mediaId: number, kind: keyof typeof mediaTypes): Promise<void> {
  const media = await findContentMedia(tx, clientId, mediaId);
  if (!media) fail("content.unsuitable", { reason: `The Media Manager has nothing with the id ${mediaId}.` });
  if (!mediaTypes[kind].test(media.mediaType))
    fail("content.unsuitable", { reason: `${media.mediaType} can't be shown as ${kind}.` });
}

async function createFromDerivative(tx: Db, clientId: number, id: number, author: Author, now: Date): Promise<number> {
  const derivative = await lockDerivative(tx, clientId, id);
  if (!derivative) fail("derivative.unknown", { mediaId: id });
  if (derivative.state !== "ready") fail("derivative.notReady", { mediaId: id });
  if (derivative.contentId !== null) return derivative.contentId;
  const source = await findEvent(tx, clientId, derivative.sourceEventId);
  const event = { ...timeless(now), title: derivative.title, languageCode: source?.languageCode ?? "en" };
  const { id: eventId } = await createEvent(tx, clientId, { ...event, type: "article" }, author);
  await updateEventTexts(tx, clientId, eventId, { funnelStages: derivative.funnelStages });
  await insertContent(tx, { clientId, eventId, derivativeId: id });
  await setDerivativeContent(tx, clientId, id, eventId);
  return eventId;
}
