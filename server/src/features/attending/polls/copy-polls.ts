import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";

/** Gives a new event the polls of another, as they are asked now and as if never pushed. */
export async function copyPolls(db: Db, clientId: number, fromId: number, toId: number): Promise<void> {
  await sql`
    with source as materialized (
      select nextval(pg_get_serial_sequence('polls', 'id')) as new_id,
        nextval(pg_get_serial_sequence('poll_questions', 'id')) as new_question_id, p.* from (
          select p.*, q.id as question_id, q.type, q.question from polls p
          join poll_questions q on q.client_id = p.client_id and q.poll_id = p.id and q.replaced_at is null
          where p.client_id = ${clientId} and p.event_id = ${fromId} and p.deleted_at is null order by p.position, p.id) p
    ), copied as (
      insert into polls (client_id, id, event_id, position, is_anonymous, is_change_allowed, is_result_shown, is_on_demand)
      select client_id, new_id, ${toId}, position, is_anonymous, is_change_allowed, is_result_shown, is_on_demand from source
    ), asked as (
      insert into poll_questions (client_id, id, poll_id, type, question)
      select client_id, new_question_id, new_id, type, question from source
    )
    insert into poll_options (client_id, question_id, position, answer, is_right)
    select o.client_id, s.new_question_id, o.position, o.answer, o.is_right
    from source s join poll_options o on o.client_id = s.client_id and o.question_id = s.question_id`.execute(db);
}
