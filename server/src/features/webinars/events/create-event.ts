import type { Insertable, Selectable } from "kysely";
import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { Events } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { EventPart } from "../../../feature.ts";
import { cutText } from "../../../lib/cut-text.ts";
import { eventChanges } from "./changes.ts";
import { campaignColumns, typeColumns } from "./event-columns.ts";
import { makeKey } from "./event-keys.ts";
import { eventTimes } from "./event-times.ts";
import { findEvent, insertEvent } from "./queries.ts";

/** What a producer decides of a new event; see the events table for meanings. */
export interface NewEvent {
  title: string;
  type: string;
  languageCode: string;
  countryCode?: string;
  timeZone: string;
  /** The announced start. */
  startsAt: Date;
  durationMinutes: number;
  abstract?: string;
  promotionalSummary?: string;
  isArchiveAvailable?: boolean;
  isTest?: boolean;
  isHybrid?: boolean;
  venue?: string;
  address?: string;
  campaignCode?: string;
  campaignTags?: string[];
  accountTagIds?: number[];
}

export interface Author {
  /** As in changes.actor. */
  actor: string;
  /** Shown as the event's creator. */
  name?: string;
}

/** Characters. */
export const MAX_TITLE = 250;

/** Creates an event by itself: what hubs and content are. */
export async function createEvent(
  db: Db,
  clientId: number,
  event: NewEvent,
  author: Author,
): Promise<Selectable<Events>> {
  return inTransaction(db, async (tx) => {
    const created = await insertEvent(tx, toRow(clientId, event, author));
    await eventChanges.record(tx, "event.created", { clientId, eventId: created.id, actor: author.actor });
    return created;
  });
}

/** Creates a webinar, with what each part gives a new one: registration page, console, e-mails. */
export async function createWebinar(
  db: Db,
  parts: readonly EventPart[],
  clientId: number,
  event: NewEvent,
  author: Author,
): Promise<Selectable<Events>> {
  return inTransaction(db, async (tx) => {
    const created = await createEvent(tx, clientId, event, author);
    for (const part of parts) await part.onCreate?.(tx, created);
    return created;
  });
}

/**
 * Copies a webinar: texts, tags and campaign code come along, and what each part takes along; the start, the archive's
 * settings and who may register do not. What `changes` names wins over the source's.
 */
export async function copyWebinar(
  db: Db,
  parts: readonly EventPart[],
  clientId: number,
  sourceId: number,
  changes: Partial<NewEvent> & Pick<NewEvent, "startsAt" | "durationMinutes">,
  author: Author,
): Promise<Selectable<Events>> {
  return inTransaction(db, async (tx) => {
    const source = await findEvent(tx, clientId, sourceId);
    if (!source) fail("event.unknown", { eventId: sourceId });
    // Language and country are one choice: another language does not keep the source's country.
    const { countryCode, ...taken } = takenAlong(source);
    const keepsCountry = changes.languageCode === undefined && countryCode !== undefined;
    const event = { ...taken, ...(keepsCountry && { countryCode }), ...changes };
    const created = await insertEvent(tx, { ...toRow(clientId, event, author), ...takenRow(source) });
    for (const part of parts) await part.onCopy?.(tx, clientId, sourceId, created.id);
    await eventChanges.record(tx, "event.created", { clientId, eventId: created.id, actor: author.actor });
    return created;
  });
}

function takenAlong(source: Selectable<Events>): Omit<NewEvent, "startsAt" | "durationMinutes"> {
  return {
    title: cutText(`Copy of ${source.title}`, MAX_TITLE),
    type: source.type,
    languageCode: source.languageCode,
    timeZone: source.timeZone,
    isTest: source.isTest,
    isHybrid: source.isHybrid,
    campaignTags: source.campaignTags,
    accountTagIds: source.accountTagIds,
    ...(source.countryCode !== null && { countryCode: source.countryCode }),
    ...(source.abstract !== null && { abstract: source.abstract }),
    ...(source.promotionalSummary !== null && { promotionalSummary: source.promotionalSummary }),
    ...(source.venue !== null && { venue: source.venue }),
    ...(source.address !== null && { address: source.address }),
    ...(source.campaignCode !== null && { campaignCode: source.campaignCode }),
  };
}

function takenRow(source: Selectable<Events>) {
  return { sourceEventId: source.id, funnelStages: source.funnelStages, eventProfileId: source.eventProfileId };
}

function toRow(clientId: number, event: NewEvent, author: Author): Insertable<Events> {
  const campaignTags = event.campaignTags ?? [];
  return {
    ...event,
    ...eventTimes(event),
    clientId,
    ...typeColumns(event.type),
    campaignTags,
    ...campaignColumns(campaignTags),
    audienceKey: makeKey(),
    previewKey: makeKey(),
    presentKey: makeKey(),
    reportKey: makeKey(),
    createdBy: author.name ?? null,
  };
}
