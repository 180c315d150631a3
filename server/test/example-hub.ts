import { generateDerivativeJob } from "../src/features/content/derivatives/jobs.ts";
import type { TestApp } from "./harness.ts";
import { buildMedia } from "./media-builder.ts";
import { operated } from "./operator-api.ts";

/** A hub with something of each kind that answers tell apart, seen and liked; and texts made of a webinar. */
export async function buildHubExample(app: TestApp, clientId: number, eventId: number) {
  const { db } = app.database;
  const start = new Date();
  app.clock.now = start;
  const hub = await operated<{ id: number; slug: string }>(app, `POST /clients/${clientId}/hubs`, {
    title: "Acme Learning",
  });
  const path = `/clients/${clientId}/hubs/${hub.id}`;
  const { categories } = await operated<{ categories: { id: number }[] }>(app, `PUT ${path}/categories`, {
    categories: [{ name: "All Webinars" }],
  });
  const { filterGroups } = await operated<{ filterGroups: { filters: { id: number }[] }[] }>(
    app,
    `PUT ${path}/filters`,
    { groups: [{ name: "Level", filters: [{ name: "Beginner" }] }] },
  );
  const mediaId = await buildMedia(app, clientId, { name: "guide.pdf", mediaType: "application/pdf" });
  const sorted = {
    tags: ["Tag 1"],
    categoryIds: categories.map(({ id }) => id),
    filterIds: filterGroups.flatMap(({ filters }) => filters.map(({ id }) => id)),
  };
  const file = await db.selectFrom("files").select("id").where("name", "=", "guide.pdf").executeTakeFirstOrThrow();
  for (const content of [
    { contentId: eventId, ...sorted },
    { media: { mediaId, kind: "pdf" }, title: "Guide" },
    { url: "https://example.com/", title: "Our page" },
  ]) {
    const { contentId } = await operated<{ contentId: number }>(app, `POST ${path}/contents`, content);
    await operated(app, `POST ${path}/contents/${contentId}/publish`);
    await db
      .updateTable("hubContents")
      .set({ thumbnailFileId: file.id })
      .where("contentId", "=", contentId)
      .where("contentId", "=", eventId)
      .execute();
    await visit(app, `/wcc/gateway/${hub.slug}/${contentId}`, start);
  }
  delete app.clock.now;
  return { gatewayId: String(hub.id), mediaId: String(await buildTexts(app, clientId, eventId, hub.id, file.id)) };
}

async function visit({ app, clock }: TestApp, url: string, start: Date): Promise<void> {
  const opened = await app.server.inject(url);
  const cookie = String(opened.headers["set-cookie"]).split(";")[0] ?? "";
  const headers = { cookie, "sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded" };
  clock.now = new Date(start.getTime() + 60_000);
  await app.server.inject({ method: "POST", url: `${url}/seconds`, headers, payload: "seconds=54" });
  await app.server.inject({ method: "POST", url: `${url}/like`, headers });
  clock.now = start;
}

/** Answers the id of a text that is published. */
async function buildTexts(app: TestApp, clientId: number, eventId: number, hubId: number, fileId: number) {
  const { db } = app.database;
  const vtt = "WEBVTT\n\n00:01.000 --> 00:04.000\nA webinar is made of slides, a voice, and questions.";
  await db.insertInto("captions").values({ clientId, eventId, language: "en", label: "English", vtt }).execute();
  const { derivatives } = await operated<{ derivatives: { id: number }[] }>(
    app,
    `POST /clients/${clientId}/events/${eventId}/derivatives`,
    { kinds: ["transcript"], userName: "dana" },
  );
  const id = derivatives[0]?.id ?? 0;
  await generateDerivativeJob.run(app.jobContext, { clientId, derivativeId: id });
  await operated(app, `PUT /clients/${clientId}/derivatives/${id}`, { tags: ["Tag 1"], funnelStages: ["Awareness"] });
  const { contentId } = await operated<{ contentId: number }>(
    app,
    `POST /clients/${clientId}/derivatives/${id}/publish`,
    { hubId },
  );
  await db.updateTable("hubContents").set({ thumbnailFileId: fileId }).where("contentId", "=", contentId).execute();
  await operated(app, `POST /clients/${clientId}/events/${eventId}/nurture-pages`, {
    title: "Read on",
    derivativeIds: [id],
    userName: "dana",
  });
  return id;
}
