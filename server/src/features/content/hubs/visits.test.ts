import { afterEach, beforeEach, expect, test } from "vitest";
import type { TestToken } from "../../../../test/builders.ts";
import { withApp } from "../../../../test/harness.ts";
import { buildMedia } from "../../../../test/media-builder.ts";
import { operated } from "../../../../test/operator-api.ts";

// What visitors do on the pages of a hub, through HTTP, and the figures that come of it.

const app = await withApp();
let clientId: number;
let token: TestToken;
let hub: { id: number; slug: string };

beforeEach(async () => {
  ({ id: clientId } = await app.build.client());
  token = await app.build.token(clientId);
  hub = await operated(app, `POST /clients/${clientId}/hubs`, { title: "Our <b>hub</b>" });
});
afterEach(() => {
  delete app.clock.now;
});

/** Adds a content and publishes it; answers its id. */
async function publish(body: object): Promise<number> {
  const path = `POST /clients/${clientId}/hubs/${hub.id}/contents`;
  const { contentId } = await operated<{ contentId: number }>(app, path, body);
  await operated(app, `${path}/${contentId}/publish`);
  return contentId;
}

const article = () => publish({ text: "<p>Read <em>this</em></p>", title: "An article" });

const pathOf = (id: number) => `/wcc/gateway/${hub.slug}/${id}`;

/** A browser: keeps its cookie, and says where its requests come from. */
function createVisitor(headers: Record<string, string> = {}) {
  let cookie = "";
  const send = async (method: "GET" | "POST", url: string, payload?: string, more: Record<string, string> = {}) => {
    const site = method === "POST" ? { "sec-fetch-site": "same-origin" } : {};
    const type = payload === undefined ? {} : { "content-type": "application/x-www-form-urlencoded" };
    const answer = await app.app.server.inject({
      method,
      url,
      headers: { ...(cookie && { cookie }), ...site, ...type, ...headers, ...more },
      ...(payload !== undefined && { payload }),
    });
    const set = answer.headers["set-cookie"];
    if (typeof set === "string") cookie = set.split(";")[0] ?? "";
    return answer;
  };
  return {
    open: (id: number) => send("GET", pathOf(id)),
    get: (url: string) => send("GET", url),
    act: (id: number, action: string, payload?: string, more?: Record<string, string>) =>
      send("POST", `${pathOf(id)}/${action}`, payload, more),
    cookie: () => cookie,
  };
}

async function activity(id = hub.id) {
  const answer = await app.call(token, `GET /client/${clientId}/event/${id}/contentactivity`);
  return { status: answer.statusCode, body: answer.json() };
}
const figuresOf = async (id: number) =>
  (await activity()).body.contents.find(({ eventid }: { eventid: number }) => eventid === id);

test("figures come from what visitors did, in the published shape", async () => {
  const pdf = await buildMedia(app, clientId, { name: "guide.pdf", mediaType: "application/pdf", content: "%PDF-1.7" });
  const document = await publish({ media: { mediaId: pdf, kind: "pdf" }, title: "Guide" });
  const webpage = await publish({ url: "https://example.com/", title: "Page" });
  const start = Date.parse("2026-03-01T12:00:00Z");
  app.clock.now = new Date(start);
  const [ann, bob] = [createVisitor(), createVisitor()];
  await ann.open(document);
  await ann.open(document);
  await bob.open(document);
  await bob.open(webpage);
  app.clock.now = new Date(start + 300_000);
  for (let times = 0; times < 4; times++)
    expect((await ann.act(document, "seconds", "seconds=60")).statusCode).toBe(204);
  await bob.act(document, "seconds", "seconds=30");
  await bob.act(webpage, "seconds", "seconds=30");
  await ann.act(document, "like");
  await bob.act(document, "dislike");
  await ann.act(document, "comment", "text=Very+good");
  await ann.act(document, "share");
  const file = await ann.act(document, "download");
  expect([file.statusCode, file.body]).toEqual([200, "%PDF-1.7"]);
  expect(file.headers["content-disposition"]).toBe("attachment; filename=guide.pdf");
  app.clock.now = new Date(start + 31 * 60_000);
  await ann.open(document);
  expect((await activity()).body).toEqual({
    eventid: hub.id,
    clientid: clientId,
    description: "Our <b>hub</b>",
    totalcontentviews: 4,
    contentviewers: 2,
    contents: [
      {
        eventid: document,
        clientid: clientId,
        description: "Guide",
        contenttype: "Document",
        totalviews: 3,
        uniqueviewers: 2,
        totalviewingduration: 5,
        averageviewingduration: 2.3,
        downloads: 1,
        likes: 1,
        dislikes: 1,
        comments: 1,
        shares: 1,
      },
      {
        eventid: webpage,
        clientid: clientId,
        description: "Page",
        contenttype: "Webpage",
        totalviews: 1,
        uniqueviewers: 1,
        likes: 0,
        dislikes: 0,
        comments: 0,
        shares: 0,
      },
    ],
  });
  const comments = await operated<{ comments: object[] }>(
    app,
    `GET /clients/${clientId}/hubs/${hub.id}/contents/${document}/comments`,
  );
  expect(comments.comments).toMatchObject([{ text: "Very good", happenedAt: new Date(start + 300_000).toISOString() }]);
});

