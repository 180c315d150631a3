import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeEach, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = await mkdtemp(join(tmpdir(), "lectern-compile-"));
afterAll(() => rm(folder, { recursive: true }));

const write = (name: string, text: string) => writeFile(join(folder, "wire", name), text);
const output = (name: string) => join(folder, "wire", "dist", name);
const read = (name: string) => readFile(output(name), "utf8");
const compile = () => promisify(execFile)(process.execPath, [join(folder, "scripts", "compile.mjs")]);

beforeEach(async () => {
  await rm(folder, { recursive: true });
  await mkdir(join(folder, "wire", "inner"), { recursive: true });
  await cp(join(root, "scripts", "compile.mjs"), join(folder, "scripts", "compile.mjs"));
  await cp(join(root, "package-lock.json"), join(folder, "package-lock.json"));
  await symlink(join(root, "node_modules"), join(folder, "node_modules"));
  await write("one.ts", `import type { Two } from "./inner/two.ts";\nexport const one: Two = 1 as Two;\n`);
  await write(
    "inner/two.ts",
    `import { one } from "../one.ts";\nexport type Two = number;\nexport const two = one + 1;\n`,
  );
  await write("inner/two.test.ts", "export {};\n");
  await compile();
});

test("what Node runs is the source without its types, and names other outputs", async () => {
  expect(await read("one.js")).toBe("export const one = 1;\n//# sourceMappingURL=one.js.map\n");
  expect(await read("inner/two.js")).toContain(`import { one } from "../one.js";`);
  const { two } = await import(output("inner/two.js"));
  expect(two).toBe(2);
  expect(existsSync(output("inner/two.test.js"))).toBe(false);
});

test.each([
  ["syntax that Node 20 has not", "export function one(it: Disposable): void {\n  using used = it;\n}\n"],
  ["the end of a script in a tagged template", "export const one = String.raw`</script>`;\n"],
])("what would import a package of the compiler is refused: %s", async (_, text) => {
  await write("one.ts", text);
  await expect(compile()).rejects.toThrow("one.ts needs the compiler's helper");
});

test("a source map leads from an output to its source", async () => {
  const map = JSON.parse(await read("inner/two.js.map"));
  expect(map).toMatchObject({ version: 3, file: "two.js", sources: ["../../inner/two.ts"] });
  expect(map.mappings).not.toBe("");
});

test("only what changed is made anew, and what is missing", async () => {
  const before = await stat(output("inner/two.js"));
  await write("one.ts", "export const one: number = 41;\n");
  await compile();
  expect(await read("one.js")).toMatch(/^export const one = 41;$/m);
  expect((await stat(output("inner/two.js"))).mtimeMs).toBe(before.mtimeMs);
  await rm(join(folder, "wire", "dist"), { recursive: true });
  await compile();
  expect(existsSync(output("one.js"))).toBe(true);
  expect(existsSync(output("inner/two.js"))).toBe(true);
});

test("the output of a source that is gone goes, too", async () => {
  await rm(join(folder, "wire", "inner", "two.ts"));
  await compile();
  expect(existsSync(output("one.js"))).toBe(true);
  expect(existsSync(output("inner/two.js"))).toBe(false);
  expect(existsSync(output("inner/two.js.map"))).toBe(false);
});

test("another compiler makes everything anew", async () => {
  const before = await stat(output("one.js"));
  await writeFile(join(folder, "package-lock.json"), "{}");
  await compile();
  expect((await stat(output("one.js"))).mtimeMs).toBeGreaterThan(before.mtimeMs);
});

test("a source that cannot be read as TypeScript is named, and is not taken for compiled", async () => {
  await write("one.ts", "export const = 1;\n");
  await expect(compile()).rejects.toThrow("one.ts");
  await expect(compile()).rejects.toThrow("one.ts");
});
