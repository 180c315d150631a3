import { beforeEach, expect, test } from "vitest";
import type { TestToken } from "../../../../test/builders.ts";
import { OPERATOR_KEY, withApp } from "../../../../test/harness.ts";
import { buildMedia } from "../../../../test/media-builder.ts";
import { operate, operated } from "../../../../test/operator-api.ts";
import { exif, jpeg } from "../../../../test/picture-fixture.ts";

const app = await withApp();
let clientId: number;
let token: TestToken;

beforeEach(async () => {
  ({ id: clientId } = await app.build.client());
  token = await app.build.token(clientId);
});

interface Hub {
  id: number;
  slug: string;
  url: string;
  categories: { id: number; name: string }[];
  filterGroups: { name: string; filters: { id: number; name: string }[] }[];
}
interface Content {
  contentId: number;
  [key: string]: unknown;
}

const createHub = (body: object = {}) =>
  operated<Hub>(app, `POST /clients/${clientId}/hubs`, { title: "Our videos", ...body });
const add = (hubId: number, body: object) =>
  operated<Content>(app, `POST /clients/${clientId}/hubs/${hubId}/contents`, body);
const publish = (hubId: number, contentId: number) =>
  operated(app, `POST /clients/${clientId}/hubs/${hubId}/contents/${contentId}/publish`);
const listing = async (id: number | string, by = token) => {
  const answer = await app.call(by, `GET /client/${by.clientId}/ehub/${id}/content`);
  return { status: answer.statusCode, body: answer.json() };
};
const changeKinds = async () =>
  (
    await app.database.db.selectFrom("changes").select("kind").where("clientId", "=", clientId).orderBy("id").execute()
  ).map(({ kind }) => kind);

test("a hub is an event, with a slug of its title that no other hub has", async () => {
  const hub = await createHub({ title: "Café & Météo", abstract: "All of it" });
  expect(hub).toMatchObject({ kind: "hub", title: "Café & Météo", slug: "cafe-meteo", isActive: true, categories: [] });
  expect(hub.url).toBe(`http://lectern.test/wcc/gateway/cafe-meteo/${hub.id}`);
  const listed = await app.call(token, `GET /client/${clientId}/event?contenttype=gateway`);
  expect(listed.json().events).toMatchObject([
    { eventid: hub.id, eventtype: "Engagement Hub", contenttype: "gateway" },
  ]);
  const second = await createHub({ title: "Café Météo" });
  expect(second.slug).toBe(`cafe-meteo-${second.id}`);
  const third = await createHub({ title: "视频" });
  expect(third.slug).toBe(`hub-${third.id}`);
  expect((await operated<{ hubs: Hub[] }>(app, `GET /clients/${clientId}/hubs`)).hubs.map(({ id }) => id)).toEqual([
    hub.id,
    second.id,
    third.id,
  ]);
  expect(await changeKinds()).toContain("hub.created");
});

test("title and slug change; a slug that is taken is refused and changes nothing", async () => {
  const hub = await createHub({ slug: "first-hub" });
  const other = await createHub({ slug: "other-hub" });
  const path = `/clients/${clientId}/hubs/${hub.id}`;
  expect(await operated(app, `PATCH ${path}`, { title: "New", slug: "new-hub" })).toMatchObject({
    title: "New",
    slug: "new-hub",
  });
  const taken = await operate(app, `PATCH ${path}`, { title: "Newer", slug: "other-hub" });
  expect([taken.statusCode, taken.json().detail]).toEqual([409, "Another hub has the slug other-hub."]);
  expect((await operate(app, `POST /clients/${clientId}/hubs`, { title: "x", slug: other.slug })).statusCode).toBe(409);
  expect(await operated(app, `GET ${path}`)).toMatchObject({ title: "New", slug: "new-hub" });
});

