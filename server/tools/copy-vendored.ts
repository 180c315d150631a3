import { copyFile, readFile } from "node:fs/promises";
import { createRequire } from "node:module";

// Copies what browsers get of other people's packages into server/browser/vendor, with its licence; with --check only
// compares. The copies are under version control, so that a server carries one file instead of 33 MB of package.

const folder = new URL(
  import.meta.url.includes("/dist/") ? "../../browser/vendor/" : "../browser/vendor/",
  import.meta.url,
);
const { resolve } = createRequire(import.meta.url);

/** "Light" leaves out what our own streams never have. */
const copies = [
  ["hls.js/dist/hls.light.min.mjs", "hls.light.min.mjs"],
  ["hls.js/LICENSE", "hls.js.LICENSE"],
] as const;

for (const [source, name] of copies) {
  const from = sourceOf(source);
  const to = new URL(name, folder);
  if (!process.argv.includes("--check")) await copyFile(from, to);
  else if (!(await readFile(from)).equals(await readFile(to).catch(() => Buffer.alloc(0)))) {
    console.error(`server/browser/vendor/${name} is not that of the installed package: run \`npm run generate\`.`);
    process.exitCode = 1;
  }
}

/** A package that names its exports lets nobody resolve its other files. */
function sourceOf(path: string): string {
  const [name = ""] = path.split("/");
  return resolve(`${name}/package.json`).replace(/package\.json$/, path.slice(name.length + 1));
}
