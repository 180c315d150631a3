export interface JpegSegment {
  readonly marker: number;
  readonly from: number;
  /** With the coded picture that follows a scan's header. */
  readonly to: number;
}

const SCAN = 0xda;
const END = 0xd9;

/** From segment to segment, as libjpeg walks: it passes over what is none, and ends with the picture, not with the file. */
export function* jpegSegments(bytes: Buffer): Generator<JpegSegment> {
  let from = nextMarker(bytes, 2);
  while (from + 4 <= bytes.length) {
    const marker = bytes[from + 1] ?? 0;
    if (marker === END) break;
    const end = from + 2 + Math.max(2, bytes.readUInt16BE(from + 2));
    const to = Math.min(marker === SCAN ? nextMarker(bytes, end) : end, bytes.length);
    yield { marker, from, to };
    from = nextMarker(bytes, to);
  }
  if (bytes[from + 1] === END) yield { marker: END, from, to: from + 2 };
}

/** Where the next marker begins that is neither part of a coded picture nor one of a few that stand alone. */
function nextMarker(bytes: Buffer, start: number): number {
  for (let at = start; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1] ?? 0;
    const isInside = next <= 1 || (next >= 0xd0 && next <= 0xd8) || next === 0xff;
    if (!isInside) return at;
  }
  return bytes.length;
}

/** SOF0 to SOF15, without the tables among them. */
export function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

export function isExif(bytes: Buffer, { marker, from }: JpegSegment): boolean {
  return marker === 0xe1 && bytes.toString("latin1", from + 4, from + 10) === "Exif\0\0";
}
