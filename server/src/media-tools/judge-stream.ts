import { readdir, readFile, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { ConversionError } from "./conversion-error.ts";
import { UNREADABLE } from "./probe-media.ts";
import { ProgramFailedError, type RunOptions, runProgram } from "./run-program.ts";
import { common, longestSeconds, type Source, STREAM_ENTRY } from "./stream-arguments.ts";

export const STREAM_TYPE = "application/vnd.apple.mpegurl";

/** A file that a browser can play, as HLS: what it asks for, one by one. */
export interface StreamSet {
  readonly durationSeconds: number;
  readonly parts: readonly { name: string; path: string; mediaType: string; byteSize: number }[];
}

/** Further apart than key frames are in a stream of ours, starting and seeking take too long. */
const MAX_SEGMENT_SECONDS = 20;
const JUDGE_SECONDS = 120;

const partTypes: Readonly<Record<string, string>> = {
  ".m3u8": STREAM_TYPE,
  ".mp4": "video/mp4",
  ".m4s": "video/iso.segment",
};

/**
 * Looks at what was made before anybody is told that it is ready: ffmpeg ends well with half a file, with segments of no
 * length, and with a picture that nobody can decode. Throws ConversionError.
 */
export async function judgeStream(
  run: { ffmpeg: string; missing: string } & Pick<RunOptions, "folder" | "signal">,
  source: Source,
  into: string,
): Promise<StreamSet> {
  const playlist = await readFile(join(into, STREAM_ENTRY), "utf8").catch(() => "");
  const lengths = [...playlist.matchAll(/^#EXTINF:([\d.]+)/gm)].map((match) => Number(match[1]));
  const durationSeconds = lengths.reduce((sum, length) => sum + length, 0);
  const isRegular = lengths.every((length) => length > 0 && length <= MAX_SEGMENT_SECONDS);
  if (lengths.length === 0 || !isRegular) throw new ConversionError(UNREADABLE);
  refuseBrokenOff(source, durationSeconds);
  const names = (await readdir(into)).sort();
  const segments = names.filter((name) => name.endsWith(".m4s"));
  await decodeStart(run, into, segments[Math.floor(segments.length / 2)] ?? "");
  const parts = names.map(async (name) => {
    const path = join(into, name);
    const mediaType = partTypes[extname(name)] ?? "application/octet-stream";
    return { name, path, mediaType, byteSize: (await stat(path)).size };
  });
  return { durationSeconds, parts: await Promise.all(parts) };
}

/** ffmpeg makes the best of half a file; its owner would find out in front of the audience. */
function refuseBrokenOff({ mediaType, info }: Source, seconds: number): void {
  const expected = longestSeconds(info);
  // Only this format's length can be relied upon: others are recorded live and never corrected.
  const isReliable = mediaType === "video/mp4" || mediaType === "video/quicktime";
  if (!isReliable || seconds >= expected * 0.9 - 1) return;
  throw new ConversionError(`The file breaks off: ${Math.round(seconds)} of ${Math.round(expected)} seconds`);
}

/** Picture and sound of one segment, of each the first that comes out. */
async function decodeStart(
  { ffmpeg, ...rest }: Parameters<typeof judgeStream>[0],
  into: string,
  segment: string,
): Promise<void> {
  const input = ["-protocol_whitelist", "concat,file", "-f", "mov", "-i", `concat:init.mp4|${segment}`];
  const first = ["-map", "0", "-frames:v", "1", "-frames:a", "1", "-f", "framecrc", "-"];
  const options = { ...rest, folder: into, limitSeconds: JUDGE_SECONDS };
  const printed = await runProgram(ffmpeg, [...common, ...input, ...first], options).catch((error: unknown) => {
    throw error instanceof ProgramFailedError ? new ConversionError(UNREADABLE, error) : error;
  });
  // Lines of comments, then one for each frame.
  if (!/^\d/m.test(printed)) throw new ConversionError(UNREADABLE);
}
