import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

const { inspectRegexps } = (await import(new URL("../../scripts/regexps.mjs", import.meta.url).href)) as {
  inspectRegexps(folder: string): string[];
};

test("the check finds what backtracks, what begins anew at each letter, in schemas too, and what is built", async () => {
  const folder = await mkdtemp(join(tmpdir(), "lectern-regexps-"));
  await mkdir(join(folder, "server", "src"), { recursive: true });
  const source = [
    "export const exponential = /^(a+)+$/;",
    String.raw`export const square = /^[\d.]*\d[\d.]*$/;`,
    "export const fromEachLetter = /<[^>]*>/g;",
    String.raw`export const schema = { pattern: "^\\s*x?\\s*$" };`,
    "export const built = (word: string) => new RegExp(word);",
    "// Linear: one letter.",
    "export const explained = (letter: string) => new RegExp(letter);",
    "export const fine = /^<[^<>]{1,20}>$/;",
  ];
  await writeFile(join(folder, "server", "src", "a.ts"), source.join("\n"));
  const lines = inspectRegexps(folder).map((fault) => Number(/^server\/src\/a\.ts:(\d+) /.exec(fault)?.[1]));
  expect(new Set(lines)).toEqual(new Set([1, 2, 3, 4, 5]));
  expect(inspectRegexps(folder)).toHaveLength(5);
  await rm(folder, { recursive: true });
});
