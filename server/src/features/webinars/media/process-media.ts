import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { Claim } from "../../../jobs/claimed-work.ts";
import type { JobContext } from "../../../jobs/jobs.ts";
import { ConversionError } from "../../../media-tools/conversion-error.ts";
import { STREAM_TYPE } from "../../../media-tools/judge-stream.ts";
import { makePoster, makeStream } from "../../../media-tools/make-stream.ts";
import { renderPdf } from "../../../media-tools/pdf.ts";
import { readPictureSize } from "../../../media-tools/picture-size.ts";
import { probeMedia } from "../../../media-tools/probe-media.ts";
import { STREAM_ENTRY } from "../../../media-tools/stream-arguments.ts";
import { CONTENT, saveFile, saveFileSet } from "../../base/files/save-file.ts";
import { mediaChanges } from "./changes.ts";
import { type MediaResult, type MediaWithFiles, updateMediaResult } from "./queries.ts";

/** Makes of an upload what pages show: a stream and a poster of a video, a cover of a document. */
export async function processMedia(context: JobContext, media: MediaWithFiles, claim: Claim): Promise<void> {
  const folder = await context.staging.makeFolder();
  try {
    const work = { context, media, claim, folder, path: join(folder, "upload") };
    await context.files.fetch(`${media.fileKey}/${CONTENT}`, work.path);
    if (media.kind === "video") await processVideo(work);
    else if (media.mediaType === "application/pdf") await processPdf(work);
    else await processImage(work);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface MediaWork {
  readonly context: JobContext;
  readonly media: MediaWithFiles;
  readonly claim: Claim;
  /** For this work alone. */
  readonly folder: string;
  /** The upload, in the folder. */
  readonly path: string;
}

async function processVideo(work: MediaWork): Promise<void> {
  const { context, media, path, folder, claim } = work;
  const { ffmpeg, ffprobe } = context.config;
  const { mediaType, clientId } = media;
  const options = { folder, signal: claim.signal };
  const info = await probeMedia(ffprobe, { path, mediaType }, options);
  const source = { path, mediaType, info };
  const { parts, durationSeconds } = await makeStream(ffmpeg, source, options);
  const poster = info.video && (await makePoster(ffmpeg, source, options));
  const posterFileId = poster && (await saveCover(work, { path: poster, name: "poster.jpg", mediaType: "image/jpeg" }));
  const result = {
    durationSeconds,
    ...(info.video && { width: info.video.width, height: info.video.height }),
    ...(posterFileId && { posterFileId }),
  };
  await saveFileSet(context, { clientId, name: STREAM_ENTRY, mediaType: STREAM_TYPE, parts }, (tx, streamFileId) =>
    finish(tx, work, { ...result, streamFileId }),
  );
}

async function processPdf(work: MediaWork): Promise<void> {
  const { path, folder, claim } = work;
  const { pageCount, pages } = await renderPdf(path, "first", { folder, signal: claim.signal });
  const cover = pages[0]?.path ?? "";
  const posterFileId = await saveCover(work, { path: cover, name: "cover.png", mediaType: "image/png" });
  await inTransaction(work.context.db, (tx) => finish(tx, work, { pageCount, posterFileId }));
}

/** A picture is its own cover. */
async function processImage(work: MediaWork): Promise<void> {
  const size = await readPictureSize(work.path);
  if (!size) throw new ConversionError("The picture is damaged");
  const { width, height } = size;
  await inTransaction(work.context.db, (tx) => finish(tx, work, { width, height, posterFileId: work.media.fileId }));
}

/** Refers to nothing yet: should the claim be lost before it does, the sweep takes it away. */
async function saveCover(
  { context, media }: MediaWork,
  { path, name, mediaType }: { path: string; name: string; mediaType: string },
): Promise<number> {
  const staged = { path, name, byteSize: (await stat(path)).size };
  return saveFile(context, { clientId: media.clientId, staged, mediaType }, async (_tx, fileId) => fileId);
}

async function finish(tx: Db, { media, claim }: MediaWork, result: MediaResult): Promise<void> {
  const { clientId, id } = media;
  await claim.complete(tx);
  await updateMediaResult(tx, clientId, id, result);
  await mediaChanges.record(tx, "media.ready", { clientId, subjectId: id, actor: "job:process-media" });
}
