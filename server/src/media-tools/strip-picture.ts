import { jpegSegments } from "./jpeg-segments.ts";
import { pictureSize } from "./picture-size.ts";

/** Of a picture's bytes, what is kept. */
type Range = readonly [from: number, to: number];

const walks: Readonly<Record<string, (bytes: Buffer) => Iterable<Range>>> = {
  "image/jpeg": jpegRanges,
  "image/png": pngRanges,
  "image/gif": gifRanges,
};

/**
 * A picture without what it tells beside the picture: where and with what it was taken, remarks, small copies, and what
 * stands behind its end. The picture itself stays as it is to the bit, and so do its colours' profile and its turn,
 * without which it would be shown otherwise. Other files stay as they are. Changes the given bytes.
 */
export function stripPicture(bytes: Buffer, mediaType: string): Buffer {
  const walk = walks[mediaType];
  if (!walk) return bytes;
  const turn = mediaType === "image/jpeg" ? (pictureSize(bytes)?.orientation ?? 1) : 1;
  let length = 0;
  // In place: no walk looks back, and a hostile picture has millions of parts.
  for (const [from, to] of walk(bytes)) {
    bytes.copyWithin(length, from, to);
    length += to - from;
  }
  const kept = bytes.subarray(0, length);
  return turn > 1 && turn <= 8 ? Buffer.concat([kept.subarray(0, 2), turnSegment(turn), kept.subarray(2)]) : kept;
}

/** EXIF 2.3 of one entry: tag 0x0112 (orientation), one 16-bit number. */
function turnSegment(turn: number): Buffer {
  const head = "ffe10022457869660000" + "4d4d002a00000008" + "0001" + "0112000300000001";
  return Buffer.concat([Buffer.from(head, "hex"), Buffer.from([0, turn, 0, 0, 0, 0, 0, 0])]);
}

/** Frames, tables, scans and the end; of the applications' own only what tells how colours are to be read. */
function* jpegRanges(bytes: Buffer): Generator<Range> {
  yield [0, 2];
  for (const { marker, from, to } of jpegSegments(bytes)) {
    const isOfApplication = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
    if (!isOfApplication || tellsColours(marker, bytes.toString("latin1", from + 4, from + 16))) yield [from, to];
  }
}

function tellsColours(marker: number, name: string): boolean {
  if (marker === 0xe0) return name.startsWith("JFIF\0");
  if (marker === 0xe2) return name.startsWith("ICC_PROFILE\0");
  return marker === 0xee && name.startsWith("Adobe");
}

/** What the third edition of PNG has for pictures and their colours, animated ones too. */
const pngChunks = new Set(
  "IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT acTL fcTL fdAT".split(" "),
);

function* pngRanges(bytes: Buffer): Generator<Range> {
  yield [0, 8];
  for (let from = 8; from + 8 <= bytes.length; ) {
    const to = Math.min(from + 12 + bytes.readUInt32BE(from), bytes.length);
    const type = bytes.toString("latin1", from + 4, from + 8);
    if (pngChunks.has(type)) yield [from, to];
    if (type === "IEND") return;
    from = to;
  }
}

const GIF_IMAGE = 0x2c;
const GIF_EXTENSION = 0x21;
const GIF_CONTROL = 0xf9;
const GIF_APPLICATION = 0xff;

/** GIF89a, appendix B: of the extensions only what times the pictures and repeats them. */
function* gifRanges(bytes: Buffer): Generator<Range> {
  let from = 13 + colourBytes(bytes[10]);
  yield [0, Math.min(from, bytes.length)];
  while (from < bytes.length) {
    const label = bytes[from + 1];
    if (bytes[from] === GIF_IMAGE) {
      const to = endOfBlocks(bytes, from + 11 + colourBytes(bytes[from + 9]));
      yield [from, to];
      from = to;
    } else if (bytes[from] === GIF_EXTENSION) {
      const to = endOfBlocks(bytes, from + 2);
      const isRepeat = /^(NETSCAPE2\.0|ANIMEXTS1\.0)$/.test(bytes.toString("latin1", from + 3, from + 14));
      if (label === GIF_CONTROL || (label === GIF_APPLICATION && isRepeat)) yield [from, to];
      from = to;
    } else {
      // The trailer, or something that no reader knows: the picture ends here.
      yield [from, from + 1];
      return;
    }
  }
}

/** Of the table that a byte of flags announces. */
function colourBytes(flags = 0): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

/** Behind a row of blocks, each led by its length, the last of which is empty. */
function endOfBlocks(bytes: Buffer, start: number): number {
  let at = start;
  for (let size = bytes[at] ?? 0; size > 0; size = bytes[at] ?? 0) at += 1 + size;
  return Math.min(at + 1, bytes.length);
}
