// Fails when somebody who opens a page of web/ for the first time has to load more script than its budget.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../web/dist", import.meta.url));
const budgetKb = 200;

const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));

/** Of an entry with all it imports at once, in files. */
function filesOf(source, found = new Set()) {
  const { file, imports = [] } = manifest[source];
  found.add(file);
  for (const one of imports) filesOf(one, found);
  return found;
}

const sizeOf = (file) => readFileSync(join(folder, `${file}.gz`)).length;
const catalogues = Object.keys(manifest).filter((source) => source.includes("/locales/"));
const texts = Math.max(...catalogues.map((source) => sizeOf(manifest[source].file)));

for (const [source, { isEntry, name }] of Object.entries(manifest)) {
  if (!isEntry) continue;
  const bytes = [...filesOf(source)].reduce((sum, file) => sum + sizeOf(file), texts);
  const kb = Math.round(bytes / 1000);
  console.log(`${name}: ${kb} kB of script at first, of ${budgetKb}`);
  if (kb > budgetKb) process.exitCode = 1;
}
