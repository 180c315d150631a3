import { afterEach, expect, test } from "vitest";
import { withApp } from "../server/test/harness.ts";
import { buildMedia } from "../server/test/media-builder.ts";
import { operated } from "../server/test/operator-api.ts";
import { expectUsableInEveryLook, visit } from "./browser.ts";

const app = await withApp({ publicUrl: "" });
const baseUrl = await app.listen();
const { id: clientId } = await app.build.client();
const token = await app.build.token(clientId);
const path = `/clients/${clientId}/hubs`;
const empty = await operated<{ id: number; slug: string }>(app, `POST ${path}`, { title: "Nothing yet" });
const hub = await operated<{ id: number; slug: string }>(app, `POST ${path}`, {
  title: "Saving energy",
  abstract: "All that our experts know.",
});
type Sorted = { categories: { id: number }[]; filterGroups: { filters: { id: number }[] }[] };
const { categories } = await operated<Sorted>(app, `PUT ${path}/${hub.id}/categories`, {
  categories: [{ name: "Webinars" }, { name: "Guides" }],
});
const { filterGroups } = await operated<Sorted>(app, `PUT ${path}/${hub.id}/filters`, {
  groups: [
    { name: "Level", filters: [{ name: "Beginner" }, { name: "Expert" }] },
    { name: "Length", filters: [{ name: "Short" }] },
  ],
});
const pdf = await buildMedia(app, clientId, { name: "guide.pdf", mediaType: "application/pdf", content: "%PDF-1.7" });
const webinar = await app.build.event(clientId, { title: "Load shifting in practice", abstract: "With figures." });
const text = "<h2>Doors</h2><p>Close them. <a href='https://example.com'>Read on</a>.</p><ul><li>Rapid doors</li></ul>";
const sorted = { categoryIds: [categories[1]?.id], filterIds: filterGroups[0]?.filters.map(({ id }) => id) };
const contents: Record<string, number> = {};
for (const [name, content] of Object.entries({
  article: { text, title: "Where the cold escapes", abstract: "Doors, ice and defrosting.", ...sorted },
  pdf: { media: { mediaId: pdf, kind: "pdf" }, title: "The whole guide" },
  webpage: { url: "https://example.com/", title: "A page elsewhere" },
  webinar: { contentId: webinar.id, categoryIds: [categories[0]?.id] },
})) {
  const { contentId } = await operated<{ contentId: number }>(app, `POST ${path}/${hub.id}/contents`, content);
  await operated(app, `POST ${path}/${hub.id}/contents/${contentId}/publish`);
  contents[name] = contentId;
}

const pages = {
  overview: `${hub.slug}/${hub.id}`,
  narrowed: `${hub.slug}/${hub.id}?category=999&filter=1`,
  empty: `${empty.slug}/${empty.id}`,
  ...Object.fromEntries(Object.entries(contents).map(([kind, id]) => [kind, `${hub.slug}/${id}`])),
  shared: `${hub.slug}/${contents.article}?done=share`,
};

test.each(Object.entries(pages))("anybody can use a hub and its contents: %s", async (name, address) => {
  await visit({}, async (page) => {
    await page.goto(`${baseUrl}/wcc/gateway/${address}`);
    await expectUsableInEveryLook(page, `hub-${name}`);
  });
});

test("without script: narrowing down, opening, liking and commenting", async () => {
  await visit({ javaScriptEnabled: false }, async (page) => {
    await page.goto(`${baseUrl}/wcc/gateway/${hub.slug}/${hub.id}`);
    await page.getByRole("link", { name: "Guides" }).click();
    await page.getByLabel("Expert").check();
    await page.getByRole("button", { name: "Show" }).click();
    expect(await page.getByRole("heading", { level: 2 }).textContent()).toBe("1 item");
    await page.getByRole("link", { name: /Where the cold escapes/ }).click();
    await page.getByRole("button", { name: "Like", exact: true }).click();
    expect(await page.getByRole("button", { name: "Like", exact: true }).getAttribute("aria-pressed")).toBe("true");
    await page.getByLabel("Comment").fill("Very <good>");
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByRole("status").waitFor();
    const answer = await app.call(token, `GET /client/${token.clientId}/event/${hub.id}/contentactivity`);
    expect(answer.json().contents[0]).toMatchObject({ description: "Where the cold escapes", likes: 1, comments: 1 });
  });
});

afterEach(() => {
  delete app.clock.now;
});

test("the time that somebody looks is reported", async () => {
  await visit({}, async (page) => {
    await page.clock.install();
    const opened = new Date();
    app.clock.now = opened;
    await page.goto(`${baseUrl}/wcc/gateway/${hub.slug}/${contents.article}`);
    app.clock.now = new Date(opened.getTime() + 60_000);
    const report = page.waitForResponse((response) => response.url().endsWith("/seconds"));
    await page.clock.runFor(15_500);
    expect((await report).status()).toBe(204);
    const { rows } = await app.database.pool.query("select max(seconds) as seconds from hub_views");
    expect(rows[0].seconds).toBe(15);
  });
});
