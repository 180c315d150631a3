import { readdirSync, readFileSync } from "node:fs";
import type { FastifyInstance } from "fastify";
import { fail } from "../../errors.ts";
import { encodingFor } from "../compression.ts";

// What Vite made of web/src: scripts and styles under names of their content, each also compressed by Brotli and gzip.

const folder = new URL(
  import.meta.url.includes("/dist/") ? "../../../../../web/dist/" : "../../../../web/dist/",
  import.meta.url,
);

/** As Vite writes it, by source. */
interface ManifestEntry {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}

export interface BuiltPage {
  readonly script: string;
  readonly styles: readonly string[];
  /** What the script asks for at once, and what its first texts are in. */
  readonly preloads: readonly string[];
}

const mediaTypes = { js: "text/javascript; charset=utf-8", css: "text/css; charset=utf-8" };
const suffixes = { br: ".br", gzip: ".gz" } as const;

let manifest: Readonly<Record<string, ManifestEntry>> | undefined;
let files: ReadonlyMap<string, Buffer> | undefined;

/** Paths of what a page loads, below the address of this server and without a slash at their beginning. */
export function builtPage(entry: "audience", language: string): BuiltPage {
  const { file, css = [], imports = [] } = find(`src/${entry}/main.tsx`);
  const texts = find(`../texts/locales/${language}/console.json`);
  return {
    script: pathOf(file),
    styles: css.map(pathOf),
    preloads: [...imports.map((source) => find(source).file), texts.file].map(pathOf),
  };
}

function find(source: string): ManifestEntry {
  manifest ??= JSON.parse(readFileSync(new URL("manifest.json", folder), "utf8")) as Record<string, ManifestEntry>;
  const entry = manifest[source];
  if (!entry) throw new Error(`${source} was not built: run \`npm run build\``);
  return entry;
}

const pathOf = (file: string) => `assets/web/${file}`;

function readFiles(): ReadonlyMap<string, Buffer> {
  const names = readdirSync(folder).filter((name) => /\.(js|css)(\.br|\.gz)?$/.test(name));
  return new Map(names.map((name) => [name, readFileSync(new URL(name, folder))]));
}

/** Serves what built pages load. Names of an older build are gone: the page that asks for one loads itself again. */
export function builtPageRoutes(app: FastifyInstance): void {
  app.get<{ Params: { file: string } }>("/assets/web/:file", { schema: { hide: true } }, async (request, reply) => {
    const { file } = request.params;
    files ??= readFiles();
    const content = files.get(file);
    const mediaType = mediaTypes[file.split(".").at(-1) as keyof typeof mediaTypes];
    if (!content || !mediaType) return fail("http.notFound", { path: request.url });
    const encoding = encodingFor(request);
    const packed = encoding && files.get(file + suffixes[encoding]);
    reply.headers({
      "Content-Type": mediaType,
      "Cache-Control": "public, max-age=31536000, immutable",
      "X-Content-Type-Options": "nosniff",
      Vary: "Accept-Encoding",
      ...(packed && { "Content-Encoding": encoding }),
    });
    return reply.send(packed ?? content);
  });
}