test("an opinion is one a visitor: it changes sides, and is taken back by saying it again", async () => {
  const id = await article();
  const ann = createVisitor();
  await ann.open(id);
  await ann.act(id, "like");
  expect((await ann.open(id)).body).toContain('aria-pressed="true">Like');
  await ann.act(id, "dislike");
  expect(await figuresOf(id)).toMatchObject({ likes: 0, dislikes: 1 });
  await Promise.all([ann.act(id, "like"), createVisitor().act(id, "like")]);
  expect(await figuresOf(id)).toMatchObject({ likes: 1, dislikes: 0 });
  await ann.act(id, "like");
  expect(await figuresOf(id)).toMatchObject({ likes: 0, dislikes: 0 });
});

test("many at once: no view, like or second is lost or counted twice", async () => {
  const id = await article();
  const visitors = Array.from({ length: 8 }, () => createVisitor());
  await Promise.all(visitors.map((visitor) => visitor.open(id)));
  await Promise.all(
    visitors.flatMap((visitor) => [visitor.act(id, "like"), visitor.open(id), visitor.act(id, "share")]),
  );
  expect(await figuresOf(id)).toMatchObject({ totalviews: 8, uniqueviewers: 8, likes: 8, shares: 8 });
  expect((await activity()).body.contentviewers).toBe(8);
});

test("viewing time never exceeds the time that has passed, and hostile values are refused", async () => {
  const id = await article();
  const start = Date.now();
  app.clock.now = new Date(start);
  const ann = createVisitor();
  await ann.open(id);
  app.clock.now = new Date(start + 90_000);
  for (let times = 0; times < 10; times++) await ann.act(id, "seconds", "seconds=60");
  for (const hostile of ["seconds=61", "seconds=-5", "seconds=1e9", "seconds=0", "seconds=", "x=1", "seconds=99999"])
    expect((await ann.act(id, "seconds", hostile)).statusCode).toBe(400);
  const { viewingSeconds } = await app.database.db
    .selectFrom("hubContents")
    .select("viewingSeconds")
    .where("contentId", "=", id)
    .executeTakeFirstOrThrow();
  expect(viewingSeconds).toBe(90);
  expect(await figuresOf(id)).toMatchObject({ totalviewingduration: 2, averageviewingduration: 1.5 });
});

test("other sites act for nobody, and who has opened nothing has no say", async () => {
  const id = await article();
  const ann = createVisitor();
  await ann.open(id);
  for (const foreign of [
    { "sec-fetch-site": "cross-site", origin: "http://lectern.test" },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "none" },
  ])
    expect((await ann.act(id, "like", undefined, foreign)).statusCode).toBe(403);
  const headers = { cookie: ann.cookie() };
  const post = (more: Record<string, string>) =>
    app.app.server.inject({ method: "POST", url: `${pathOf(id)}/like`, headers: { ...headers, ...more } });
  expect((await post({})).statusCode).toBe(403);
  expect((await post({ origin: "https://evil.example" })).statusCode).toBe(403);
  expect((await post({ origin: "null" })).statusCode).toBe(403);
  expect(await figuresOf(id)).toMatchObject({ likes: 0 });
  expect((await post({ origin: "http://lectern.test" })).statusCode).toBe(303);
  const stranger = createVisitor({ cookie: "lectern_visitor=00000000-0000-4000-8000-000000000000" });
  for (const action of ["like", "share"]) await stranger.act(id, action);
  await createVisitor({ cookie: "lectern_visitor=' or 1=1" }).act(id, "dislike");
  expect(await figuresOf(id)).toMatchObject({ likes: 1, dislikes: 0, shares: 0, totalviews: 1 });
});

