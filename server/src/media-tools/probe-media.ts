import { ConversionError } from "./conversion-error.ts";
import { ProgramFailedError, type RunOptions, runProgram } from "./run-program.ts";

/** How ffmpeg is to read each type. Naming the reader keeps playlists and other lists of files from being one. */
const readers: Readonly<Record<string, string>> = {
  "video/mp4": "mov",
  "video/quicktime": "mov",
  "video/x-ms-wmv": "asf",
  "video/x-flv": "flv",
  "video/x-msvideo": "avi",
  "audio/mpeg": "mp3",
};

export const FFMPEG_MISSING = "ffmpeg is not installed on this server: ask its operator to install it";
export const UNREADABLE = "The file is damaged, or not of the type that its name says";

interface Track {
  readonly index: number;
  readonly codec: string;
  /** Where the file tells. */
  readonly durationSeconds: number | undefined;
}

export interface VideoTrack extends Track {
  readonly profile: string;
  /** Ten times H.264's own: 41 is 4.1. */
  readonly level: number;
  readonly pixelFormat: string;
  /** As shown: a phone's picture lies on its side in the file, and an anamorphic one is squeezed. */
  readonly width: number;
  readonly height: number;
  readonly isRotated: boolean;
  readonly isInterlaced: boolean;
  readonly isAnamorphic: boolean;
  /** Brighter than screens show by themselves: HLG of broadcasts and phones, PQ of films. */
  readonly isHdr: boolean;
  /** The file's own pace, 0 when it tells none; recordings of screens may leave out most of their pictures. */
  readonly framesPerSecond: number;
}

export interface AudioTrack extends Track {
  readonly profile: string;
  readonly sampleRate: number;
  readonly channels: number;
}

export interface MediaInfo {
  readonly durationSeconds: number | undefined;
  readonly video: VideoTrack | undefined;
  readonly audio: AudioTrack | undefined;
}

/** What ffprobe prints of it. */
interface Stream {
  index: number;
  codec_type?: string;
  codec_name?: string;
  duration?: string;
  pix_fmt?: string;
  width?: number;
  height?: number;
  field_order?: string;
  profile?: string;
  level?: number;
  sample_aspect_ratio?: string;
  color_transfer?: string;
  r_frame_rate?: string;
  avg_frame_rate?: string;
  sample_rate?: string;
  channels?: number;
  disposition?: { attached_pic?: number; default?: number };
  side_data_list?: { rotation?: number }[];
}

/** Arguments that make ffmpeg and ffprobe read this file and no other. */
export function inputArguments(path: string, mediaType: string): string[] {
  const reader = readers[mediaType];
  if (!reader) throw new Error(`ffmpeg is not to read ${mediaType}`);
  return ["-protocol_whitelist", "file", "-f", reader, "-i", `file:${path}`];
}

const PROBE_SECONDS = 120;

/** Finds the picture and the sound of a file that players choose by themselves. Throws ConversionError when there is neither. */
export async function probeMedia(
  ffprobe: string,
  file: { path: string; mediaType: string },
  options: Pick<RunOptions, "folder" | "signal">,
): Promise<MediaInfo> {
  const args = ["-v", "error", "-of", "json", "-show_format", "-show_streams"];
  const text = await runProgram(ffprobe, [...args, ...inputArguments(file.path, file.mediaType)], {
    ...options,
    limitSeconds: PROBE_SECONDS,
    missing: FFMPEG_MISSING,
  }).catch((error: unknown) => {
    throw error instanceof ProgramFailedError ? new ConversionError(UNREADABLE, error) : error;
  });
  const { streams = [], format } = JSON.parse(text) as { streams?: Stream[]; format?: { duration?: string } };
  const picture = choose(
    streams.filter((one) => one.codec_type === "video" && !one.disposition?.attached_pic && one.width),
  );
  const sound = choose(streams.filter((one) => one.codec_type === "audio" && one.channels));
  if (!picture && !sound) throw new ConversionError("There is neither picture nor sound in the file");
  return {
    durationSeconds: toSeconds(format?.duration),
    video: picture && toVideoTrack(picture),
    audio: sound && toAudioTrack(sound),
  };
}

/** The one that its maker meant, or the first. */
function choose(streams: readonly Stream[]): Stream | undefined {
  return streams.find((one) => one.disposition?.default) ?? streams[0];
}

function toTrack({ index, codec_name: codec = "", duration }: Stream): Track {
  return { index, codec, durationSeconds: toSeconds(duration) };
}

/** ffprobe says "N/A" of what it does not know. */
function toSeconds(text: string | undefined): number | undefined {
  const seconds = Number(text);
  return seconds > 0 ? seconds : undefined;
}

function toAudioTrack(stream: Stream): AudioTrack {
  const { profile = "", sample_rate, channels = 1 } = stream;
  return { ...toTrack(stream), profile, sampleRate: Number(sample_rate) || 0, channels };
}

function toVideoTrack(stream: Stream): VideoTrack {
  const rotation = Math.abs(stream.side_data_list?.find((one) => one.rotation)?.rotation ?? 0);
  const isOnSide = rotation === 90 || rotation === 270;
  const pixelShape = toRatio(stream.sample_aspect_ratio, ":") || 1;
  const width = Math.round((stream.width ?? 0) * pixelShape);
  const height = stream.height ?? 0;
  return {
    ...toTrack(stream),
    profile: stream.profile ?? "",
    level: stream.level ?? 0,
    pixelFormat: stream.pix_fmt ?? "",
    width: isOnSide ? height : width,
    height: isOnSide ? width : height,
    isRotated: rotation !== 0,
    isInterlaced: !["progressive", "unknown", undefined].includes(stream.field_order),
    isAnamorphic: pixelShape !== 1,
    isHdr: ["arib-std-b67", "smpte2084"].includes(stream.color_transfer ?? ""),
    framesPerSecond: toPace(toRatio(stream.r_frame_rate, "/"), toRatio(stream.avg_frame_rate, "/")),
  };
}

/** 0 when it is none. */
function toRatio(text: string | undefined, separator: string): number {
  const [over = 0, under = 0] = (text ?? "").split(separator).map(Number);
  return over > 0 && under > 0 ? over / under : 0;
}

/** The finest step between two pictures; where that is only the file's clock, their mean distance. */
function toPace(finest: number, mean: number): number {
  return finest > 0 && finest <= 120 ? finest : mean;
}
