// Makes the JavaScript that Node runs: every source without its types, where it has changed. `tsc` only checks the types.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const packages = ["contract", "texts", "wire", "sdk", "server", "cli", "simulator", "bench"];
const stampFile = join(root, ".cache", "compiled.json");

/** The compiler itself: another one makes everything anew. */
const compiler = ["scripts/compile.mjs", "package-lock.json"].map((path) => describe(join(root, path))).join(", ");

const known = readStamps();
const found = {};
const changed = [];
for (const name of packages) {
  const folder = join(root, name);
  const outputs = new Set(list(join(folder, "dist"), /\.js$/));
  for (const source of list(folder, /(?<!\.test|\.d)\.ts$/)) {
    const output = join(folder, "dist", relative(folder, source)).replace(/ts$/, "js");
    const path = relative(root, source);
    found[path] = describe(source);
    if (!outputs.delete(output) || known[path] !== found[path]) changed.push({ source, output });
  }
  for (const leftOver of outputs) for (const path of [leftOver, `${leftOver}.map`]) rmSync(path, { force: true });
}
if (changed.length > 0) await compile(changed);

/** Sources by their paths, and what each was when it was compiled. */
function readStamps() {
  const stamps = existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, "utf8")) : {};
  return stamps.compiler === compiler ? stamps.sources : {};
}

/** Reading the files would take longer. */
function describe(path) {
  const { size, mtimeMs } = statSync(path);
  return `${size} ${mtimeMs}`;
}

/** Paths of all files below a folder, outputs and packages left out. */
function list(folder, pattern) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return /^(dist|node_modules)$/.test(entry.name) ? [] : list(path, pattern);
    return pattern.test(entry.name) ? [path] : [];
  });
}

async function compile(files) {
  const { transformWithOxc } = await import("vite");
  for (const { source, output } of files) {
    const { code, map, helpersUsed } = await transformWithOxc(readFileSync(source, "utf8"), source, {
      target: "es2023",
      tsconfig: false,
      typescript: { onlyRemoveTypeImports: true, rewriteImportExtensions: true },
    });
    // It would be imported from a package that is not there.
    const [helper] = Object.keys(helpersUsed);
    if (helper) throw new Error(`${source} needs the compiler's helper ${helper}: say it in syntax that Node 20 has`);
    const { version, names, mappings } = map;
    const sources = [relative(dirname(output), source)];
    mkdirSync(dirname(output), { recursive: true });
    writeFileSync(output, `${code}//# sourceMappingURL=${basename(output)}.map\n`);
    writeFileSync(`${output}.map`, JSON.stringify({ version, file: basename(output), sources, names, mappings }));
  }
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, JSON.stringify({ compiler, sources: found }));
}
