/** Bytes of hexadecimal digits. */
export const hex = (text: string) => Buffer.from(text.replaceAll(" ", ""), "hex");
/** Nobody but its owner is to know it of a picture. */
export const secret = "N52.5 E13.4";

/** A segment of JPEG: marker, length, content. */
export function segment(marker: number, content: Buffer | string): Buffer {
  const bytes = Buffer.from(content as string, "latin1");
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(bytes.length + 2, 2);
  return Buffer.concat([head, bytes]);
}

/** EXIF of one entry, the orientation, and a position behind it; least significant byte first, as many cameras write. */
export function exif(orientation: number): Buffer {
  const entry = Buffer.from([0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]);
  return segment(
    0xe1,
    Buffer.concat([hex("457869660000 49492a0008000000 0100"), entry, hex("00000000"), Buffer.from(secret)]),
  );
}

const frame = segment(0xc0, hex("08 0014 001e 01 011100"));
const scan = Buffer.concat([segment(0xda, hex("01 0100 003f00")), hex("12ff0034ffd056ff")]);
const end = hex("ffd9");
/** 30 x 20 dots as they lie in the file, behind whatever stands before them. */
export const jpeg = (...parts: Buffer[]) => Buffer.concat([hex("ffd8"), ...parts, frame, scan, end]);
