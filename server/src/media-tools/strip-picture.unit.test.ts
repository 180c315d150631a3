import { PNG } from "pngjs";
import { expect, test } from "vitest";
import { exif, hex, jpeg, secret, segment } from "../../test/picture-fixture.ts";
import { pictureSize } from "./picture-size.ts";
import { stripPicture } from "./strip-picture.ts";

const jfif = segment(0xe0, hex("4a46494600 0101 00 0001 0001 0000"));
const profile = segment(0xe2, "ICC_PROFILE\0\x01\x01colours");
const adobe = segment(0xee, "Adobe\0d\0\0\0\0\x01");

test("a JPEG keeps its picture and colours, and loses everything else, behind its end too", () => {
  const told = [exif(1), segment(0xe1, `http://ns.adobe.com/xap/1.0/\0${secret}`), segment(0xed, secret)];
  const more = [segment(0xe2, `MPF\0${secret}`), segment(0xfe, secret)];
  const given = Buffer.concat([jpeg(jfif, ...told, profile, adobe, ...more), jpeg(exif(1))]);
  expect(stripPicture(given, "image/jpeg")).toEqual(jpeg(jfif, profile, adobe));
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  "a picture turned by EXIF (%i) stays turned, and is measured as shown",
  (orientation) => {
    const given = jpeg(jfif, exif(orientation));
    const size = orientation < 5 ? { width: 30, height: 20 } : { width: 20, height: 30 };
    expect(pictureSize(given)).toEqual({ ...size, orientation });
    const stripped = stripPicture(Buffer.from(given), "image/jpeg");
    expect(pictureSize(stripped)).toEqual({ ...size, orientation });
    expect(stripped.includes(secret)).toBe(false);
    expect(stripped.length - jpeg(jfif).length).toBe(orientation === 1 ? 0 : 36);
  },
);

test("two megabytes before the frame neither hide it nor stay", () => {
  const remarks = Array.from({ length: 40 }, () => segment(0xed, "x".repeat(60_000)));
  const given = jpeg(...remarks);
  expect(pictureSize(given)).toMatchObject({ width: 30, height: 20 });
  expect(stripPicture(given, "image/jpeg")).toEqual(jpeg());
});

test("EXIF that lies about itself turns nothing", () => {
  for (const lie of [
    exif(0),
    exif(9),
    exif(255),
    segment(0xe1, "Exif\0\0II*\0\x08\0\0\0\xff\xff"),
    segment(0xe1, "Exif\0\0"),
  ])
    expect(stripPicture(jpeg(lie), "image/jpeg")).toEqual(jpeg());
});

test("a PNG keeps its picture, its colours and how it moves", () => {
  const png = PNG.sync.write(new PNG({ width: 3, height: 2 }));
  const chunk = (type: string) => {
    const text = Buffer.from(`\0\0\0\0${type}${secret}CRC.`, "latin1");
    text.writeUInt32BE(secret.length, 0);
    return text;
  };
  const insert = (...types: string[]) => Buffer.concat([png.subarray(0, 33), ...types.map(chunk), png.subarray(33)]);
  const kept = ["acTL", "iCCP", "fcTL", "tRNS", "pHYs"];
  const given = Buffer.concat([insert("tEXt", ...kept, "zTXt", "iTXt", "eXIf", "tIME", "prVt"), Buffer.from(secret)]);
  expect(stripPicture(given, "image/png")).toEqual(insert(...kept));
  expect(stripPicture(Buffer.from(png), "image/png")).toEqual(png);
  expect(pictureSize(png)).toMatchObject({ width: 3, height: 2 });
});

test("a GIF keeps its pictures, their times and their repeating", () => {
  const head = Buffer.concat([Buffer.from("GIF89a"), hex("0200 0100 80 00 00"), hex("000000ffffff")]);
  const repeat = Buffer.concat([hex("21ff0b"), Buffer.from("NETSCAPE2.0"), hex("03 01 0000 00")]);
  const control = hex("21f904 00 0a00 00 00");
  const image = hex("2c 0000 0000 0200 0100 00 02 02 4401 00");
  const remark = Buffer.concat([hex("21fe0b"), Buffer.from(secret), hex("00")]);
  const xmp = Buffer.concat([hex("21ff0b"), Buffer.from("XMP DataXMP"), hex("0b"), Buffer.from(secret), hex("00")]);
  const given = Buffer.concat([
    head,
    xmp,
    repeat,
    remark,
    control,
    image,
    control,
    image,
    hex("3b"),
    Buffer.from(secret),
  ]);
  const kept = Buffer.concat([head, repeat, control, image, control, image, hex("3b")]);
  expect(stripPicture(given, "image/gif")).toEqual(kept);
});

test("pictures cut anywhere are stripped as far as they go", () => {
  const whole = {
    "image/jpeg": jpeg(jfif, exif(6), profile),
    "image/png": PNG.sync.write(new PNG({ width: 3, height: 2 })),
  };
  for (const [mediaType, bytes] of Object.entries(whole))
    for (let length = 0; length < bytes.length; length++)
      expect(stripPicture(Buffer.from(bytes.subarray(0, length)), mediaType).length).toBeLessThanOrEqual(bytes.length);
});
