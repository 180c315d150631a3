import type { Selectable } from "kysely";
import { DateTime } from "luxon";
import { PDFDocument, rgb, StandardFonts } from "pdf-lib";
import { PNG } from "pngjs";
import type { Events } from "../server/src/db/types.ts";
import type { NewEvent } from "../server/src/features/webinars/events/create-event.ts";
import type { TestToken } from "../server/test/builders.ts";
import type { TestApp } from "../server/test/harness.ts";
import { callApi, makeVideo } from "../server/test/media-fixture.ts";

/** An event with everything that its pages can show, brought in as an integration would. */
export async function furnishEvent(app: TestApp, token: TestToken, given: Partial<NewEvent> = {}) {
  const event = await app.build.event(token.clientId, { ...webinar, ...given });
  const path = `/client/${token.clientId}/event/${event.id}`;
  const send = async (request: string, options: Parameters<TestApp["call"]>[2]) => {
    const answer = await app.call(token, request, options);
    if (answer.statusCode >= 300) throw new Error(`${request}: ${answer.statusCode} ${answer.body}`);
  };
  const metadata = (value: object) => ({ form: { metadata: JSON.stringify(value) } });
  const portrait = { name: "ada.png", content: makePortrait() };
  await send(`POST ${path}/speakerbio`, { ...metadata(speakers[0]), file: portrait });
  await send(`POST ${path}/speakerbio`, metadata(speakers[1]));
  const link = { matchname: "Related Content 1", name: "How the figures were measured", type: "URL" };
  await send(`POST ${path}/relatedcontent`, { form: { ...link, url: "https://example.com/figures" } });
  const file = { name: "handout.pdf", content: await makeSlides(["Handout"]) };
  await send(`POST ${path}/relatedcontent`, {
    form: { matchname: "Related Content 1", name: "Handout", type: "Resource" },
    file,
  });
  await send(`POST ${path}/surveyquestions`, metadata({ surveyquestions }));
  await send(`POST ${path}/textwithbanner`, metadata(agenda));
  const deck = { name: "quiet-machines.pdf", content: await makeSlides(slideTexts) };
  await send(`POST ${path}/slides`, { file: deck });
  return event;
}

const webinar: Partial<NewEvent> = {
  title: "Quiet machines: what a webinar is made of",
  promotionalSummary: "An hour on how sound, picture and questions find their way, and what to do when they do not.",
  abstract:
    "Everything that looks simple on the day was prepared before. We open the cupboard: cameras and microphones, the path of a picture to a thousand screens, and the people who answer questions.\n\nYou will see a console from behind, and take home a list to check before you go live.",
  startsAt: DateTime.now().plus({ days: 9 }).startOf("hour").toJSDate(),
  durationMinutes: 60,
};

const speakers = [
  {
    name: "Ada Okafor",
    title: "Head of Production",
    company: "Northlight Media",
    email: "ada@example.com",
    description: "Ada has put more than four hundred events on air, most of them on time.",
  },
  { name: "Jonas Weiß", title: "Sound engineer", company: "Northlight Media", email: "jonas@example.com" },
] as const;

const surveyquestions = [
  {
    questiontype: "singleoption",
    required: "Y",
    question: "How useful was this hour?",
    surveyanswers: ["Very", "Somewhat", "Not at all"],
  },
  { questiontype: "singletext", required: "N", question: "What should we show next time?", surveyanswers: [""] },
];

const agenda = {
  matchname: "Text With Banner 1",
  type: "table",
  content: [
    { column1: "10:00", column2: "Sound first" },
    { column1: "10:20", column2: "The path of a picture" },
    { column1: "10:45", column2: "Your questions" },
  ],
};

export const slideTexts = ["Quiet machines", "Sound comes first", "The path of a picture"];

async function makeSlides(texts: readonly string[]): Promise<Buffer> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.HelveticaBold);
  for (const text of texts) {
    const page = document.addPage([960, 540]);
    page.drawRectangle({ width: 960, height: 540, color: rgb(0.94, 0.95, 1) });
    page.drawRectangle({ x: 80, y: 170, width: 120, height: 8, color: rgb(0.19, 0.27, 0.79) });
    page.drawText(text, { x: 80, y: 250, size: 56, font, color: rgb(0.1, 0.13, 0.2) });
  }
  return Buffer.from(await document.save());
}

/** A picture of a person, roughly. */
function makePortrait(): Buffer {
  const size = 144;
  const image = new PNG({ width: size, height: size });
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const isHead = (x - 72) ** 2 + (y - 56) ** 2 < 28 ** 2;
      const isBody = (x - 72) ** 2 / 54 ** 2 + (y - 150) ** 2 / 58 ** 2 < 1;
      image.data.set(
        isHead ? [140, 92, 70, 255] : isBody ? [48, 70, 201, 255] : [222, 214, 200, 255],
        (y * size + x) * 4,
      );
    }
  return PNG.sync.write(image);
}

/** Uploads a real video, lets the workers at it, and puts it into the event's player. */
export async function addVideo(app: TestApp, token: TestToken, event: Selectable<Events>): Promise<void> {
  const content = await makeVideo("opening.mp4", ["-pix_fmt", "yuv420p"]);
  const uploaded = await app.call(token, `POST /client/${token.clientId}/mediamanager/uploadvideo`, {
    form: { metadata: JSON.stringify({ title: "Opening" }) },
    file: { name: "opening.mp4", content },
  });
  if (uploaded.statusCode !== 200) throw new Error(`uploadvideo: ${uploaded.statusCode} ${uploaded.body}`);
  await app.runJobs();
  const { media } = (await callApi(app, `GET /clients/${token.clientId}/media`)).json();
  const mediaIds = media.map((one: { mediaId: number }) => one.mediaId);
  const put = await callApi(app, `PUT /clients/${token.clientId}/events/${event.id}/videos`, { mediaIds });
  if (put.statusCode !== 200) throw new Error(`videos: ${put.statusCode} ${put.body}`);
}

export const captions = `WEBVTT

00:00.000 --> 00:01.000
Welcome, everybody.

00:01.000 --> 00:02.000
Let us begin with sound.
`;

/** Registers people on several days of the past two weeks. */
export async function registerPeople(app: TestApp, { clientId, id }: Selectable<Events>): Promise<void> {
  const perDay = [1, 3, 2, 0, 6, 9, 4, 5, 12, 7, 0, 3, 8, 14];
  await app.database.pool.query(
    `insert into registrants (client_id, event_id, email, email_key, created_at)
     select $1, $2, p.email, p.email, now() - make_interval(days => 14 - d.day::int)
     from unnest($3::int[]) with ordinality as d (people, day), generate_series(1, d.people) as n,
       concat('person-', d.day, '-', n, '@example.com') as p (email)`,
    [clientId, id, perDay],
  );
  await app.database.pool.query(
    `update event_totals set registrants = $3, attendees = 41, live_attendees = 33, on_demand_attendees = 11,
       live_ms = 33 * 2400000, archive_ms = 11 * 1500000, cumulative_live_ms = 33 * 2400000, cumulative_archive_ms = 11 * 1500000, questions_asked = 12, poll_responses = 58,
       survey_responses = 19, resource_downloads = 27, cta_clicks = 8, engagement_tenths = 41 * 64
     where client_id = $1 and event_id = $2`,
    [clientId, id, perDay.reduce((sum, people) => sum + people, 0)],
  );
}
