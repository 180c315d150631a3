import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { expectLinear } from "../../../../test/growth.ts";
import { sanitiseHtml } from "../../../lib/safe-html.ts";
import { type Cue, readCues } from "../../../lib/webvtt.ts";
import { extractiveGenerator } from "./extractive-generator.ts";
import { GenerationError } from "./generator.ts";
import { readSentences } from "./sentences.ts";

const vtt = readFileSync(new URL("cold-storage.fixture.vtt", import.meta.url), "utf8");
const talk = { languageCode: "en", cues: readCues(vtt) };
const event = { title: "Saving energy in cold storage", abstract: null };

function items(html: string, tag: string): string[] {
  return [...html.matchAll(new RegExp(`<${tag}\\b[^>]*>([\\s\\S]*?)</${tag}>`, "g"))].map((match) => match[1] ?? "");
}

test("joins cues to whole sentences, each with the time it begins", () => {
  const sentences = readSentences(talk.cues, "en");
  expect(sentences).toHaveLength(66);
  const first = sentences.find(({ text }) => text.startsWith("A refrigerated warehouse"));
  expect(first?.text).toBe(
    "A refrigerated warehouse uses about five times as much electricity per square metre as a dry one.",
  );
  expect(first?.words).toContain("electricity");
  expect(first?.words).not.toContain("about");
  const times = sentences.map(({ startSeconds }) => startSeconds);
  expect(times).toEqual([...times].sort((a, b) => a - b));
});

test("cuts speech without full stops into pieces of readable length, at ends of cues", () => {
  const cues: Cue[] = Array.from({ length: 40 }, (_, at) => ({
    startSeconds: at * 3,
    endSeconds: at * 3 + 3,
    text: `word${at} goes on and on without`,
  }));
  const sentences = readSentences(cues, "en");
  expect(sentences.length).toBeGreaterThan(4);
  expect(Math.max(...sentences.map(({ length }) => length))).toBeLessThanOrEqual(60);
  expect(sentences.flatMap(({ text }) => text.match(/word\d+/g) ?? [])).toHaveLength(40);
});

test("takes away what the talk is about: no greetings, no questions, no repetitions", async () => {
  const { title, html } = await extractiveGenerator.generate("key-takeaways", talk, event);
  expect(title).toBe(event.title);
  const takeaways = items(html, "li");
  expect(takeaways.length).toBeGreaterThanOrEqual(5);
  expect(takeaways.length).toBeLessThanOrEqual(7);
  expect(new Set(takeaways).size).toBe(takeaways.length);
  for (const takeaway of takeaways) {
    expect(takeaway).not.toMatch(/welcome|hear me|thank you|get started|\?$/i);
    expect(takeaway.split(" ").length).toBeGreaterThan(5);
  }
  // Of the talk's main points, at least three.
  const points = [/head pressure/i, /doors?/i, /defrost/i, /compressor/i, /load shifting|electricity/i, /measure/i];
  expect(points.filter((point) => takeaways.some((takeaway) => point.test(takeaway))).length).toBeGreaterThanOrEqual(3);
  const order = takeaways.map((takeaway) =>
    vtt.replace(/\s+/g, " ").indexOf(takeaway.split(" ").slice(1, 4).join(" ")),
  );
  expect(order).toEqual([...order].sort((a, b) => a - b));
});

test("writes a blog post with headings of the talk's own words, and a literal quotation", async () => {
  const { html } = await extractiveGenerator.generate("blog-post", talk, { ...event, abstract: "Four <cheap> ways." });
  expect(html).toMatch(/^<p>Four &#60;cheap&#62; ways\.<\/p>/);
  const headings = items(html, "h2");
  expect(headings).toHaveLength(4);
  expect(new Set(headings).size).toBe(4);
  for (const heading of headings) expect(vtt.toLowerCase()).toContain(heading.toLowerCase().split(" ")[0]);
  const [quote] = items(html, "blockquote");
  const said = talk.cues.map(({ text }) => text).join(" ");
  expect(said.toLowerCase()).toContain(quote?.replace(/<[^>]+>/g, "").toLowerCase());
});

test("writes an e-book: cover, contents that lead to the chapters, chapters in the order of the talk", async () => {
  const { html } = await extractiveGenerator.generate("ebook", talk, event);
  expect(items(html, "h1")).toEqual([event.title]);
  const links = [...html.matchAll(/href="#([\w-]+)"/g)].map((match) => match[1]);
  const chapters = [...html.matchAll(/<h2 id="([\w-]+)"/g)].map((match) => match[1]);
  expect(links).toEqual(chapters);
  expect(chapters.length).toBeGreaterThanOrEqual(3);
  expect(html.indexOf("refrigerants")).toBeGreaterThan(html.indexOf("dock door"));
  // Nothing of it is lost when it is kept.
  const plain = (text: string) => text.replace(/\s+/g, " ").replaceAll("&#39;", "'");
  expect(plain(sanitiseHtml(html)).replaceAll(' rel="noopener nofollow"', "")).toBe(plain(html));
});

test("writes the whole transcript with times", async () => {
  const { html } = await extractiveGenerator.generate("transcript", talk, event);
  expect(html).toMatch(/^<p><strong>0:04<\/strong> Hello everybody, and welcome\./);
  expect(html).toContain("goodbye.</p>");
  expect(html.replace(/<[^>]+>/g, " ")).toContain("ammonia or carbon dioxide now.");
});

test("makes the same text of the same transcript, always", async () => {
  for (const kind of ["key-takeaways", "blog-post", "ebook"] as const)
    expect(await extractiveGenerator.generate(kind, talk, event)).toEqual(
      await extractiveGenerator.generate(kind, talk, event),
    );
});

test("copes with one sentence, with other scripts, and refuses silence", async () => {
  const cue = (text: string): Cue => ({ startSeconds: 0, endSeconds: 5, text });
  for (const kind of ["key-takeaways", "blog-post", "ebook"] as const) {
    const short = await extractiveGenerator.generate(kind, { languageCode: "en", cues: [cue("Hi <b>you</b>")] }, event);
    expect(short.html).toContain("Hi &#60;b&#62;you&#60;/b&#62;");
    const chinese = { languageCode: "zh", cues: [cue("冷库的能耗很高。压缩机消耗大部分电力。我们可以节省能源。")] };
    expect((await extractiveGenerator.generate(kind, chinese, event)).html).toContain("压缩机");
    const silence = { languageCode: "en", cues: [cue("[Music]")] };
    await expect(extractiveGenerator.generate(kind, silence, event)).rejects.toThrow(GenerationError);
  }
});

test.each([
  ["one sentence over and over", (at: number) => `Energy ${at % 7} is saved.`],
  ["no full stop anywhere", () => "energy and more energy is saved"],
  ["a word a caption", (at: number) => `w${at}`],
  ["no word at all", () => "... - , :"],
  ["captions that roll", (at: number) => `line ${at >> 1} of it\nline ${(at + 1) >> 1} of it`],
])("the work grows with the captions: %s", async (_, textOf) => {
  await expectLinear(async (length) => {
    const cues = Array.from({ length: length / 16 }, (_, at) => ({
      startSeconds: at,
      endSeconds: at + 1,
      text: textOf(at),
    }));
    await extractiveGenerator.generate("ebook", { ...talk, cues }, event).catch((error) => {
      expect(error).toBeInstanceOf(GenerationError);
    });
  });
});
