import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

test("the check finds promises that nobody waits for, and those where a plain value is meant", async () => {
  const folder = await mkdtemp(join(tmpdir(), "lectern-promises-"));
  const source = [
    `declare function save(): Promise<boolean>;`,
    `declare const pool: { query(text: string): Promise<unknown>; query<T>(text: string, values: T[]): Promise<T> };`,
    `declare function listen(event: string, listener: () => void): void;`,
    `save();`,
    `pool.query("select 1");`,
    `save().then(() => 1);`,
    `if (save()) listen("end", () => {});`,
    `listen("end", async () => void (await save()));`,
    `for (const one of [1]) if (one) void save();`,
    `await save();`,
    `export {};`,
  ];
  await writeFile(join(folder, "a.ts"), source.join("\n"));
  await writeFile(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions: { strict: true, target: "es2022" } }),
  );
  const linter = [join(root, "node_modules/oxlint/bin/oxlint"), "--type-aware", "--format=unix"];
  const { stdout } = spawnSync(process.execPath, [...linter, "-c", join(root, ".oxlintrc.json")], {
    cwd: folder,
    // Which it looks for below the folder.
    env: { ...process.env, OXLINT_TSGOLINT_PATH: join(root, "node_modules/.bin/tsgolint") },
    encoding: "utf8",
  });
  await rm(folder, { recursive: true });
  const lines = [...stdout.matchAll(/^a\.ts:(\d+):/gm)].map((match) => Number(match[1]));
  expect(lines.sort((a, b) => a - b)).toEqual([4, 5, 6, 7, 8]);
});
