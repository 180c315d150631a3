import type { Selectable } from "kysely";
import { expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";
import { eventParts } from "../../../app.ts";
import type { Events } from "../../../db/types.ts";
import { copyWebinar } from "./create-event.ts";

// A copy of an event with something in everything, compared table by table.

const furniture = `
  update events set funnel_stages = '{Awareness}', account_tag_ids = '{701}', is_registration_open = false,
    started_at = now(), ended_at = now(), created_by = 'Dana' where id = $event;
  with profile as (insert into event_profiles (client_id, name) values ($client, 'Standard') returning id)
    update events set event_profile_id = (select id from profile) where id = $event;
  update registration_fields set caption = 'Your ' || caption, options = '{one,two}' where event_id = $event;
  insert into registration_fields (client_id, event_id, position, field, caption, type)
    values ($client, $event, 99, 'std1', 'Diet', 'listbox');
  insert into registration_pages (client_id, event_id, banner, intro) values ($client, $event, '/files/key', 'Own');
  update event_emails set subject = 'Own ' || kind, body = 'Own body', is_activated = not is_activated where event_id = $event;
  update calendar_reminders set minutes_before = 30, subject = 'Own', location = 'Here' where event_id = $event;
  insert into files (client_id, id, key, name, media_type, byte_size, state) select $client, n, 'key' || n, 'f' || n, 'image/png', 1, 'stored'
    from generate_series(9001, 9005) n;
  update speakers set picture_file_id = 9001, description = 'Speaks.' where event_id = $event;
  update widgets set content = '{"own": true}', area = 'main', is_open = not is_open where event_id = $event and kind = 'qa';
  insert into slide_decks (client_id, id, event_id, position, file_id, state, pages_file_id, page_count)
    values ($client, 77, $event, 1, 9002, 'ready', 9003, 2);
  insert into slides (client_id, deck_id, page, text) values ($client, 77, 1, 'One'), ($client, 77, 2, 'Two');
  insert into media (client_id, id, kind, title, file_id, state) values ($client, 88, 'video', 'Film', 9004, 'ready');
  insert into event_videos (client_id, event_id, media_id, position) values ($client, $event, 88, 1);
  insert into captions (client_id, event_id, language, label, vtt) values ($client, $event, 'de', 'Deutsch', 'WEBVTT');
  insert into presenters (client_id, event_id, first_name, last_name, email, role)
    values ($client, $event, 'Pat', 'Producer', 'pat@example.com', 'producer');
  with poll as (insert into polls (client_id, event_id, position) values ($client, $event, 1) returning id)
    insert into poll_questions (client_id, poll_id, type, question) select $client, id, 'singletext', 'Why?' from poll;
  insert into idea_topics (client_id, event_id, position, title) values ($client, $event, 2, 'Later'), ($client, $event, 1, 'Now');
  insert into question_settings (client_id, event_id, is_open, is_moderated, is_anonymity_allowed)
    values ($client, $event, false, false, true);
  insert into group_chats (client_id, event_id, mode, slow_mode_seconds) values ($client, $event, 'moderated', 30);
`;

const app = await withApp();
const { id: clientId } = await app.build.client();
const token = await app.build.token(clientId);
const { id } = await app.build.event(clientId, {
  title: "Source",
  type: "encodeonsite",
  languageCode: "zh",
  countryCode: "TW",
  timeZone: "Europe/Berlin",
  startsAt: new Date("2027-12-20T17:00:00Z"),
  abstract: "About",
  promotionalSummary: "Come",
  isArchiveAvailable: false,
  isTest: true,
  isHybrid: true,
  venue: "Hall 1",
  address: "Hall Street 1",
  campaignCode: "CMP",
  campaignTags: ["kept", "apiexclude"],
});
await furnish(id);
const source = await rowOf(id);
const form = { liveStart: "2028-01-01T09:00:00", liveDuration: "30" };
const answer = await app.call(token, `POST /client/${clientId}/event?eventsource=${id}`, { form });
const copy = await rowOf(answer.json().wccevent.eventId);

async function rowOf(id: number): Promise<Selectable<Events>> {
  return app.database.db.selectFrom("events").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
}

/** By the product's own operations where they are at hand, by SQL where a file would have to be converted first. */
async function furnish(id: number): Promise<void> {
  const post = async (path: string, form: Record<string, string>, file?: { name: string; content: string }) => {
    const request = `POST /client/${clientId}/event/${id}/${path}`;
    const answer = await app.call(token, request, { form, ...(file && { file }) });
    expect([path, answer.statusCode, answer.body]).toEqual([path, 200, answer.body]);
  };
  const person = { firstname: "Ann", lastname: "Other", company: "Acme", partnerref: "EM" };
  await post("registrant", { ...person, email: "ann@example.com" });
  const pdf = { name: "paper.pdf", content: "%PDF-1.7\n" };
  await post("relatedcontent", { matchname: "Related Content 1", name: "Paper", type: "Resource" }, pdf);
  await post("speakerbio", { metadata: JSON.stringify({ name: "Ada", email: "ada@example.com", title: "Engineer" }) });
  const question = { questiontype: "singleoption", question: "Why?", surveyanswers: ["a", "b"] };
  await post("surveyquestions", { metadata: JSON.stringify({ surveyquestions: [question] }) });
  const { pool } = app.database;
  await pool.query(furniture.replaceAll("$client", String(clientId)).replaceAll("$event", String(id)));
}

const copiedTables = [
  "calendar_reminders",
  "captions",
  "event_emails",
  "event_videos",
  "group_chats",
  "idea_topics",
  "polls",
  "presenters",
  "question_settings",
  "registration_fields",
  "registration_pages",
  "resources",
  "slide_decks",
  "speakers",
  "survey_questions",
  "widgets",
];
/**
 * Figures, people and what was sent to them are an event's own, and so is who is let in; "contents" are of content, which has
 * no copies.
 */
const ownTables = [
  ...["changes", "contents", "event_gates", "event_mail_totals", "event_partner_totals", "event_totals"],
  ...[
    "forgettings",
    "forgotten_people",
    "imports",
    "mailbox",
    "mails",
    "registrants",
    "sso_sessions",
    "unsubscriptions",
  ],
  ...["attendees", "presenter_sessions", "room_messages", "rooms", "event_marks", "stages", "viewing_sessions"],
  ...["call_to_action_pushes", "certificates", "conversions", "ideas", "openings", "shares", "test_attempts"],
  ...[
    "survey_submissions",
    "surveys",
    "chat_lines",
    "chat_people",
    "check_ins",
    "engagement_gains",
    "questions",
    "raised_hands",
    "said_once",
    "reactions",
    "team_chat_lines",
  ],
];

test("it is known of every table below an event whether a copy takes its rows along", async () => {
  const { rows } = await app.database.pool.query(
    `select table_name from information_schema.columns
     where table_schema = 'public' and column_name = 'event_id'
       and table_name not in (select relname from pg_class where relispartition) order by table_name`,
  );
  const known = [...copiedTables, ...ownTables].sort();
  expect(rows.map((row) => row.table_name)).toEqual(known);
});

test.each(copiedTables)("%s come along", async (table) => {
  // Ids, the event they belong to and when they were written are the rows' own; a copied question's code names the first one.
  const read = async (eventId: number) => {
    const { rows } = await app.database.pool.query(
      `select to_jsonb(t) - '{id,event_id,widget_id,code,created_at,modified_at}'::text[] as row from ${table} t
       where event_id = $1 order by to_jsonb(t) - '{id,event_id,widget_id,code,created_at,modified_at}'::text[]`,
      [eventId],
    );
    return rows.map(({ row }) => row);
  };
  const rows = await read(source.id);
  expect(rows.length).toBeGreaterThan(0);
  expect(await read(copy.id)).toEqual(rows);
});

test("what hangs on copied rows comes along: the widgets of resources, texts of slides, answers of questions", async () => {
  const read = async (eventId: number) => {
    const { rows } = await app.database.pool.query(
      `select 'slide' as what, s.text, s.page from slides s join slide_decks d on d.id = s.deck_id where d.event_id = $1
       union all
       select q.question, a.answer, a.position from survey_answers a
         join survey_questions q on q.id = a.question_id where q.event_id = $1
       union all
       select w.kind, r.name, r.position from resources r join widgets w on w.id = r.widget_id
         where r.event_id = $1 and w.event_id = $1
       union all
       select w.kind, s.name, s.position from speakers s join widgets w on w.id = s.widget_id
         where s.event_id = $1 and w.event_id = $1
       order by 1, 2, 3`,
      [eventId],
    );
    return rows;
  };
  const rows = await read(source.id);
  expect(rows.map((row) => row.what)).toEqual(["Why?", "Why?", "related-content", "slide", "slide", "speaker-bio"]);
  expect(await read(copy.id)).toEqual(rows);
});

test("of the event itself everything comes along but its times, keys, archive and switches", () => {
  expect(copy).toEqual({
    ...source,
    id: copy.id,
    title: "Copy of Source",
    sourceEventId: source.id,
    startsAt: new Date("2028-01-01T17:00:00Z"),
    durationMinutes: 30,
    liveStartsAt: new Date("2028-01-01T16:45:00Z"),
    liveEndsAt: new Date("2028-01-01T17:30:00Z"),
    archiveStartsAt: new Date("2028-01-01T18:00:00Z"),
    archiveEndsAt: new Date("2028-12-31T18:00:00Z"),
    isArchiveAvailable: true,
    isRegistrationOpen: true,
    startedAt: null,
    endedAt: null,
    audienceKey: copy.audienceKey,
    previewKey: copy.previewKey,
    presentKey: copy.presentKey,
    reportKey: copy.reportKey,
    streamKey: copy.streamKey,
    createdBy: null,
    createdAt: copy.createdAt,
    modifiedAt: copy.modifiedAt,
  });
  for (const key of ["audienceKey", "previewKey", "presentKey", "reportKey", "streamKey"] as const)
    expect(copy[key]).not.toBe(source[key]);
});

test("people and figures do not", async () => {
  const { rows } = await app.database.pool.query(
    `select (select count(*) from registrants where event_id = $1) as people,
       (select count(*) from event_partner_totals where event_id = $1) as partners,
       (select registrants from event_totals where event_id = $1) as counted,
       (select resources_available from event_totals where event_id = $1) as resources`,
    [copy.id],
  );
  expect(rows).toEqual([{ people: 0, partners: 0, counted: 0, resources: 1 }]);
});

test("what the call names wins, tags included", async () => {
  const form = {
    liveStart: "01/01/2028 09:00 AM",
    liveDuration: "45",
    title: "Mine",
    eventType: "fav",
    languageCd: "en",
    countryCd: "UK",
    timeZone: "UTC",
    eventAbstract: "Other",
    promotionalSummary: "Stay",
    archiveAvailable: "N",
    campaignCode: "OTHER",
    tagCampaign: "new",
    hybrid: "N",
    testevent: "N",
    venue: "Hall 2",
    address: "Hall Street 2",
  };
  const answer = await app.call(token, `POST /client/${clientId}/event?eventsource=${source.id}`, { form });
  expect(answer.json().wccevent).toMatchObject({
    title: "Mine",
    goodAfter: "01/01/2028 09:00 AM",
    liveDuration: 2700,
    timeZone: "UTC",
    eventType: "fav",
    languageCd: "en",
    countryCd: "UK",
    eventAbstract: "Other",
    promotionalSummary: "Stay",
    archiveAvailable: false,
    campaignCode: "OTHER",
    tags: ["new"],
    hybrid: "N",
    testevent: "N",
    venue: "Hall 2",
    address: "Hall Street 2",
  });
});

test("a copy of a long title keeps within 250 characters", async () => {
  const { id } = await app.build.event(clientId, { title: "🎓".repeat(250) });
  const times = { startsAt: new Date("2028-01-01T09:00:00Z"), durationMinutes: 30 };
  const { title } = await copyWebinar(app.database.db, eventParts, clientId, id, times, { actor: "operator" });
  expect(title).toBe(`Copy of ${"🎓".repeat(242)}`);
});

test("a copy that is refused leaves nothing behind", async () => {
  const count = async () => (await app.database.pool.query("select count(*) as n from events")).rows[0].n;
  const before = await count();
  for (const form of [{ liveDuration: "30" }, { liveStart: "2028-01-01T09:00:00", liveDuration: "31" }]) {
    const answer = await app.call(token, `POST /client/${clientId}/event?eventsource=${source.id}`, {
      form: form as unknown as Record<string, string>,
    });
    expect([answer.statusCode, answer.json().message]).toEqual([
      400,
      expect.stringMatching(/^Webinar was not created due to errors in the parameters/),
    ]);
  }
  expect(await count()).toBe(before);
});

test("neither another client's event, nor a hub or content, is a source", async () => {
  const stranger = await app.build.event((await app.build.client()).id);
  const hub = await app.build.event(clientId, { type: "Engagement Hub" });
  const form = { liveStart: "2028-01-01T09:00:00", liveDuration: "30" };
  for (const id of [stranger.id, hub.id, "abc"]) {
    const answer = await app.call(token, `POST /client/${clientId}/event?eventsource=${id}`, { form });
    expect([answer.statusCode, answer.json().message]).toEqual([404, `The event ${id} doesn't exist.`]);
  }
});

test("into a global account nothing is copied", async () => {
  const global = await app.build.client();
  await app.build.changeClient(global.id, { isGlobal: true });
  const own = await app.build.token(global.id);
  const answer = await app.call(own, `POST /client/${global.id}/event?eventsource=${source.id}`, { form: {} });
  expect([answer.statusCode, answer.json().message]).toEqual([
    403,
    "Copying an event into a Global Client Account is not allowed.",
  ]);
});
