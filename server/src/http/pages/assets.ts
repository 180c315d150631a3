import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, extname } from "node:path";
import type { FastifyInstance } from "fastify";
import { fail } from "../../errors.ts";
import { sendKept } from "../compression.ts";

/** The folder of what browsers get as it is: server/browser, also when this runs from server/dist/src/http/pages. */
const folder = new URL(
  import.meta.url.includes("/dist/") ? "../../../../browser/" : "../../../browser/",
  import.meta.url,
);

const mediaTypes: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  mjs: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
};

interface Asset {
  readonly content: Buffer;
  readonly mediaType: string;
  /** Named after the content: an address never means other bytes, so a browser need not ask twice. */
  readonly address: string;
}

/** Joined to one stylesheet in this order. */
const styles = [
  "tokens",
  "type",
  "layout",
  "parts",
  "forms",
  "data",
  "event",
  "registration",
  "console",
  "hub",
  "door",
  "mailbox",
];
const scripts = [
  "visitor-time.js",
  "registration-form.js",
  "countdown.js",
  "check-in.js",
  "embedded.js",
  "player.js",
  "slides.js",
  "hub-visit.js",
  // Plays HLS where a browser does not by itself.
  "vendor/hls.light.min.mjs",
];

const read = (name: string) => readFileSync(new URL(name, folder));

/** Everything that pages may load, read once. */
const assets: ReadonlyMap<string, Asset> = new Map(
  [
    describeAsset("lectern.css", Buffer.concat(styles.map((name) => read(`styles/${name}.css`)))),
    describeAsset("lectern.svg", read("lectern.svg")),
    ...scripts.map((name) => describeAsset(basename(name), read(name))),
  ].map((asset) => [basename(asset.address), asset]),
);

function describeAsset(name: string, content: Buffer): Asset {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 12);
  const mediaType = mediaTypes[extname(name).slice(1)] ?? "application/octet-stream";
  return { content, mediaType, address: `/assets/${hash}/${name}` };
}

/** The address of a file that pages load. */
export function assetAddress(name: string): string {
  const asset = assets.get(name);
  if (!asset) throw new Error(`There is no asset called ${name}`);
  return asset.address;
}

/** For other sites, which name it once and for all: its address stays, and browsers ask again after an hour. */
const embedScript = read("embed.js");

/** Serves what pages load. */
export function assetRoutes(app: FastifyInstance): void {
  app.get("/wcc/embed.js", { schema: { hide: true } }, async (request, reply) => {
    reply.headers({
      "Content-Type": mediaTypes.js,
      "Cache-Control": "public, max-age=3600",
      "X-Content-Type-Options": "nosniff",
      "Cross-Origin-Resource-Policy": "cross-origin",
    });
    return sendKept(request, reply, embedScript);
  });
  app.get<{ Params: { hash: string; name: string } }>(
    "/assets/:hash/:name",
    { schema: { hide: true } },
    async (request, reply) => {
      const { hash, name } = request.params;
      const asset = assets.get(name);
      if (asset?.address !== `/assets/${hash}/${name}`) fail("http.notFound", { path: request.url });
      reply.headers({
        "Content-Type": asset.mediaType,
        "Cache-Control": "public, max-age=31536000, immutable",
        "X-Content-Type-Options": "nosniff",
      });
      return sendKept(request, reply, asset.content);
    },
  );
}
