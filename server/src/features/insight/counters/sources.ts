/** Where a few counters of a table of totals can be counted again. */
export interface CounterSource {
  readonly table: "event_totals" | "event_partner_totals" | "event_mail_totals";
  /** Of the totals beside client and event. */
  readonly key?: string;
  /** Rows with client_id, event_id and, where there is one, the key. */
  readonly rows: string;
  /** What each counter is of those rows. */
  readonly counters: Readonly<Record<string, string>>;
}

const sums = (...columns: readonly string[]) => Object.fromEntries(columns.map((name) => [name, `sum(${name})`]));

const ofPurpose = (...purposes: readonly string[]) =>
  `count(*) filter (where purpose in (${purposes.map((purpose) => `'${purpose}'`).join(", ")}))`;

/** Whoever counts as registered; the forgotten stay counted who were not deleted before. */
const registered = `registrants r where r.status = 'active' or r.status = 'forgotten' and not exists (
  select from forgotten_people f where f.registrant_client_id = r.client_id and f.registrant_id = r.id
    and f.status_before = 'deleted')`;

/** Every counter of the tables of totals, each once; docs/metrics.md says what they mean. */
export const counterSources: readonly CounterSource[] = [
  { table: "event_totals", rows: `select * from ${registered}`, counters: { registrants: "count(*)" } },
  {
    table: "event_partner_totals",
    key: "partner_ref",
    rows: `select r.client_id, r.event_id, coalesce(r.partner_ref, '') as partner_ref from ${registered}`,
    counters: { registrants: "count(*)" },
  },
  {
    table: "event_totals",
    rows: "select * from attendees",
    counters: {
      attendees: "count(*)",
      live_attendees: "count(*) filter (where live_sessions > 0)",
      on_demand_attendees: "count(*) filter (where archive_sessions > 0)",
      ...sums(
        "live_ms",
        "archive_ms",
        "live_media_ms",
        "archive_media_ms",
        "cumulative_live_ms",
        "cumulative_archive_ms",
      ),
    },
  },
  {
    table: "event_totals",
    rows: `select client_id, event_id, engagement_tenths from attendees
      union all select client_id, event_id, -tenths from engagement_gains`,
    counters: sums("engagement_tenths"),
  },
  {
    table: "event_totals",
    rows: "select * from questions",
    counters: { questions_asked: "count(*)", questions_answered: "count(answered_at)" },
  },
  {
    table: "event_totals",
    rows: "select p.client_id, p.event_id from poll_runs u join polls p on p.client_id = u.client_id and p.id = u.poll_id where not u.is_practice",
    counters: { polls_pushed: "count(*)" },
  },
  {
    table: "event_totals",
    rows: "select p.client_id, p.event_id from poll_answers a join polls p on p.client_id = a.client_id and p.id = a.poll_id",
    counters: { poll_responses: "count(*)" },
  },
  { table: "event_totals", rows: "select * from surveys", counters: { surveys_presented: "count(*)" } },
  { table: "event_totals", rows: "select * from survey_submissions", counters: { survey_responses: "count(*)" } },
  {
    table: "event_totals",
    rows: `select o.client_id, o.event_id, o.opens, o.registrant_id, case o.kind when 'widget' then w.kind else o.kind end as kind
      from openings o left join widgets w on o.kind = 'widget' and w.client_id = o.client_id and w.id = o.thing_id`,
    counters: {
      share_viewers: "count(*) filter (where kind = 'share-this')",
      share_views: "sum(opens) filter (where kind = 'share-this')",
      twitter_viewers: "count(*) filter (where kind = 'twitter')",
      twitter_views: "sum(opens) filter (where kind = 'twitter')",
      cta_clicks: "sum(opens) filter (where kind = 'call-to-action')",
      resource_downloads: "count(*) filter (where kind = 'resource')",
      resource_downloaders: "count(distinct registrant_id) filter (where kind = 'resource')",
    },
  },
  {
    table: "event_totals",
    rows: "select * from conversions",
    counters: {
      meeting_conversions: ofPurpose("meeting"),
      demo_conversions: ofPurpose("demo"),
      free_trial_requests: ofPurpose("free-trial"),
      drifts: ofPurpose("drift"),
      contact_requests: ofPurpose("contact-us"),
      pricing_requests: ofPurpose("pricing", "price-quote"),
    },
  },
  {
    table: "event_totals",
    rows: "select * from chat_lines where not is_practice",
    counters: { chat_messages: "count(*)" },
  },
  {
    table: "event_totals",
    rows: "select * from resources where deleted_at is null",
    counters: { resources_available: "count(*)" },
  },
  {
    table: "event_totals",
    rows: "select * from test_attempts",
    counters: { tests_submitted: "count(*)", tests_passed: "count(*) filter (where is_passed)" },
  },
  {
    // Nothing writes it yet.
    table: "event_totals",
    rows: "select client_id, event_id from event_totals where false",
    counters: { registration_page_hits: "count(*)" },
  },
  {
    table: "event_mail_totals",
    key: "kind",
    rows: "select * from mails",
    counters: {
      sent: "count(*) filter (where state in ('sent', 'bounced'))",
      bounced: "count(*) filter (where state = 'bounced')",
      opened: "count(opened_at)",
      clicked: "count(clicked_at)",
    },
  },
];
