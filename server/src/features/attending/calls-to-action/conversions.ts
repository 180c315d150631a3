import { type Selectable, sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { Conversions } from "../../../db/types.ts";
import { callToActionChanges } from "./changes.ts";

/** What somebody did by a call to action. */
export interface NewConversion {
  readonly clientId: number;
  readonly eventId: number;
  readonly registrantId: number;
  readonly widgetId: number;
  readonly widgetName: string;
  readonly purpose: string;
  readonly address?: string | undefined;
  readonly message?: string | undefined;
  /** Whether it counts once a person: to follow an address twice is not to book twice. */
  readonly isOnce: boolean;
  readonly at: Date;
}

/**
 * Writes conversions of those who attend, at most one of each person, with their changes. Answers the registrants whose
 * conversion is new.
 */
export async function insertConversions(tx: Db, conversions: readonly NewConversion[]): Promise<ReadonlySet<number>> {
  if (conversions.length === 0) return new Set();
  const input = conversions.map(({ at, ...conversion }) => ({
    ...{ client_id: conversion.clientId, event_id: conversion.eventId, registrant_id: conversion.registrantId },
    ...{ widget_id: conversion.widgetId, widget_name: conversion.widgetName, purpose: conversion.purpose },
    ...{ address: conversion.address, message: conversion.message, is_once: conversion.isOnce, at },
  }));
  const { rows } = await sql<{ registrantId: number }>`
    with input as (
      select * from json_to_recordset(${JSON.stringify(input)}::json) as x (client_id bigint, event_id bigint,
        registrant_id bigint, widget_id bigint, widget_name text, purpose text, address text, message text,
        is_once boolean, at timestamptz(3))
    ), held as (
      select i.* from attendees a join input i using (client_id, event_id, registrant_id)
      order by a.client_id, a.registrant_id for no key update of a
    ), converted as (
      insert into conversions (client_id, event_id, registrant_id, widget_id, widget_name, purpose, address, message,
        converted_at)
      select client_id, event_id, registrant_id, widget_id, widget_name, purpose, address, message, at from held h
      where not is_once or not exists (
        select from conversions c where c.client_id = h.client_id and c.registrant_id = h.registrant_id
          and c.widget_id = h.widget_id and c.purpose = h.purpose)
      returning client_id, event_id, id, registrant_id
    ), recorded as (
      insert into changes (client_id, event_id, kind, subject_id, actor)
      select client_id, event_id, ${callToActionChanges.name("call-to-action.converted")}, id, 'room' from converted
    )
    select registrant_id from converted`.execute(tx);
  return new Set(rows.map(({ registrantId }) => registrantId));
}

/** What calls to action have brought in an event, newest first. */
export async function listConversions(
  db: Db,
  { clientId, eventId }: { clientId: number; eventId: number },
  { before, limit }: { before: number | undefined; limit: number },
): Promise<Selectable<Conversions>[]> {
  return db
    .selectFrom("conversions")
    .selectAll()
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .$if(before !== undefined, (query) => query.where("id", "<", before ?? 0))
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
}
