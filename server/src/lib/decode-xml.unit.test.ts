import { expect, test } from "vitest";
import { decodeXml } from "./decode-xml.ts";

const text = '<?xml version="1.0" encoding="UTF-16"?><a>é</a>';
const swap = (bytes: Buffer) => Buffer.from(bytes).swap16();
const mark = Buffer.from([0xff, 0xfe]);
const utf16 = Buffer.from(text, "utf16le");

test.each([
  ["UTF-16, little end first, with a mark", Buffer.concat([mark, utf16])],
  ["UTF-16, big end first, with a mark", swap(Buffer.concat([mark, utf16]))],
  ["UTF-16, little end first", utf16],
  ["UTF-16, big end first", swap(utf16)],
  ["UTF-8 that calls itself UTF-16", Buffer.from(text)],
  ["UTF-8 with a mark", Buffer.from(`\uFEFF${text}`)],
])("%s", (_name, bytes) => {
  expect(decodeXml(bytes)).toBe(text);
});

test("an encoding in words, none, an unknown one, and broken bytes", () => {
  const latin = "<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>";
  expect(decodeXml(Buffer.from(latin, "latin1"))).toBe(latin);
  expect(decodeXml(Buffer.from("<a>é</a>"))).toBe("<a>é</a>");
  expect(() => decodeXml(Buffer.from("<?xml version='1.0' encoding='klingon'?><a/>"))).toThrow(RangeError);
  expect(() => decodeXml(Buffer.from([0x3c, 0x61, 0xff]))).toThrow(TypeError);
});
