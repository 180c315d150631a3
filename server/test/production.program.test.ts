import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { removeData, startProgram } from "./program.ts";

// What `npm start` does on a fresh machine: it compiles and runs with the packages of production alone.

const root = fileURLToPath(new URL("../..", import.meta.url));

interface Locked {
  /** Of a workspace, its folder. */
  readonly resolved?: string;
  readonly link?: true;
  readonly dev?: true;
}

/** Of the installation itself or of a workspace; packages within packages come with them. */
const ownPackage = /^(?:\w+\/)?node_modules\/(?:@[^/]+\/)?[^/]+$/;

let folder: string;
const linked: string[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-production-"));
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const packages = Object.entries(lock.packages as Record<string, Locked>);
  for (const { link, resolved = "" } of packages.map(([, locked]) => locked))
    if (link) await cp(join(root, resolved), join(folder, resolved), { recursive: true, filter: isSource });
  for (const [path, { link, dev, resolved = "" }] of packages) {
    if (dev || !ownPackage.test(path) || !existsSync(join(root, path))) continue;
    linked.push(path);
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await symlink(link ? join(folder, resolved) : join(root, path), join(folder, path));
  }
  for (const name of ["package.json", "package-lock.json", "tsconfig.base.json", "scripts"])
    await cp(join(root, name), join(folder, name), { recursive: true });
  // Nothing is left to install.
  const digest = createHash("sha256")
    .update(await readFile(join(root, "package-lock.json")))
    .digest("hex");
  const stamp = { lock: digest, platform: `${process.platform}-${process.arch}`, development: false };
  await writeFile(join(folder, "node_modules", ".lectern-install"), JSON.stringify(stamp));
});
afterAll(() => removeData(folder, ["data"]));

function isSource(path: string): boolean {
  return !/[/\\](?:dist|node_modules)$|\.tsbuildinfo$/.test(path);
}

test("compiles and starts without any package of development", async () => {
  const start = join(folder, "scripts", "start.mjs");
  const program = await startProgram({ LECTERN_DATA: join(folder, "data"), LECTERN_DEMO: "off" }, [], start);
  expect((await fetch(`${program.baseUrl}/health/ready`)).status).toBe(200);
  expect(await program.end("SIGTERM")).toBe(0);
});

test("production has no compiler of TypeScript", () => {
  expect(linked).toContain("node_modules/vite");
  expect(linked.filter((path) => /typescript|tsc$/.test(path))).toEqual([]);
});
