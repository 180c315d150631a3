import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { OPERATOR_KEY, withApp } from "../../server/test/harness.ts";
import { findFreePort } from "../../server/test/program.ts";
import { runLectern } from "../test/run-lectern.ts";
import { serverUrl } from "./settings.ts";

const app = await withApp();
const url = await app.listen();
const folder = await mkdtemp(join(tmpdir(), "lectern-cli-"));

afterAll(() => rm(folder, { recursive: true }));

const listing = ["token", "list", "--client", "99999999"];
const refused = { code: 1, stdout: "", stderr: "The client 99999999 doesn't exist.\n" };

/** A copy of the program in a checkout of its own, `data` beside it. */
async function copyProgram(name: string): Promise<{ checkout: string; program: string }> {
  const checkout = join(folder, name);
  const cli = fileURLToPath(new URL("..", import.meta.url));
  await mkdir(join(checkout, "cli"), { recursive: true });
  for (const part of ["bin", "dist", "package.json"])
    await cp(join(cli, part), join(checkout, "cli", part), { recursive: true });
  await symlink(join(cli, "..", "node_modules"), join(checkout, "node_modules"));
  return { checkout, program: join(checkout, "cli", "bin", "lectern.mjs") };
}

async function writeKey(dataFolder: string): Promise<void> {
  await mkdir(dataFolder, { recursive: true });
  await writeFile(join(dataFolder, "operator.key"), `${OPERATOR_KEY}\n`);
}

test.each([
  [{}, undefined, "http://127.0.0.1:8024"],
  [{ PORT: "9000", HOST: "0.0.0.0" }, undefined, "http://127.0.0.1:9000"],
  [{ HOST: "::1" }, undefined, "http://[::1]:8024"],
  [{ HOST: "::" }, undefined, "http://[::1]:8024"],
  [{ HOST: "10.0.0.5" }, undefined, "http://10.0.0.5:8024"],
  [{ PUBLIC_URL: "https://webinars.acme.com", PORT: "1" }, undefined, "https://webinars.acme.com"],
  [{ PUBLIC_URL: "https://webinars.acme.com" }, "http://b:1", "http://b:1"],
])("of %j and --url %s, the server is at %s", (environment, given, expected) => {
  expect(serverUrl(given, environment)).toBe(expected);
});

test("finds the key in LECTERN_DATA, from the working folder on, and prefers the one in the environment", async () => {
  await writeKey(join(folder, "own"));
  const environment = { PUBLIC_URL: url, LECTERN_DATA: "./own" };
  expect(await runLectern(listing, { cwd: folder, environment })).toEqual(refused);
  const wrong = await runLectern(listing, {
    cwd: folder,
    environment: { ...environment, LECTERN_OPERATOR_KEY: "x".repeat(32) },
  });
  expect(wrong.stderr).toContain("missing or wrong");
});

test("finds the key of the checkout from any folder in it", async () => {
  const { checkout, program } = await copyProgram("checkout");
  await writeKey(join(checkout, "data"));
  const deep = join(checkout, "server", "src");
  await mkdir(deep, { recursive: true });
  expect(await runLectern([...listing, "--url", url], { program, cwd: deep })).toEqual(refused);
});

test("without a key it asks for one when a server answers, else for the server", async () => {
  const { program } = await copyProgram("keyless");
  const here = { program, cwd: folder };
  const asked = await runLectern([...listing, "--url", url], here);
  expect(asked).toMatchObject({ code: 1, stderr: expect.stringMatching(/no operator key.*Set LECTERN_OPERATOR_KEY/) });
  const nowhere = `http://127.0.0.1:${await findFreePort()}`;
  for (const environment of [undefined, { LECTERN_OPERATOR_KEY: OPERATOR_KEY }]) {
    const { code, stdout, stderr } = await runLectern([...listing, "--url", nowhere], { ...here, environment });
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toMatch(/^http:\/\/127\.0\.0\.1:\d+ cannot be reached.*npm start/);
  }
});

test("says how to build it when it is not", async () => {
  const { checkout, program } = await copyProgram("unbuilt");
  await rm(join(checkout, "cli", "dist"), { recursive: true });
  const { code, stdout, stderr } = await runLectern(["demo"], { program });
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(/^[^\n]*`npm start` or `npm run build` once\.\n$/);
});
