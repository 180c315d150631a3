// Makes of web/ what browsers get, when anything that goes into it has changed, and compresses it once and for all.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "web/dist");
const stampFile = join(folder, "made-of");

const sources = [
  "web/src",
  "web/build.config.ts",
  "wire/dist",
  "texts/dist",
  "texts/locales",
  "server/browser",
  "package-lock.json",
];

const stamp = describe(sources.map((source) => join(root, source)));
if (!existsSync(stampFile) || readFileSync(stampFile, "utf8") !== stamp) {
  const { build } = await import("vite");
  await build({ configFile: join(root, "web/build.config.ts"), logLevel: "error" });
  for (const name of readdirSync(folder)) if (/\.(js|css)$/.test(name)) compress(join(folder, name));
  writeFileSync(stampFile, stamp);
}

/** Names, sizes and times of all files: reading them would take longer than nothing. */
function describe(paths) {
  const hash = createHash("sha256");
  for (const path of paths.sort()) {
    const info = statSync(path);
    hash.update(
      info.isDirectory()
        ? describe(readdirSync(path).map((name) => join(path, name)))
        : `${path} ${info.size} ${info.mtimeMs}\n`,
    );
  }
  return hash.digest("hex");
}

function compress(path) {
  const content = readFileSync(path);
  writeFileSync(`${path}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
}
