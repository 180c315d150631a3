import { ConversionError } from "./conversion-error.ts";
import { ProgramFailedError, type RunOptions, runProgram } from "./run-program.ts";

/** How ffmpeg is to read each type. Naming the reader keeps playlists and other lists of files from being one. */
export const readers: Readonly<Record<string, string>> = {
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
  readonly pixelFormat: string;
  /** As shown: a phone's picture lies on its side in the file. */
  readonly width: number;
  readonly height: number;
  readonly isRotated: boolean;
  readonly isInterlaced: boolean;
}

export interface AudioTrack extends Track {
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
  channels?: number;
  disposition?: { attached_pic?: number };
  side_data_list?: { rotation?: number }[];
}

/** Arguments that make ffmpeg and ffprobe read this file and no other. */
export function inputArguments(path: string, mediaType: string): string[] {
  const reader = readers[mediaType];
  if (!reader) throw new Error(`ffmpeg is not to read ${mediaType}`);
  return ["-protocol_whitelist", "file", "-f", reader, "-i", `file:${path}`];
}

const PROBE_SECONDS = 120;

/** Finds the first picture and the first sound of a file. Throws ConversionError when there is neither. */
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
  const picture = streams.find((one) => one.codec_type === "video" && !one.disposition?.attached_pic && one.width);
  const sound = streams.find((one) => one.codec_type === "audio" && one.channels);
  if (!picture && !sound) throw new ConversionError("There is neither picture nor sound in the file");
  return {
    durationSeconds: toSeconds(format?.duration),
    video: picture && toVideoTrack(picture),
    audio: sound && { ...toTrack(sound), channels: sound.channels ?? 1 },
  };
}

function toTrack({ index, codec_name: codec = "", duration }: Stream): Track {
  return { index, codec, durationSeconds: toSeconds(duration) };
}

/** ffprobe says "N/A" of what it does not know. */
function toSeconds(text: string | undefined): number | undefined {
  const seconds = Number(text);
  return seconds > 0 ? seconds : undefined;
}

function toVideoTrack(stream: Stream): VideoTrack {
  const { width = 0, height = 0 } = stream;
  const rotation = Math.abs(stream.side_data_list?.find((one) => one.rotation)?.rotation ?? 0);
  const isOnSide = rotation === 90 || rotation === 270;
  return {
    ...toTrack(stream),
    pixelFormat: stream.pix_fmt ?? "",
    width: isOnSide ? height : width,
    height: isOnSide ? width : height,
    isRotated: rotation !== 0,
    isInterlaced: !["progressive", "unknown", undefined].includes(stream.field_order),
  };
}
