import { directionOf, type Language, languages } from "@lectern/texts/languages";
import { readTexts } from "@lectern/texts/read-texts";
import { speak } from "@lectern/texts/say";
import { describe, expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";
import { operated } from "../../../../test/operator-api.ts";

// Hubs in the language of whoever looks at them.

const app = await withApp();
const { id: clientId } = await app.build.client();
const hub = await operated<{ id: number; slug: string }>(app, `POST /clients/${clientId}/hubs`, {
  title: "Météo",
  languageCode: "fr",
});
const path = `/clients/${clientId}/hubs/${hub.id}`;
const { contentId } = await operated<{ contentId: number }>(app, `POST ${path}/contents`, {
  url: "https://example.com/",
  title: "Nuages",
  languageCode: "fr",
});
await operated(app, `POST ${path}/contents/${contentId}/publish`);
const sorted = await operated<{ categories: [{ id: number }] }>(app, `PUT ${path}/categories`, {
  categories: [{ name: "Hiver" }],
});
const categoryId = sorted.categories[0].id;
await operated(app, `PUT ${path}/filters`, { groups: [{ name: "Niveau", filters: [{ name: "Expert" }] }] });

async function open(id: number, acceptLanguage?: string, query = ""): Promise<string> {
  const headers = acceptLanguage === undefined ? {} : { "accept-language": acceptLanguage };
  const url = `/wcc/gateway/${hub.slug}/${id}${query}`;
  return (await app.app.server.inject({ method: "GET", url, headers })).body;
}

/** What a page shows and tells screen readers, without its markup. */
function wordsOf(page: string): string {
  const labels = Array.from(page.matchAll(/aria-label="([^"]*)"/g), ([, label]) => label);
  return [page.replaceAll(/<[^>]*>/g, "\n"), ...labels].join("\n").replaceAll("&#39;", "'");
}

/** The English texts of hubs that are nobody else's words too. */
const english = [...readTexts("en")]
  .filter(([key, text]) => key.startsWith("hubs:") && !text.includes("{{") && /\S\s\S/.test(text))
  .map(([, text]) => text);

describe.each(languages as readonly Language[])("$name", ({ code }) => {
  const say = speak(code as "en");

  test("is what a hub and its content say to whoever asks for it", async () => {
    const pages = await Promise.all([
      open(hub.id, code),
      open(hub.id, code, `?category=${categoryId}`),
      open(contentId, code),
    ]);
    for (const page of pages) expect(page).toContain(`<html lang="${code}" dir="${directionOf(code)}">`);
    const [overview = "", narrowed = "", content = ""] = pages.map(wordsOf);
    for (const key of ["categories", "all", "show", "types.webpage"] as const)
      expect(overview).toContain(say(`hubs:${key}`));
    expect(overview).toContain(say("hubs:items", { count: 1 }));
    expect(narrowed).toContain(say("hubs:nothingMatches"));
    expect(narrowed).toContain(say("hubs:items", { count: 0 }));
    for (const key of ["heading", "like", "dislike", "share", "comment", "whoReads", "send"] as const)
      expect(content).toContain(say(`hubs:feedback.${key}`));
    expect(content).toContain(say("hubs:openPage"));
    expect(content).toContain(say("pages:skip"));
    if (code !== "en") for (const text of english) expect(overview + narrowed + content).not.toContain(text);
  });
});

test("what producers wrote keeps its own language and direction", async () => {
  const overview = await open(hub.id, "he");
  expect(overview).toContain('<header class="stack tight" lang="fr" dir="ltr">\n<h1>Météo</h1>');
  expect(overview).toMatch(/<a class="card [^>]* lang="fr" dir="ltr">\s*<span class="eyebrow" lang="he" dir="rtl">/);
  expect(await open(contentId, "he")).toContain('<h1 lang="fr" dir="ltr">Nuages</h1>');
});

test("whoever names no language gets the hub's", async () => {
  expect(await open(hub.id)).toContain('<html lang="fr" dir="ltr">');
  expect(await open(hub.id, "qaa")).toContain(">1 contenu<");
});