test("robots, prefetching and HEAD count no view", async () => {
  const id = await article();
  for (const headers of [{ "user-agent": "Googlebot/2.1" }, { "sec-purpose": "prefetch" }])
    expect((await createVisitor(headers).open(id)).statusCode).toBe(200);
  expect((await app.app.server.inject({ method: "HEAD", url: pathOf(id) })).statusCode).toBe(200);
  expect((await activity()).body).toMatchObject({ totalcontentviews: 0, contentviewers: 0 });
});

test("one visitor does not fill the counters", async () => {
  const id = await article();
  const ann = createVisitor();
  await ann.open(id);
  for (let times = 0; times < 55; times++) await ann.act(id, "share");
  expect(await figuresOf(id)).toMatchObject({ shares: 50 });
  for (const text of ["", "text=", `text=${"x".repeat(2001)}`])
    expect((await ann.act(id, "comment", text)).statusCode).toBe(400);
  expect(await figuresOf(id)).toMatchObject({ comments: 0 });
});

test("figures stay when content is taken off; what was never seen is not listed then", async () => {
  const [seen, unseen] = [await article(), await article()];
  await createVisitor().open(seen);
  for (const id of [seen, unseen]) await operated(app, `DELETE /clients/${clientId}/hubs/${hub.id}/contents/${id}`);
  const { body } = await activity();
  expect(body).toMatchObject({ totalcontentviews: 1, contentviewers: 1, contents: [{ eventid: seen, totalviews: 1 }] });
  expect(body.contents).toHaveLength(1);
});

test("an event that is no hub, and one that does not exist, are refused alike", async () => {
  const webinar = await app.build.event(clientId);
  for (const id of [webinar.id, await article(), 99_999_999]) {
    const message = `The Engagement Hub or Target Experience ${id} doesn't exist.`;
    expect(await activity(id)).toEqual({ status: 404, body: { message } });
  }
  const experience = await operated<{ id: number }>(app, `POST /clients/${clientId}/hubs`, {
    title: "x",
    kind: "experience",
  });
  expect((await activity(experience.id)).status).toBe(200);
  await app.build.changeEvent(hub.id, { isActive: false });
  expect(await activity()).toEqual({ status: 403, body: { message: `The event ${hub.id} is inactive.` } });
});

test("the cookie is random, and no script reads it", async () => {
  const id = await article();
  const first = await app.app.server.inject(pathOf(id));
  expect(first.headers["set-cookie"]).toMatch(
    /^lectern_visitor=[\da-f-]{36}; Path=\/wcc\/gateway; Max-Age=\d+; HttpOnly; SameSite=Lax$/,
  );
});