test("what is malformed is refused", async () => {
  const hub = await createHub();
  const path = `/clients/${clientId}/hubs`;
  for (const [request, body] of [
    [`POST ${path}`, {}],
    [`POST ${path}`, { title: "x", slug: "Über" }],
    [`POST ${path}`, { title: "x\0" }],
    [`POST ${path}`, { title: "x", other: 1 }],
    [`PATCH ${path}/${hub.id}`, {}],
    [`POST ${path}/${hub.id}/contents`, { title: "nothing" }],
    [`POST ${path}/${hub.id}/contents`, { title: "both", url: "https://example.com", text: "x" }],
    [`POST ${path}/${hub.id}/contents`, { title: "x", url: "javascript:alert(1)" }],
    [`POST ${path}/${hub.id}/contents`, { url: "https://example.com/no-title" }],
    [`POST ${path}/${hub.id}/contents`, { title: "x", url: "https://example.com", categoryIds: [1] }],
    [`PUT ${path}/${hub.id}/categories`, { categories: [{ name: "a" }, { name: "a" }] }],
    [`PUT ${path}/${hub.id}/categories`, { categories: [{ id: 1, name: "a" }] }],
    [`PUT ${path}/${hub.id}/contents/order`, { contentIds: [1] }],
  ] as const)
    expect((await operate(app, request, body)).statusCode, `${request} ${JSON.stringify(body)}`).toBe(400);
  expect((await listing(hub.id)).body.contents).toEqual([]);
  const rows = await app.database.db.selectFrom("contents").selectAll().where("clientId", "=", clientId).execute();
  expect(rows).toEqual([]);
});

test("published content is listed in the published shape, in the hub's order", async () => {
  const hub = await createHub();
  const path = `/clients/${clientId}/hubs/${hub.id}`;
  const { categories } = await operated<Hub>(app, `PUT ${path}/categories`, {
    categories: [{ name: "Webinars" }, { name: "Guides" }],
  });
  const { filterGroups } = await operated<Hub>(app, `PUT ${path}/filters`, {
    groups: [
      { name: "Level", filters: [{ name: "Beginner" }, { name: "Expert" }] },
      { name: "Length", filters: [{ name: "Short" }] },
    ],
  });
  const startsAt = new Date("2026-01-15T18:00:00Z");
  const webinar = await app.build.event(clientId, { title: "Live", abstract: "See it", campaignCode: "C1", startsAt });
  await add(hub.id, {
    contentId: webinar.id,
    tags: ["Tag 1", "Tag 2"],
    funnelStages: ["Awareness"],
    categoryIds: [categories[0]?.id, categories[1]?.id],
    filterIds: [filterGroups[1]?.filters[0]?.id, filterGroups[0]?.filters[1]?.id],
  });
  const page = await add(hub.id, { url: "https://example.com/a", title: "A page" });
  const hidden = await add(hub.id, { text: "<p>x</p>", title: "Not yet" });
  await publish(hub.id, page.contentId);
  await publish(hub.id, webinar.id);
  await operated(app, `PUT ${path}/contents/order`, { contentIds: [page.contentId, hidden.contentId, webinar.id] });
  const { body } = await listing(hub.id);
  expect(body.gatewayid).toBe(hub.id);
  expect(body.contents.map(({ contentid }: { contentid: number }) => contentid)).toEqual([page.contentId, webinar.id]);
  expect(body.contents[0]).toMatchObject({ title: "A page", contenttype: "webpage", tags: [], filtergroups: [] });
  expect(body.contents[1]).toEqual({
    contentid: webinar.id,
    title: "Live",
    abstract: "See it",
    campaigncode: "C1",
    categories: [{ name: "Webinars" }, { name: "Guides" }],
    tags: [{ name: "Tag 1" }, { name: "Tag 2" }],
    funnelstages: [{ name: "Awareness" }],
    filtergroups: [
      { name: "Level", filters: [{ name: "Expert" }] },
      { name: "Length", filters: [{ name: "Short" }] },
    ],
    contenttype: "webcast",
    url: `http://lectern.test/wcc/gateway/${hub.slug}/${webinar.id}`,
    livestart: "2026-01-15T09:45:00-08:00",
    liveend: "2026-01-15T11:00:00-08:00",
    archivestart: "2026-01-15T11:30:00-08:00",
    archiveend: expect.stringMatching(/^2027-01-15T/),
  });
  expect((await app.app.server.inject(new URL(body.contents[1].url).pathname)).statusCode).toBe(200);
});

