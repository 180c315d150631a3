import { registrationChanges } from "../changes.ts";

/**
 * The one statement that writes a group of registrants, their counters, change records and mails.
 *
 * Rows are written in the order of their key, and counters in theirs, so that processes never deadlock.
 * Each counter row is touched once per group: per registration it would cost a factor of five.
 * Absent fields keep what is stored; where somebody came from never changes after creation.
 *
 * @param columns of the registrants table beside client, event and key of the address, as the group's input has them.
 * @param isDecided whether the input tells the status of each and what it means for the counters; otherwise whoever is
 * new is let in.
 * @param hasMails whether anybody in the group may be owed a mail.
 */
export function writeStatement(
  columns: readonly string[],
  { isDecided, hasMails }: { isDecided: boolean; hasMails: boolean },
): string {
  const all = [...columns, "source_event_id", ...(isDecided ? ["status", "queue_number"] : [])];
  const effects = isDecided
    ? "i.counted, i.change, i.mail, i.occasion"
    : `w.is_new::int as counted, case when w.is_new then '${created}' else '${updated}' end as change,
    case when w.is_new then i.mail end as mail, '' as occasion`;
  return `
with input as (
  select * from json_to_recordset($1::json) as x (
    n int, client_id bigint, event_id bigint, email_key text, actor text, is_anonymous boolean, mail text,
    ${isDecided ? "counted int, change text, occasion text," : ""}
    ${all.map((column) => `${column} ${bigints.has(column) ? "bigint" : "text"}`).join(", ")})
), written as (
  insert into registrants as r (client_id, event_id, email_key, is_anonymous, ${all.join(", ")})
  select client_id, event_id, email_key, is_anonymous, ${all.join(", ")} from input order by event_id, email_key
  on conflict (client_id, email_key, event_id, email_rank) do update set
    email = excluded.email, last_activity_at = now()${updatesOf(all, isDecided)}
  returning r.client_id, r.event_id, r.id, r.email_key, r.partner_ref, r.created_at, r.xmax = 0 as is_new,
    case when r.xmax = 0 then null else to_json(r) end as stored
), answered as (
  select i.n, i.actor, ${effects}, w.* from written w join input i on i.event_id = w.event_id and i.email_key = w.email_key
), counted as (
  insert into event_totals as t (client_id, event_id, registrants, last_activity_at)
  select client_id, event_id, sum(counted), now() from answered where counted <> 0 group by 1, 2 order by 1, 2
  on conflict (client_id, event_id) do update set
    registrants = t.registrants + excluded.registrants, last_activity_at = excluded.last_activity_at
), counted_by_partner as (
  insert into event_partner_totals as t (client_id, event_id, partner_ref, registrants)
  select client_id, event_id, coalesce(partner_ref, ''), sum(counted) from answered where counted <> 0
  group by 1, 2, 3 order by 1, 2, 3
  on conflict (client_id, event_id, partner_ref) do update set registrants = t.registrants + excluded.registrants
), recorded as (
  insert into changes (client_id, event_id, kind, subject_id, actor)
  select client_id, event_id, change, id, actor from answered
)${hasMails ? mailed : ""}
select n, id, is_new, created_at, stored from answered`;
}

const mailed = `, mailed as (
  insert into mails (client_id, event_id, registrant_id, kind, occasion)
  select client_id, event_id, id, mail, occasion from answered where mail is not null
  on conflict do nothing
)`;

const created = registrationChanges.name("registrant.created");
const updated = registrationChanges.name("registrant.updated");

const bigints = new Set(["source_event_id", "queue_number"]);

/** Told by the first arrival, and not by a later one. */
const lasting = new Set(["email", "partner_ref", "door"]);

function updatesOf(columns: readonly string[], isDecided: boolean): string {
  const decided = isDecided
    ? `, status = excluded.status, queue_number = excluded.queue_number,
    created_at = case when r.status <> 'active' and excluded.status = 'active' then now() else r.created_at end`
    : "";
  return columns
    .filter((column) => !lasting.has(column) && column !== "status" && column !== "queue_number")
    .map((column) => `, ${column} = coalesce(excluded.${column}, r.${column})`)
    .concat(decided)
    .join("");
}