test("pages escape what people wrote, and show each kind of content", async () => {
  const video = await buildMedia(app, clientId, { name: "a.mp4", mediaType: "video/mp4" });
  const image = await buildMedia(app, clientId, { name: "a.png", mediaType: "image/png" });
  const sound = await buildMedia(app, clientId, { name: "a.mp3", mediaType: "audio/mpeg" });
  const pdf = await buildMedia(app, clientId, { name: "a.pdf", mediaType: "application/pdf", content: "%PDF-1.7" });
  const webinar = await app.build.event(clientId, { title: "<script>alert(1)</script>" });
  const shows: [object, RegExp][] = [
    [{ media: { mediaId: video, kind: "video" }, title: "V" }, /<video[^>]*controls[^>]* src="\/files\/[\da-f]{32}"/],
    [{ media: { mediaId: sound, kind: "podcast" }, title: "S" }, /<audio[^>]*controls[^>]* src="\/files\/[\da-f]{32}"/],
    [{ media: { mediaId: image, kind: "image" }, title: "I" }, /<img src="\/files\/[\da-f]{32}" alt="I">/],
    [{ media: { mediaId: pdf, kind: "pdf" }, title: "P" }, /<iframe[^>]*\/document" title="P"/],
    [{ url: "https://example.com/?a=1&b=2", title: "W" }, /href="https:\/\/example\.com\/\?a=1&#38;b=2"/],
    [{ text: "<p>Read <em>this</em></p>", title: "A" }, /<p>Read <em>this<\/em><\/p>/],
    [{ contentId: webinar.id }, new RegExp(`href="/wcc/r/${webinar.id}/${webinar.audienceKey}"`)],
  ];
  const visitor = createVisitor();
  for (const [body, shown] of shows) {
    const answer = await visitor.open(await publish(body));
    expect(answer.statusCode).toBe(200);
    expect(answer.headers["content-type"]).toContain("text/html");
    expect(answer.body).toMatch(shown);
    expect(answer.body).not.toContain("<script>");
    expect(answer.body.match(/<h1/g)).toHaveLength(1);
  }
  const overview = await visitor.open(hub.id);
  expect(overview.body).toContain("Our &#60;b&#62;hub&#60;/b&#62;");
  expect(overview.body).not.toContain("<script>alert");
  const document = await app.database.db
    .selectFrom("contents")
    .select("eventId")
    .where("mediaId", "=", pdf)
    .executeTakeFirstOrThrow();
  const inline = await visitor.get(`${pathOf(document.eventId)}/document`);
  expect(inline.headers["content-disposition"]).toMatch(/^inline/);
  expect(inline.headers["content-security-policy"]).not.toContain("sandbox");
});

test("the overview is narrowed down by category and filters, and says when nothing is left", async () => {
  const path = `/clients/${clientId}/hubs/${hub.id}`;
  expect((await createVisitor().open(hub.id)).body).toContain("Nothing has been published here yet.");
  type Sorted = { categories: { id: number }[]; filterGroups: { filters: { id: number }[] }[] };
  const { categories } = await operated<Sorted>(app, `PUT ${path}/categories`, { categories: [{ name: "One" }] });
  const { filterGroups } = await operated<Sorted>(app, `PUT ${path}/filters`, {
    groups: [
      { name: "Level", filters: [{ name: "Low" }, { name: "High" }] },
      { name: "Size", filters: [{ name: "Big" }] },
    ],
  });
  const [low, high, big] = filterGroups.flatMap(({ filters }) => filters.map(({ id }) => id));
  await publish({ text: "x", title: "First", categoryIds: [categories[0]?.id], filterIds: [low, big] });
  await publish({ text: "x", title: "Second", filterIds: [high] });
  const titles = async (query: string) => {
    const { body } = await createVisitor().get(`${pathOf(hub.id)}${query}`);
    return ["First", "Second"].filter((title) => body.includes(`<strong>${title}</strong>`));
  };
  expect(await titles("")).toEqual(["First", "Second"]);
  expect(await titles(`?category=${categories[0]?.id}`)).toEqual(["First"]);
  expect(await titles(`?filter=${low}&filter=${high}`)).toEqual(["First", "Second"]);
  expect(await titles(`?filter=${high}&filter=${big}`)).toEqual([]);
  expect(await titles("?category=abc&filter=9&page=99999&page=x")).toEqual(["First", "Second"]);
  const { body } = await createVisitor().get(`${pathOf(hub.id)}?filter=${high}&filter=${big}`);
  expect(body).toContain("Nothing here matches.");
  expect(body).toContain(`value="${high}" checked`);
});

test("more than a page is cut into pages", async () => {
  for (let at = 0; at < 25; at++) await publish({ url: "https://example.com/", title: `Item ${at}` });
  const first = await createVisitor().get(pathOf(hub.id));
  expect(first.body.match(/<strong>Item/g)).toHaveLength(24);
  expect(first.body).toContain("Page 1 of 2");
  const second = await createVisitor().get(`${pathOf(hub.id)}?page=2`);
  expect(second.body.match(/<strong>Item/g)).toHaveLength(1);
});

test("what is not there for visitors is a page that says so", async () => {
  const id = await article();
  const hidden = await operated<{ contentId: number }>(app, `POST /clients/${clientId}/hubs/${hub.id}/contents`, {
    text: "x",
    title: "Hidden",
  });
  const visitor = createVisitor();
  for (const path of [
    pathOf(hidden.contentId),
    `/wcc/gateway/no-such-hub/${id}`,
    pathOf(99_999_999),
    `/wcc/gateway/${hub.slug}/abc`,
    `${pathOf(id)}/document`,
  ]) {
    const answer = await visitor.get(path);
    expect([answer.statusCode, answer.headers["content-type"]]).toEqual([404, "text/html; charset=utf-8"]);
  }
  expect((await visitor.act(id, "explode")).statusCode).toBe(404);
  expect((await visitor.act(id, "download")).statusCode).toBe(404);
  await app.build.changeClient(clientId, { isActive: false });
  expect((await visitor.open(id)).statusCode).toBe(404);
  expect((await visitor.act(id, "like")).statusCode).toBe(404);
});
