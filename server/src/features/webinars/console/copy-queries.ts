import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";

// Copying a console: one statement a table, however many rows there are. New ids are drawn beside the old ones, so that
// what refers to a row finds its copy; files are shared.

export interface CopiedWidgets {
  fromIds: number[];
  toIds: number[];
}

/** Copies an event's widgets into another; answers which became which, in their order. */
export async function copyWidgets(db: Db, clientId: number, fromId: number, toId: number): Promise<CopiedWidgets> {
  const { rows } = await sql<{ fromId: number; toId: number }>`
    with source as materialized (
      select nextval(pg_get_serial_sequence('widgets', 'id')) as new_id, w.* from (
        select * from widgets
        where client_id = ${clientId} and event_id = ${fromId} and deleted_at is null order by position, id) w),
    copied as (
      insert into widgets (client_id, id, event_id, kind, name, position, area, is_open, content)
      select client_id, new_id, ${toId}, kind, name, position, area, is_open, content from source)
    select id as from_id, new_id as to_id from source order by new_id`.execute(db);
  return { fromIds: rows.map((row) => row.fromId), toIds: rows.map((row) => row.toId) };
}

/** Copies the resources of copied widgets; answers how many there are. */
export async function copyResources(
  db: Db,
  clientId: number,
  eventId: number,
  widgets: CopiedWidgets,
): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into resources (client_id, event_id, widget_id, position, name, url, file_id)
    select r.client_id, ${eventId}, m.to_id, r.position, r.name, r.url, r.file_id
    from ${mapping(widgets)} join resources r on r.client_id = ${clientId} and r.widget_id = m.from_id
    where r.deleted_at is null order by m.to_id, r.position, r.id`.execute(db);
  return Number(numAffectedRows ?? 0);
}

export async function copySpeakers(db: Db, clientId: number, eventId: number, widgets: CopiedWidgets): Promise<void> {
  await sql`
    insert into speakers (client_id, event_id, widget_id, position, name, title, company, email, twitter, linkedin,
      website, facebook, description, picture_file_id)
    select s.client_id, ${eventId}, m.to_id, s.position, s.name, s.title, s.company, s.email, s.twitter, s.linkedin,
      s.website, s.facebook, s.description, s.picture_file_id
    from ${mapping(widgets)} join speakers s on s.client_id = ${clientId} and s.widget_id = m.from_id
    order by m.to_id, s.position, s.id`.execute(db);
}

/** Copies survey questions with their answers. */
export async function copySurvey(db: Db, clientId: number, eventId: number, widgets: CopiedWidgets): Promise<void> {
  await sql`
    with source as materialized (
      select nextval(pg_get_serial_sequence('survey_questions', 'id')) as new_id, q.* from (
        select m.to_id, q.* from ${mapping(widgets)}
        join survey_questions q on q.client_id = ${clientId} and q.widget_id = m.from_id
        where q.deleted_at is null order by m.to_id, q.position, q.id) q),
    questions as (
      insert into survey_questions (client_id, id, event_id, widget_id, position, type, is_required, question, code)
      select client_id, new_id, ${eventId}, to_id, position, type, is_required, question, coalesce(code, id) from source)
    insert into survey_answers (client_id, question_id, position, answer)
    select a.client_id, source.new_id, a.position, a.answer
    from source join survey_answers a on a.client_id = ${clientId} and a.question_id = source.id`.execute(db);
}

function mapping({ fromIds, toIds }: CopiedWidgets) {
  return sql`unnest(${fromIds}::bigint[], ${toIds}::bigint[]) as m (from_id, to_id)`;
}
