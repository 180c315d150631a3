import { execFile } from "node:child_process";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { removeData, startProgram } from "./program.ts";

// The guide docs/integrate/seamless.md, run line by line as it stands against the real program.

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-guide-"));
});
afterAll(() => removeData(folder, ["data"]));

test("every line of the guide to forms elsewhere works", { timeout: 60_000 }, async () => {
  const program = await startProgram({ LECTERN_DATA: join(folder, "data") });
  const read = (label: string) => new RegExp(`${label}\\s+(\\w+)`).exec(program.output())?.[1] ?? "";
  const guide = await readFile(new URL("../../docs/integrate/seamless.md", import.meta.url), "utf8");
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
  const lobby = String.raw` 303 ${program.baseUrl}/wcc/lobby/\d+/\w{32}`;
  const json = String.raw`\{"eventid":\d+,"eventuserid":\d+,"status":"active","lobbyurl":"\S+"\} 200 `;
  const lines = stdout.split("\n").slice(0, -1);
  const expected = [
    ...[lobby, lobby, json],
    ...[json, json, lobby],
    String.raw`\{"redirectHosts":\["www.acme.example"\]\} 303 https://www.acme.example/thanks`,
    lobby,
    json,
    String.raw` 303 ${program.baseUrl}/wcc/gateway/our-videos/\d+`,
    String.raw`\{"error":"EH_USER_NOT_FOUND","message":"Nobody in the hub \d+ has this email or extEventUserCd\."\} 404 `,
  ];
  expect(lines).toEqual(expected.map((pattern) => expect.stringMatching(new RegExp(`^${pattern}$`))));
  expect(await program.end("SIGTERM")).toBe(0);
});
