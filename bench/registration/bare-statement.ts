import type { BenchDatabase } from "./database.ts";
import { person } from "./person.ts";

/** The yardstick's own table: a counter as one row per registration, because a counter updated by everybody queues. */
export const createDeltas = `
create table registration_deltas (
  client_id bigint not null,
  event_id bigint not null,
  id bigint generated always as identity,
  registrants integer not null,
  primary key (client_id, event_id, id)
)`;

/** One registration as one statement and one transaction: the durable work of the product, without the product. */
export function bareStatement({ clientId, eventId }: BenchDatabase, emailExpression: string): string {
  const columns = Object.keys(person);
  const values = Object.values(person).map((value) => `'${value}'`);
  const updates = columns.map((column) => `${column} = coalesce(excluded.${column}, r.${column})`);
  const statement = `
    with written as (
      insert into registrants as r (client_id, event_id, email, email_key, ${columns.join(", ")})
      values (${clientId}, ${eventId}, ${emailExpression}, ${emailExpression}, ${values.join(", ")})
      on conflict (client_id, email_key, event_id, email_rank) do update set
        email = excluded.email, last_activity_at = now(), ${updates.join(", ")}
      returning r.client_id, r.event_id, r.id, r.created_at, r.xmax = 0 as is_new
    ), counted as (
      insert into registration_deltas (client_id, event_id, registrants)
      select client_id, event_id, 1 from written where is_new
    ), recorded as (
      insert into changes (client_id, event_id, kind, subject_id, actor)
      select client_id, event_id, case when is_new then 'registrant.created' else 'registrant.updated' end, id, 'token:101'
      from written
    ), mailed as (
      insert into mails (client_id, event_id, registrant_id, kind)
      select client_id, event_id, id, 'confirmation' from written where is_new on conflict do nothing
    )
    select id, is_new, created_at from written`;
  return statement.replace(/\s+/g, " ").trim();
}
