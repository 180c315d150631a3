import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, test } from "vitest";

const check = new URL("../../scripts/floors.mjs", import.meta.url).pathname;
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A tree of its own: file below server/src -> what it imports, from there too. */
function inspect(imports: Record<string, string[]>) {
  const folder = mkdtempSync(join(tmpdir(), "lectern-floors-"));
  folders.push(folder);
  const files = new Set([...Object.keys(imports), ...Object.values(imports).flat()]);
  for (const file of files) {
    const path = join(folder, "server/src", file);
    const up = "../".repeat(file.split("/").length - 1) || "./";
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, (imports[file] ?? []).map((to) => `import type { A } from "${up}${to}";\n`).join(""));
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, [check], { cwd: folder, encoding: "utf8" });
  return { status, graph: stdout.trim(), faults: stderr.trim() };
}

const seats = "features/admission/registration/waiting/seats.ts";

test("a feature on the ones below it stands, and the graph tells which", () => {
  expect(inspect({ [seats]: ["features/webinars/events/queries.ts", "lib/csv.ts"] })).toEqual({
    status: 0,
    graph: "admission/registration -> webinars/events\nwebinars/events -> nothing",
    faults: "",
  });
});

test.each([
  ["up into a later group", { [seats]: ["features/mail/send/mailer.ts"] }],
  ["up within a group", { "features/doors/import/a.ts": ["features/doors/seamless/b.ts"] }],
  ["into another feature's endpoints", { [seats]: ["features/webinars/events/v2.ts"] }],
  ["into another feature's pages", { "features/staff/demo/a.ts": ["features/content/hubs/pages.ts"] }],
  ["from a dialect into a feature", { "http/v2/dialect.ts": [seats] }],
  ["from one dialect into another", { "http/pages/visit.ts": ["http/v2/paging.ts"] }],
  ["from what dialects share into one of them", { "http/forms.ts": ["http/v2/paging.ts"] }],
  ["from a page into the compatible dialect", { "features/content/hubs/pages.ts": ["http/v2/paging.ts"] }],
  ["from a helper into the database", { "lib/a.ts": ["db/pool.ts"] }],
  ["from a feature to the list of features", { [seats]: ["app.ts"] }],
  ["in a circle", { "lib/a.ts": ["lib/b.ts"], "lib/b.ts": ["lib/a.ts"] }],
  ["from a feature without a place", { "features/base/novelty/a.ts": ["lib/b.ts"] }],
])("an import %s is a fault, types included", (_way, imports) => {
  const { status, faults } = inspect(imports as Record<string, string[]>);
  expect(status).toBe(1);
  expect(faults).toContain(Object.keys(imports)[0]);
});
