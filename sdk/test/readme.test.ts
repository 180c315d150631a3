import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { OPERATOR_KEY, withApp } from "../../server/test/harness.ts";

// The examples of the README run as they stand, each in a process of its own, against the real server.

const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");
const examples = [...readme.matchAll(/```js\n(.*?)```/gs)].map(([, code = ""]) => code);
const expected = [
  /^\d+ john@acme\.com\n$/,
  /^Client \d+ 200 application\/json; charset=utf-8\npage 0 of 1: \d+ events\n$/,
  /^notFound 404 The event 1 doesn't exist\.\n$/,
  /^\d+: 32 and 128 characters\n$/,
  /^1 \[ true \]\n$/,
];

const app = await withApp();
const { id } = await app.build.client();
const { key, secret } = await app.build.token(id);
const environment = {
  LECTERN_URL: await app.listen(),
  LECTERN_CLIENT_ID: String(id),
  LECTERN_KEY: key,
  LECTERN_SECRET: secret,
  LECTERN_OPERATOR_KEY: OPERATOR_KEY,
};
// Inside the package, so that its own name is found from there.
const folder = await mkdtemp(new URL("../dist/readme-", import.meta.url).pathname);

afterAll(() => rm(folder, { recursive: true }));

test("every example is tried", () => {
  expect(examples).toHaveLength(expected.length);
});

test.each(examples.map((code, index) => [index + 1, code] as const))("example %i", async (number, code) => {
  const file = `${folder}/example-${number}.mjs`;
  await writeFile(file, code);
  const { stdout } = await promisify(execFile)(process.execPath, [file], { env: environment });
  expect(stdout).toMatch(expected[number - 1] as RegExp);
});
