import { execFile } from "node:child_process";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { removeData, startProgram } from "./program.ts";

// The guide docs/integrate/registration.md, run line by line as it stands against the real program.

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-guide-"));
});
afterAll(() => removeData(folder, ["data"]));

test("every line of the guide to admission works", { timeout: 60_000 }, async () => {
  const program = await startProgram({ LECTERN_DATA: join(folder, "data") });
  const read = (label: string) => new RegExp(`${label}\\s+(\\w+)`).exec(program.output())?.[1] ?? "";
  const guide = await readFile(new URL("../../docs/integrate/registration.md", import.meta.url), "utf8");
  const script = [...guide.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, lines]) => lines).join("\n");
  const { stdout } = await promisify(execFile)("bash", ["--norc", "-euc", script], {
    env: {
      PATH: process.env.PATH,
      LECTERN: program.baseUrl,
      CLIENT: read("client id"),
      EVENT: read("event id"),
      KEY: read("access token key"),
      SECRET: read("access token secret"),
      OPERATOR_KEY: (await readFile(join(folder, "data", "operator.key"), "utf8")).trim(),
    },
  });
  expect(stdout).toContain('{"message":"Sorry, this one is for customers."} refused');
  expect(stdout).toMatch(
    /is full: the person is on its waiting list.*\n"totalregistrants":2\n"email":"cyd@acme.example"\n/s,
  );
  expect(stdout).toMatch(/"email":"dan@acme.example"\n$/);
  expect(await program.end("SIGTERM")).toBe(0);
});
