import { execFile } from "node:child_process";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { removeData, startProgram } from "./program.ts";

// The guide docs/integrate/import.md, run line by line as it stands against the real program.

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-guide-"));
});
afterAll(() => removeData(folder, ["data"]));

test("every line of the guide to imports works", { timeout: 60_000 }, async () => {
  const program = await startProgram({ LECTERN_DATA: join(folder, "data") });
  const read = (label: string) => new RegExp(`${label}\\s+(\\w+)`).exec(program.output())?.[1] ?? "";
  const guide = await readFile(new URL("../../docs/integrate/import.md", import.meta.url), "utf8");
  const script = [...guide.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, lines]) => lines).join("\n");
  const { stdout } = await promisify(execFile)("bash", ["--norc", "-euc", script], {
    cwd: folder,
    timeout: 30_000,
    env: {
      PATH: process.env.PATH,
      LECTERN: program.baseUrl,
      CLIENT: read("client id"),
      EVENT: read("event id"),
      OPERATOR_KEY: (await readFile(join(folder, "data", "operator.key"), "utf8")).trim(),
    },
  });
  const counts = (created: number, invalid: number) =>
    `"counts":{"created":${created},"updated":0,"waiting":0,"refused":0,"invalid":${invalid}}`;
  expect(stdout).toContain(counts(2, 1));
  expect(stdout).toContain('"ignoredColumns":["Shoe size"]');
  expect(stdout).toContain('"detail":"The firstname parameter is missing."');
  expect(stdout).toContain(counts(3, 0));
  expect(await program.end("SIGTERM")).toBe(0);
});
