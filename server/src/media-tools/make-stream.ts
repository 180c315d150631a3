import { mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { ConversionError } from "./conversion-error.ts";
import { FFMPEG_MISSING, inputArguments, type MediaInfo, UNREADABLE, type VideoTrack } from "./probe-media.ts";
import { ProgramFailedError, type RunOptions, runProgram } from "./run-program.ts";

export const STREAM_ENTRY = "index.m3u8";
export const STREAM_TYPE = "application/vnd.apple.mpegurl";

/** A file that a browser can play, as HLS: what it asks for, one by one. */
export interface StreamSet {
  readonly durationSeconds: number;
  readonly parts: readonly { name: string; path: string; mediaType: string; byteSize: number }[];
}

interface Source {
  readonly path: string;
  readonly mediaType: string;
  readonly info: MediaInfo;
}

const SEGMENT_SECONDS = 6;
/** A copied picture is cut where its maker set key frames; further apart, starting and seeking take too long. */
const MAX_SEGMENT_SECONDS = 20;
const MAX_HOURS = 24;
/** Of width or height. */
const MAX_PIXELS = 1920;

const partTypes: Readonly<Record<string, string>> = {
  ".m3u8": STREAM_TYPE,
  ".mp4": "video/mp4",
  ".m4s": "video/iso.segment",
};

/** Makes HLS of a video or sound file: H.264 and AAC are copied as they are, anything else is transcoded into them. */
export async function makeStream(
  ffmpeg: string,
  source: Source,
  options: Pick<RunOptions, "folder" | "signal">,
): Promise<StreamSet> {
  const { durationSeconds = 0, video } = source.info;
  if (durationSeconds > MAX_HOURS * 3600) throw new ConversionError(`It is longer than ${MAX_HOURS} hours`);
  const into = join(options.folder, "stream");
  const convert = async (copiesPicture: boolean) => {
    await rm(into, { recursive: true, force: true });
    await mkdir(into);
    await runFfmpeg(ffmpeg, streamArguments(source, into, copiesPicture), { ...options, durationSeconds });
    return readStream(into);
  };
  let stream = await convert(video !== undefined && canCopy(video));
  if (stream.longestSeconds > MAX_SEGMENT_SECONDS) stream = await convert(false);
  refuseBrokenOff(source, stream.durationSeconds);
  return stream;
}

/** A picture from the beginning of a video, as poster.jpg in the folder; answers its path. */
export async function makePoster(
  ffmpeg: string,
  source: Source,
  options: Pick<RunOptions, "folder" | "signal">,
): Promise<string> {
  const { durationSeconds = 0, video } = source.info;
  const path = join(options.folder, "poster.jpg");
  // Not the very first, which is black more often than not.
  const at = String(Math.min(durationSeconds / 10, 10).toFixed(3));
  const picture = ["-map", `0:${video?.index}`, "-frames:v", "1", "-vf", fitInto(1280), "-q:v", "3", "-f", "mjpeg"];
  const input = inputArguments(source.path, source.mediaType);
  await runFfmpeg(ffmpeg, [...common, "-ss", at, ...input, ...picture, path], { ...options, durationSeconds: 0 });
  if (!(await stat(path).catch(() => undefined))?.size) throw new ConversionError(UNREADABLE);
  return path;
}

const common = ["-v", "error", "-nostdin", "-y"];

async function runFfmpeg(
  ffmpeg: string,
  args: readonly string[],
  { durationSeconds, ...options }: Pick<RunOptions, "folder" | "signal"> & { durationSeconds: number },
): Promise<void> {
  // Slow machines transcode at a quarter of the playing time; the rest is for reading and writing.
  const limitSeconds = 600 + 4 * durationSeconds;
  await runProgram(ffmpeg, args, { ...options, limitSeconds, missing: FFMPEG_MISSING }).catch((error: unknown) => {
    throw error instanceof ProgramFailedError ? new ConversionError(UNREADABLE, error) : error;
  });
}

/** What every browser plays: no alpha, no 10 bit, and nothing that only the file around the picture tells. */
function canCopy(video: VideoTrack): boolean {
  const isPlain = video.pixelFormat === "yuv420p" || video.pixelFormat === "yuvj420p";
  return video.codec === "h264" && isPlain && !video.isRotated && !video.isInterlaced;
}

function streamArguments({ path, mediaType, info }: Source, into: string, copiesPicture: boolean): string[] {
  const { video, audio } = info;
  return [
    ...common,
    ...inputArguments(path, mediaType),
    ...(video ? ["-map", `0:${video.index}`, ...(copiesPicture ? ["-c:v", "copy"] : transcodePicture)] : []),
    ...(audio ? ["-map", `0:${audio.index}`, ...soundArguments(audio)] : []),
    // Files of phones tell where they were filmed.
    ...["-map_metadata", "-1", "-map_chapters", "-1", "-sn", "-dn", "-max_muxing_queue_size", "4096"],
    ...["-f", "hls", "-hls_time", String(SEGMENT_SECONDS), "-hls_playlist_type", "vod"],
    ...["-hls_segment_type", "fmp4", "-hls_fmp4_init_filename", "init.mp4", "-hls_flags", "independent_segments"],
    ...["-hls_segment_filename", join(into, "segment-%05d.m4s"), join(into, STREAM_ENTRY)],
  ];
}

const transcodePicture = [
  ...["-c:v", "libx264", "-preset", "veryfast", "-crf", "22", "-maxrate", "6M", "-bufsize", "12M"],
  ...["-profile:v", "high", "-pix_fmt", "yuv420p", "-vf", `yadif=deint=interlaced,${fitInto(MAX_PIXELS)}`],
  ...["-force_key_frames", `expr:gte(t,n_forced*${SEGMENT_SECONDS})`],
];

function soundArguments({ codec, channels }: { codec: string; channels: number }): string[] {
  if (codec === "aac" && channels <= 2) return ["-c:a", "copy"];
  return ["-c:a", "aac", "-b:a", "128k", "-ac", String(Math.min(channels, 2)), "-ar", "48000"];
}

/** Never larger than it is, and even in both directions, as H.264 wants it. */
function fitInto(pixels: number): string {
  return `scale=w='min(${pixels},iw)':h='min(${pixels},ih)':force_original_aspect_ratio=decrease:force_divisible_by=2`;
}

async function readStream(folder: string): Promise<StreamSet & { longestSeconds: number }> {
  const playlist = await readFile(join(folder, STREAM_ENTRY), "utf8").catch(() => "");
  const lengths = [...playlist.matchAll(/^#EXTINF:([\d.]+)/gm)].map((match) => Number(match[1]));
  if (lengths.length === 0) throw new ConversionError(UNREADABLE);
  const names = (await readdir(folder)).sort();
  const parts = names.map(async (name) => {
    const path = join(folder, name);
    const mediaType = partTypes[extname(name)] ?? "application/octet-stream";
    return { name, path, mediaType, byteSize: (await stat(path)).size };
  });
  return {
    durationSeconds: lengths.reduce((sum, length) => sum + length, 0),
    longestSeconds: Math.max(...lengths),
    parts: await Promise.all(parts),
  };
}

/** ffmpeg makes the best of half a file; its owner would find out in front of the audience. */
function refuseBrokenOff({ mediaType, info }: Source, seconds: number): void {
  const { durationSeconds = 0 } = info.video ?? info.audio ?? {};
  // Only this format's length can be relied upon: others are recorded live and never corrected.
  const isReliable = mediaType === "video/mp4" || mediaType === "video/quicktime";
  if (!isReliable || seconds >= durationSeconds * 0.9 - 1) return;
  throw new ConversionError(`The file breaks off: ${Math.round(seconds)} of ${Math.round(durationSeconds)} seconds`);
}
