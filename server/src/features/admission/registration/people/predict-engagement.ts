import { sql } from "kysely";

/** Webinars that are looked back at. */
const LOOK_BACK = 10;
/** Tenths of a score. */
const HIGH_TENTHS = 50;

export type EngagementLevel = "HIGH" | "MEDIUM" | "LOW";

/**
 * How engaged a registrant `r` will be who has not come in yet, by the client's webinars that the address was registered for
 * and that are over, the last ten: LOW who came to none, HIGH who came to half of them and did much there, MEDIUM everybody
 * else, of whom nothing is known yet, too.
 */
export function predictedEngagement(now: Date) {
  return sql<EngagementLevel>`(
    select case
      when count(*) = 0 then 'MEDIUM'
      when count(past.tenths) = 0 then 'LOW'
      when 2 * count(past.tenths) >= count(*) and avg(past.tenths) >= ${sql.lit(HIGH_TENTHS)} then 'HIGH'
      else 'MEDIUM' end
    from (
      select pa.engagement_tenths as tenths
      from registrants pr
      join events pe on pe.client_id = pr.client_id and pe.id = pr.event_id
      left join attendees pa on pa.client_id = pr.client_id and pa.registrant_id = pr.id
      where pr.client_id = r.client_id and pr.email_key = r.email_key and pr.status = 'active'
        and pe.deleted_at is null and pe.content_type = 'webcast' and pe.live_ends_at < ${now}
      order by pe.live_ends_at desc, pe.id desc limit ${sql.lit(LOOK_BACK)}
    ) past
  )`;
}
