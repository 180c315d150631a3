import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { promisify } from "node:util";
import { PNG } from "pngjs";
import type PptxGen from "pptxgenjs";
import { queueJob } from "../src/db/queue-job.ts";
import { saveFile } from "../src/features/base/files/save-file.ts";
import { OPERATOR_KEY, type TestApp } from "./harness.ts";

const run = promisify(execFile);

/** A few seconds of picture and sound as a real file of the name's type, made by ffmpeg. */
export async function makeVideo(name: string, args: readonly string[] = [], seconds = 2): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), "lectern-test-video-"));
  try {
    const path = join(folder, name);
    const picture = ["-f", "lavfi", "-i", `testsrc=duration=${seconds}:size=320x180:rate=10`];
    const sound = ["-f", "lavfi", "-i", `sine=duration=${seconds}`];
    const input = name.endsWith(".mp3") ? sound : [...picture, ...sound];
    await run(process.env.FFMPEG ?? "ffmpeg", ["-v", "error", ...input, ...args, path]);
    return await readFile(path);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const require = createRequire(import.meta.url);
// Its types say otherwise, but what the package gives is the class itself.
const Presentation = require("pptxgenjs") as typeof PptxGen.default;

/** A real PowerPoint file with a slide for each text. */
export async function makePptx(...texts: string[]): Promise<Buffer> {
  const deck = new Presentation();
  for (const text of texts) deck.addSlide().addText(text, { x: 1, y: 1, w: 6, h: 1 });
  return (await deck.write({ outputType: "nodebuffer" })) as Buffer;
}

interface Zip {
  file(name: string): { async(type: "string"): Promise<string> };
  file(name: string, content: string): void;
  generateAsync(options: { type: "nodebuffer" }): Promise<Buffer>;
}

/** The same with a picture on it that is not in the file but to be loaded from an address. */
export async function makeLinkingPptx(text: string, imageUrl: string): Promise<Buffer> {
  const deck = new Presentation();
  const slide = deck.addSlide();
  slide.addText(text, { x: 1, y: 1, w: 6, h: 1 });
  const data = `image/png;base64,${PNG.sync.write(new PNG({ width: 1, height: 1 })).toString("base64")}`;
  slide.addImage({ data, x: 1, y: 3, w: 1, h: 1 });
  // With what pptxgenjs itself packs files.
  const zips = createRequire(require.resolve("pptxgenjs"))("jszip") as { loadAsync(file: unknown): Promise<Zip> };
  const zip = await zips.loadAsync(await deck.write({ outputType: "nodebuffer" }));
  const change = async (name: string, from: RegExp, to: string) =>
    zip.file(name, (await zip.file(name).async("string")).replace(from, to));
  await change("ppt/slides/slide1.xml", /r:embed=/, "r:link=");
  const link = `Target="${imageUrl}" TargetMode="External"`;
  await change("ppt/slides/_rels/slide1.xml.rels", /Target="[^"]*media[^"]*"/, link);
  return zip.generateAsync({ type: "nodebuffer" });
}

/** Adds a medium as an upload does; runJobs processes it. */
export async function addTestMedia(
  app: TestApp,
  clientId: number,
  { name, content, mediaType }: { name: string; content: Buffer; mediaType: string },
): Promise<number> {
  const { staging } = app.jobContext;
  const staged = await staging.receive(Readable.from([content]), { name, maxBytes: 1e9 });
  return saveFile(app.jobContext, { clientId, staged, mediaType }, async (tx, fileId) => {
    const kind = /^(video|audio)\//.test(mediaType) ? "video" : "document";
    const media = { clientId, kind, title: name, fileId };
    const { id } = await tx.insertInto("media").values(media).returning("id").executeTakeFirstOrThrow();
    await queueJob(tx, "process-media", { clientId, mediaId: id }, `media:${id}`);
    return id;
  });
}

/** One call of the operator's API, path below /api. */
export async function callApi(app: TestApp, request: string, payload?: object | string, contentType?: string) {
  const [method, path] = request.split(" ");
  return app.app.server.inject({
    method: method as "GET",
    url: `/api${path}`,
    headers: { authorization: `Bearer ${OPERATOR_KEY}`, ...(contentType && { "content-type": contentType }) },
    ...(payload !== undefined && { payload }),
  });
}
