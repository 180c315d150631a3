import { mkdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { ConversionError } from "./conversion-error.ts";
import { judgeStream, type StreamSet } from "./judge-stream.ts";
import { FFMPEG_MISSING, UNREADABLE } from "./probe-media.ts";
import { ProgramFailedError, type RunOptions, runProgram } from "./run-program.ts";
import { canCopyPicture, longestSeconds, posterArguments, type Source, streamArguments } from "./stream-arguments.ts";

const MAX_HOURS = 24;

type Options = Pick<RunOptions, "folder" | "signal">;

/**
 * Makes HLS of a video or sound file, as long as its longest track: what every browser plays is copied, anything else,
 * and what turns out badly when copied, is transcoded into H.264 and AAC. Throws ConversionError.
 */
export async function makeStream(ffmpeg: string, source: Source, options: Options): Promise<StreamSet> {
  const durationSeconds = longestSeconds(source.info);
  if (durationSeconds > MAX_HOURS * 3600) throw new ConversionError(`It is longer than ${MAX_HOURS} hours`);
  const into = join(options.folder, "stream");
  const convert = async (copiesPicture: boolean) => {
    await rm(into, { recursive: true, force: true });
    await mkdir(into);
    await runFfmpeg(ffmpeg, streamArguments(source, into, copiesPicture), { ...options, durationSeconds });
    return judgeStream({ ...options, ffmpeg, missing: FFMPEG_MISSING }, source, into);
  };
  if (!canCopyPicture(source)) return convert(false);
  return convert(true).catch((error: unknown) => {
    if (!(error instanceof ConversionError)) throw error;
    return convert(false);
  });
}

/** A picture from the beginning of a video, as poster.jpg in the folder; undefined when none can be had. */
export async function makePoster(ffmpeg: string, source: Source, options: Options): Promise<string | undefined> {
  const path = join(options.folder, "poster.jpg");
  // Not the very first, which is black more often than not; but some have no other.
  for (const atSeconds of [Math.min(longestSeconds(source.info) / 10, 10), 0]) {
    const args = [...posterArguments(source, atSeconds), path];
    await runFfmpeg(ffmpeg, args, { ...options, durationSeconds: 0 }).catch((error: unknown) => {
      if (!(error instanceof ConversionError)) throw error;
    });
    if ((await stat(path).catch(() => undefined))?.size) return path;
  }
  return undefined;
}

async function runFfmpeg(
  ffmpeg: string,
  args: readonly string[],
  { durationSeconds, ...options }: Options & { durationSeconds: number },
): Promise<void> {
  // Slow machines transcode at a quarter of the playing time; the rest is for reading and writing.
  const limitSeconds = 600 + 4 * durationSeconds;
  await runProgram(ffmpeg, args, { ...options, limitSeconds, missing: FFMPEG_MISSING }).catch((error: unknown) => {
    throw error instanceof ProgramFailedError ? new ConversionError(UNREADABLE, error) : error;
  });
}
