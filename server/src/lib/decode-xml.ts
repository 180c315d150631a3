/** XML says how it is encoded by a mark, by its first two characters, or in words; UTF-8 where it says nothing. */
const beginnings: readonly (readonly [number[], string])[] = [
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
  [[0x3c, 0x00], "utf-16le"],
  [[0x00, 0x3c], "utf-16be"],
];
const declared = /^<\?xml\s[^<>?]{0,200}?encoding\s*=\s*["']([\w.-]{1,40})["']/;

/** The text of an XML document; throws a RangeError for an encoding that nobody knows, a TypeError for broken bytes. */
export function decodeXml(bytes: Buffer): string {
  const begins = beginnings.find(([[first, second]]) => bytes[0] === first && bytes[1] === second);
  const encoding = begins?.[1] ?? declared.exec(bytes.toString("latin1", 0, 300))?.[1] ?? "utf-8";
  // Text of one byte a character that calls itself UTF-16 was converted on the way.
  const isWrong = begins === undefined && /^utf-?16/i.test(encoding);
  return new TextDecoder(isWrong ? "utf-8" : encoding, { fatal: true }).decode(bytes);
}
