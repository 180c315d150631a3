import { readFile } from "node:fs/promises";
import { imageSize } from "image-size";
import { isExif, isFrame, type JpegSegment, jpegSegments } from "./jpeg-segments.ts";

export interface PictureSize {
  /** In pixels, as shown: a camera held upright writes its picture on its side. */
  readonly width: number;
  readonly height: number;
  /** EXIF's word for how it is to be turned: 1 (as it is) to 8; from 5 on it lies on its side. */
  readonly orientation: number;
}

/** Size of a PNG, GIF or JPEG; undefined when it has none that a browser could show. */
export async function readPictureSize(path: string): Promise<PictureSize | undefined> {
  return pictureSize(await readFile(path));
}

export function pictureSize(bytes: Buffer): PictureSize | undefined {
  try {
    const found = imageSize(bytes[0] === 0xff ? jpegHead(bytes) : bytes.subarray(0, 1024));
    const { width, height, orientation = 1 } = found;
    if (width === 0 || height === 0) return undefined;
    return orientation < 5 ? { width, height, orientation } : { width: height, height: width, orientation };
  } catch {
    return undefined;
  }
}

/** An empty segment, for the library passes over the first. */
const start = Buffer.from("ffd8ffe00002", "hex");

/** What the library needs to know of a JPEG, which may stand behind any amount of other things. */
function jpegHead(bytes: Buffer): Buffer {
  let exif: JpegSegment | undefined;
  for (const segment of jpegSegments(bytes)) {
    if (isExif(bytes, segment)) exif ??= segment;
    if (isFrame(segment.marker))
      return Buffer.concat([start, ...(exif ? [cut(bytes, exif)] : []), cut(bytes, segment)]);
  }
  return start;
}

function cut(bytes: Buffer, { from, to }: JpegSegment): Buffer {
  return bytes.subarray(from, to);
}
