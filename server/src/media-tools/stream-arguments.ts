import { join } from "node:path";
import { type AudioTrack, inputArguments, type MediaInfo, type VideoTrack } from "./probe-media.ts";

export const STREAM_ENTRY = "index.m3u8";

export interface Source {
  readonly path: string;
  readonly mediaType: string;
  readonly info: MediaInfo;
}

const SEGMENT_SECONDS = 6;
/** Of width or height. */
const MAX_PIXELS = 1920;
/** So that pictures that stand still can be sought in, and none are shown that nobody sees. */
const MIN_FRAMES_PER_SECOND = 5;
const MAX_FRAMES_PER_SECOND = 60;
/** By which the picture may end before the sound. */
const GAP_SECONDS = 0.5;

export const common = ["-v", "error", "-nostdin", "-y"];

/** Of the longest track, or what the file says of itself as a whole. */
export function longestSeconds({ durationSeconds = 0, video, audio }: MediaInfo): number {
  return Math.max(video?.durationSeconds ?? 0, audio?.durationSeconds ?? 0) || durationSeconds;
}

/** How long the picture's last frame is held while the sound goes on. */
function heldSeconds(info: MediaInfo): number {
  return info.video?.durationSeconds ? longestSeconds(info) - info.video.durationSeconds : 0;
}

/** AVI knows one time of a frame where H.264 has two, and WMV holds none of it. */
const timedTypes = ["video/mp4", "video/quicktime", "video/x-flv"];
const copiedProfiles = ["Constrained Baseline", "Baseline", "Main", "High"];
const MAX_LEVEL = 52;

/** What every browser plays, and nothing that only the file around the picture tells. */
export function canCopyPicture({ mediaType, info }: Source): boolean {
  const { video } = info;
  if (!video || !timedTypes.includes(mediaType) || heldSeconds(info) > GAP_SECONDS) return false;
  const isKnown = video.codec === "h264" && copiedProfiles.includes(video.profile) && video.level <= MAX_LEVEL;
  const isPlain = video.pixelFormat === "yuv420p" || video.pixelFormat === "yuvj420p";
  return isKnown && isPlain && !video.isRotated && !video.isInterlaced && !video.isAnamorphic && !video.isHdr;
}

function canCopySound(mediaType: string, { codec, profile, channels, sampleRate }: AudioTrack): boolean {
  const isKnown = codec === "aac" && ["LC", "HE-AAC", "HE-AACv2"].includes(profile);
  return isKnown && timedTypes.includes(mediaType) && channels <= 2 && sampleRate <= 48_000;
}

export function streamArguments(source: Source, into: string, copiesPicture: boolean): string[] {
  const { path, mediaType, info } = source;
  const { video, audio } = info;
  const picture = video && (copiesPicture ? ["-c:v", "copy"] : transcodePicture(video, heldSeconds(info)));
  return [
    ...common,
    ...inputArguments(path, mediaType),
    ...(video && picture ? ["-map", `0:${video.index}`, ...picture] : []),
    ...(audio ? ["-map", `0:${audio.index}`, ...soundArguments(mediaType, audio)] : []),
    // Files of phones tell where they were filmed.
    ...["-map_metadata", "-1", "-map_chapters", "-1", "-sn", "-dn", "-max_muxing_queue_size", "4096"],
    ...["-f", "hls", "-hls_time", String(SEGMENT_SECONDS), "-hls_playlist_type", "vod"],
    ...["-hls_segment_type", "fmp4", "-hls_fmp4_init_filename", "init.mp4", "-hls_flags", "independent_segments"],
    ...["-hls_segment_filename", join(into, "segment-%05d.m4s"), join(into, STREAM_ENTRY)],
  ];
}

/** The arguments of a picture from the beginning. */
export function posterArguments({ path, mediaType, info }: Source, atSeconds: number): string[] {
  const { video } = info;
  const filters = [...(video?.isHdr ? [toneMap] : []), squarePixels, fitInto(1280)].join(",");
  const picture = ["-map", `0:${video?.index}`, "-frames:v", "1", "-vf", filters, "-q:v", "3", "-f", "mjpeg"];
  return [...common, "-ss", atSeconds.toFixed(3), ...inputArguments(path, mediaType), ...picture];
}

/** BT.2100 to BT.709, tags too: linear light, the smaller colour space, and bright parts bent rather than cut. */
const toneMap =
  "zscale=t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,tonemap=hable:desat=0,zscale=t=bt709:m=bt709:r=tv,format=yuv420p";
const squarePixels = "scale=w='max(2,trunc(iw*sar/2)*2)':h=ih,setsar=1";

function transcodePicture(video: VideoTrack, holdSeconds: number): string[] {
  const pace = Math.min(Math.max(video.framesPerSecond, MIN_FRAMES_PER_SECOND), MAX_FRAMES_PER_SECOND);
  const filters = [
    "yadif=deint=interlaced",
    ...(video.isHdr ? [toneMap] : []),
    ...(video.isAnamorphic ? [squarePixels] : []),
    fitInto(MAX_PIXELS),
    // A steady pace also where the picture stands still: players wait for the next one otherwise.
    `fps=${pace.toFixed(5)}`,
    ...(holdSeconds > 0 ? [`tpad=stop_mode=clone:stop_duration=${holdSeconds.toFixed(3)}`] : []),
  ];
  return [
    ...["-c:v", "libx264", "-preset", "veryfast", "-crf", "22", "-maxrate", "6M", "-bufsize", "12M"],
    ...["-profile:v", "high", "-pix_fmt", "yuv420p", "-vf", filters.join(",")],
    ...["-force_key_frames", `expr:gte(t,n_forced*${SEGMENT_SECONDS})`],
  ];
}

function soundArguments(mediaType: string, audio: AudioTrack): string[] {
  if (canCopySound(mediaType, audio)) return ["-c:a", "copy"];
  return ["-c:a", "aac", "-b:a", "128k", "-ac", String(Math.min(audio.channels, 2)), "-ar", "48000"];
}

/** Never larger than it is, and even in both directions, as H.264 wants it. */
function fitInto(pixels: number): string {
  return `scale=w='min(${pixels},iw)':h='min(${pixels},ih)':force_original_aspect_ratio=decrease:force_divisible_by=2`;
}