test("what is unpublished, removed, inactive, deleted or tagged APIEXCLUDE is not listed", async () => {
  const hub = await createHub();
  const path = `/clients/${clientId}/hubs/${hub.id}/contents`;
  const ids: number[] = [];
  for (let at = 0; at < 6; at++) {
    const campaignTags = at === 5 ? ["APIEXCLUDE"] : [];
    const { id } = await app.build.event(clientId, { campaignTags });
    await add(hub.id, { contentId: id });
    await publish(hub.id, id);
    ids.push(id);
  }
  const [kept = 0, unpublished, removed = 0, inactive = 0, deleted = 0] = ids;
  await operated(app, `POST ${path}/${unpublished}/unpublish`);
  await operated(app, `DELETE ${path}/${removed}`);
  await app.build.changeEvent(inactive, { isActive: false });
  await app.build.changeEvent(deleted, { deletedAt: new Date() });
  expect((await listing(hub.id)).body.contents.map(({ contentid }: { contentid: number }) => contentid)).toEqual([
    kept,
  ]);
  expect((await operate(app, `POST ${path}/${removed}/publish`)).json().detail).toBe(
    `The content ${removed} doesn't exist.`,
  );
  await add(hub.id, { contentId: removed });
  await publish(hub.id, removed);
  expect((await listing(hub.id)).body.contents).toHaveLength(2);
  expect(await changeKinds()).toEqual(expect.arrayContaining(["hub-content.unpublished", "hub-content.removed"]));
});

test("only an active Engagement Hub of exactly this client exists", async () => {
  const hub = await createHub();
  const experience = await createHub({ kind: "experience" });
  const deleted = await createHub();
  const inactive = await createHub();
  const webinar = await app.build.event(clientId);
  const child = await app.build.client({ parentId: clientId });
  const childsHub = await operated<Hub>(app, `POST /clients/${child.id}/hubs`, { title: "Child's" });
  const stranger = await app.build.token((await app.build.client()).id);
  await app.build.changeEvent(deleted.id, { deletedAt: new Date() });
  await app.build.changeEvent(inactive.id, { isActive: false });
  const absent = [webinar.id, experience.id, deleted.id, inactive.id, childsHub.id, 99_999_999, "abc", "1e3", "0"];
  for (const id of absent)
    expect(await listing(id)).toEqual({ status: 404, body: { message: `The Engagement Hub ${id} doesn't exist.` } });
  expect((await listing(hub.id, stranger)).status).toBe(404);
  expect((await app.call(token, `GET /client/${child.id}/ehub/${childsHub.id}/content`)).statusCode).toBe(200);
});

test("each kind of content is made of what it needs, and of nothing else", async () => {
  const hub = await createHub();
  const path = `POST /clients/${clientId}/hubs/${hub.id}/contents`;
  const video = await buildMedia(app, clientId, { name: "a.mp4", mediaType: "video/mp4" });
  const sound = await buildMedia(app, clientId, { name: "a.mp3", mediaType: "audio/mpeg" });
  const document = await buildMedia(app, clientId, { name: "a.pdf", mediaType: "application/pdf" });
  const image = await buildMedia(app, clientId, { name: "a.png", mediaType: "image/png" });
  const made = { video, podcast: sound, pdf: document, image };
  for (const [kind, mediaId] of Object.entries(made)) {
    const content = await add(hub.id, { media: { mediaId, kind }, title: kind });
    expect(content).toMatchObject({ contentType: kind, mediaId, title: kind });
    const listed = await app.call(token, `GET /client/${clientId}/event?contenttype=${kind}`);
    expect(listed.json().events).toMatchObject([{ eventid: content.contentId, eventtype: kind }]);
  }
  const wrong = await operate(app, path, { media: { mediaId: document, kind: "video" }, title: "x" });
  expect([wrong.statusCode, wrong.json().detail]).toEqual([400, "application/pdf can't be shown as video."]);
  const other = await buildMedia(app, (await app.build.client()).id, { name: "a.pdf", mediaType: "application/pdf" });
  expect((await operate(app, path, { media: { mediaId: other, kind: "pdf" }, title: "x" })).statusCode).toBe(400);
  const article = await add(hub.id, { text: "<h2>Hi</h2><script>alert(1)</script>", title: "Article" });
  expect(article).toMatchObject({ contentType: "article", text: "<h2>Hi</h2>" });
  const changed = await operated(app, `PATCH /clients/${clientId}/hubs/${hub.id}/contents/${article.contentId}`, {
    title: "Better",
    text: "<p onclick=x>New</p>",
    funnelStages: ["Evaluation", "Evaluation"],
  });
  expect(changed).toMatchObject({ title: "Better", text: "<p>New</p>", funnelStages: ["Evaluation"] });
});

