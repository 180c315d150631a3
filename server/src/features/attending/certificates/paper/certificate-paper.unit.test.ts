import { languages } from "@lectern/texts/languages";
import { readTexts } from "@lectern/texts/read-texts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readPaper } from "../../../../../test/read-paper.ts";
import { type CertificateText, certificatePaper } from "./certificate-paper.ts";
import { fitText } from "./fit-text.ts";
import { fontOf } from "./fonts.ts";
import { piecesOf } from "./pieces.ts";

const certificate: CertificateText = {
  ...{ languageCode: "en", issuer: "Harbour Academy", holder: "Ann Person", eventTitle: "Quiet machines" },
  ...{ title: "Certified", partialCredit: null, credits: 2.5, earnedAt: new Date("2026-11-30T12:00:00Z") },
  ...{ earnedOn: "30 November 2026", number: "7Q4M-XK2P-9RTD-H3VB" },
  address: "https://webinars.example.com/certificate/7Q4M-XK2P-9RTD-H3VB",
};

async function bytesOf(text: CertificateText): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of certificatePaper(text)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const letters = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const isWritten = (text: string) =>
  [...letters.segment(text)].every(({ segment }) =>
    [...segment].every((letter) => fontOf(segment, undefined).font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)),
  );

test("all that stands on a certificate can be read from it", async () => {
  const { text, pages } = await readPaper(await bytesOf({ ...certificate, partialCredit: "Half" }));
  expect(pages).toBe(1);
  for (const part of ["Harbour Academy", "Certificate", "Ann Person", "Quiet machines", "Half", "Credits: 2.5"])
    expect(text).toContain(part);
  for (const part of ["30 November 2026", "7Q4M-XK2P-9RTD-H3VB", "webinars.example.com/certificate/7Q4M"])
    expect(text).toContain(part);
});

test.each([
  ["ja", "山田 太郎", "静かな機械"],
  ["zh", "王小明", "安静的机器：國語"],
  ["ko", "김민수", "조용한 기계"],
  ["ru", "Иван Щукин", "Тихие машины"],
  ["el", "Ελένη Παπαδοπούλου", "Ήσυχες μηχανές"],
  ["vi", "Nguyễn Thị Đặng", "Máy móc yên tĩnh"],
  ["pl", "Łukasz Żółć", "Ciche maszyny"],
])("names and titles in %s are written and can be copied", async (_language, holder, eventTitle) => {
  expect(isWritten(holder + eventTitle)).toBe(true);
  const { text } = await readPaper(await bytesOf({ ...certificate, holder, eventTitle }));
  expect(text).toContain(holder);
  expect(text).toContain(eventTitle);
});

test.each([
  ["Arabic", "محمد بن عبد الله"],
  ["Hebrew", "דוד בן־גוריון"],
  ["Thai", "สมชาย"],
  ["Hindi", "राहुल शर्मा"],
])("%s is written", (_script, holder) => expect(isWritten(holder)).toBe(true));

test("emoji and scripts without a font show as an empty box", () => {
  expect(isWritten("😀")).toBe(false);
  expect(isWritten("Հայ")).toBe(false);
});

test.each(languages.map(({ code }) => code))("every word of the paper in %s has a font", (code) => {
  const texts = [...readTexts(code)].filter(([key]) => key.startsWith("certificates:"));
  expect(texts.length).toBeGreaterThan(10);
  for (const [, text] of texts) expect(isWritten(text.replace(/\{\{.*?\}\}/g, ""))).toBe(true);
});

test.each([
  { line: "abc", direction: "ltr", drawn: ["abc"] },
  { line: "Ann דוד Lee", direction: "ltr", drawn: ["Ann ", "דוד", " ", "Lee"] },
  { line: "דוד Lee 12", direction: "rtl", drawn: ["Lee 12", "דוד "] },
  { line: "دود (12)", direction: "rtl", drawn: ["(", "12", ")", "دود "] },
  { line: "دود: Lee", direction: "rtl", drawn: ["Lee", "دود: "] },
] as const)("$line is drawn from left to right as $drawn", ({ line, direction, drawn }) => {
  expect(piecesOf(line, direction).map(({ text }) => text)).toEqual(drawn);
});

const oneEach = (text: string) => [...text].length;

test.each([
  { text: "Ann Person", size: 10, lines: ["Ann Person"] },
  { text: "Maximiliane von Hohenstein", size: 8, lines: ["Maximiliane", "von Hohenstein"] },
  { text: "one two three four", size: 10, lines: ["one two", "three four"] },
  { text: "A".repeat(30), size: 5, lines: ["A".repeat(24), "A".repeat(6)] },
  { text: "A".repeat(60), size: 5, lines: ["A".repeat(24), `${"A".repeat(22)}…`] },
  { text: "", size: 10, lines: [""] },
])("$text is set at $size", ({ text, size, lines }) => {
  expect(fitText(text, { width: 120, sizes: [10, 8, 5], maxLines: 2 }, oneEach)).toEqual({ size, lines });
});

test("whatever a name is made of, it becomes a certificate", async () => {
  const text = fc.string({ unit: "binary", maxLength: 60 });
  const property = fc.asyncProperty(text, text, fc.constantFrom("en", "ar"), async (holder, title, languageCode) => {
    const made = await bytesOf({ ...certificate, holder, title, languageCode: languageCode as "en" });
    expect(made.subarray(0, 5).toString()).toBe("%PDF-");
  });
  await fc.assert(property, { numRuns: 25 });
});

test("a hostile length costs no more than the page has room for", async () => {
  const { pages } = await readPaper(
    await bytesOf({ ...certificate, holder: "ᄀ".repeat(50_000), eventTitle: "a ".repeat(50_000) }),
  );
  expect(pages).toBe(1);
});