test("a hub takes no hubs, nothing twice, and no texts for webinars", async () => {
  const hub = await createHub();
  const webinar = await app.build.event(clientId);
  const strangers = await app.build.event((await app.build.client()).id);
  const path = `/clients/${clientId}/hubs/${hub.id}/contents`;
  expect((await operate(app, `POST ${path}`, { contentId: hub.id })).statusCode).toBe(400);
  expect((await operate(app, `POST ${path}`, { contentId: strangers.id })).statusCode).toBe(404);
  await add(hub.id, { contentId: webinar.id });
  const twice = await operate(app, `POST ${path}`, { contentId: webinar.id });
  expect([twice.statusCode, twice.json().detail]).toEqual([409, `The content ${webinar.id} is in the hub already.`]);
  expect((await operate(app, `PATCH ${path}/${webinar.id}`, { title: "Mine" })).statusCode).toBe(400);
  const other = await app.build.client();
  for (const request of [`GET`, `PATCH`])
    expect((await operate(app, `${request} /clients/${other.id}/hubs/${hub.id}`, { title: "x" })).statusCode).toBe(404);
});

test("categories and filters keep their ids when renamed; those left out vanish from the contents", async () => {
  const hub = await createHub();
  const path = `/clients/${clientId}/hubs/${hub.id}`;
  const made = await operated<Hub>(app, `PUT ${path}/categories`, { categories: [{ name: "A" }, { name: "B" }] });
  const [a, b] = made.categories;
  const page = await add(hub.id, { url: "https://example.com", title: "x", categoryIds: [a?.id, b?.id] });
  // Names may change places.
  const swapped = await operated<Hub>(app, `PUT ${path}/categories`, {
    categories: [{ id: b?.id, name: "A" }, { id: a?.id, name: "B" }, { name: "C" }],
  });
  expect(swapped.categories.map(({ name }) => name)).toEqual(["A", "B", "C"]);
  expect(swapped.categories.slice(0, 2).map(({ id }) => id)).toEqual([b?.id, a?.id]);
  await operated(app, `PUT ${path}/categories`, { categories: [{ id: a?.id, name: "Only" }] });
  const content = await operated<Content>(app, `GET ${path}/contents/${page.contentId}`);
  expect(content.categoryIds).toEqual([a?.id]);
});

test("a picture is set by sending it, and only if it is one", async () => {
  const hub = await createHub();
  const page = await add(hub.id, { url: "https://example.com", title: "x" });
  const send = (payload: Buffer, type = "image/png") =>
    app.app.server.inject({
      method: "PUT",
      url: `/api/clients/${clientId}/hubs/${hub.id}/contents/${page.contentId}/thumbnail`,
      headers: { authorization: `Bearer ${OPERATOR_KEY}`, "content-type": type },
      payload,
    });
  const png = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  );
  expect((await send(Buffer.from("no picture"))).statusCode).toBe(400);
  expect((await send(png, "image/jpeg")).statusCode).toBe(400);
  const set = await send(png);
  expect(set.statusCode).toBe(200);
  const { thumbnail } = set.json();
  expect((await app.app.server.inject(new URL(thumbnail).pathname)).headers["content-type"]).toBe("image/png");
  await publish(hub.id, page.contentId);
  expect((await listing(hub.id)).body.contents[0].thumbnail).toBe(thumbnail);
  const telling = (await send(jpeg(exif(1)), "image/jpeg")).json();
  expect((await app.app.server.inject(new URL(telling.thumbnail).pathname)).rawPayload).toEqual(jpeg());
});

test("without the operator's key nothing opens", async () => {
  const answer = await app.app.server.inject({ method: "POST", url: `/api/clients/${clientId}/hubs`, payload: {} });
  expect(answer.statusCode).toBe(401);
});
