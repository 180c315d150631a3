import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Refusal } from "../errors.ts";
import { decodeBody, type Fields, many, one, parseJsonBody, parseUrlEncoded } from "./forms.ts";

const names = fc.constantFrom("email", "firstName", "last_name", "__proto__", "constructor", "std1", "", "tagCampaign");

function refusalCode(act: () => unknown): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

describe("urlencoded", () => {
  test.each<[text: string, fields: Fields]>([
    ["email=john%40acme.com&firstname=John", { email: "john@acme.com", firstname: "John" }],
    ["email=john@acme.com&First_Name=Jo+Ann", { email: "john@acme.com", firstname: "Jo Ann" }],
    ["a=1&a=2&A=3", { a: ["1", "2", "3"] }],
    ["a=&b&&=x&c=1=2", { c: "1=2" }],
    ["a=100%&b=%zz%41&c=%c3%bc%", { a: "100%", b: "%zzA", c: "ü%" }],
    ["zip=00501&n=%26%3D%25%22", { zip: "00501", n: '&=%"' }],
    ["company=Müller & Söhne", { company: "Müller " }],
    ["", {}],
  ])("%j", (text, fields) => {
    expect({ ...parseUrlEncoded(text) }).toEqual(fields);
  });

  test("escapes that are no UTF-8 are refused, beside a stray percent sign too", () => {
    for (const text of ["a=%ff", "a=%c3", "a=%ed%a0%80", "a=5%&b=%c3%28", "%ff=1"])
      expect(refusalCode(() => parseUrlEncoded(text))).toBe("body.notUtf8");
  });

  test("U+0000 is refused, escaped or raw, in names too", () => {
    for (const text of ["a=x%00", "a%00b=1", "a=\0", "a=%%00"])
      expect(refusalCode(() => parseUrlEncoded(text))).toBe("parameter.invalid");
    expect(one(parseUrlEncoded("a=%2500"), "a")).toBe("%00");
  });

  test("the fields have no prototype and cannot be given one", () => {
    const fields = parseUrlEncoded("__proto__=1&constructor=2&to_string=3");
    expect(Object.getPrototypeOf(fields)).toBeNull();
    expect({ ...fields }).toEqual({ proto: "1", constructor: "2", tostring: "3" });
    expect(one(fields, "hasownproperty")).toBeUndefined();
  });

  test("whatever is well encoded comes back as it was", () => {
    const value = fc.string({ unit: "binary", minLength: 1 }).filter((text) => !text.includes("\0"));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom("email", "std1", "notes"), value)), (pairs) => {
        const fields = parseUrlEncoded(new URLSearchParams(pairs).toString());
        for (const name of ["email", "std1", "notes"])
          expect(many(fields, name)).toEqual(pairs.filter((pair) => pair[0] === name).map((pair) => pair[1]));
      }),
    );
  });

  test("whatever arrives, the answer is fields without empty values or a refusal", () => {
    const soup = fc.array(
      fc.oneof(fc.constantFrom("&", "=", "%", "+", "%00", "%c3", "%bc", ";", "\0", "__proto__"), fc.string()),
    );
    fc.assert(
      fc.property(soup, (parts) => {
        let fields: Fields = {};
        if (refusalCode(() => (fields = parseUrlEncoded(parts.join("")))) !== undefined) return;
        for (const value of Object.values(fields).flat()) {
          expect(value).not.toBe("");
          expect(value).not.toContain("\0");
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("charset", () => {
  const form = "application/x-www-form-urlencoded";

  test.each([
    [undefined, Buffer.from("ü")],
    [form, Buffer.from("\ufeffü")],
    [`${form}; charset=UTF-8`, Buffer.from("ü")],
    [`${form};charset="utf8"`, Buffer.from("ü")],
    [`${form}; Charset=ISO-8859-1`, Buffer.from([0xfc])],
    ["application/json; charset=windows-1252; x=y", Buffer.from([0xfc])],
    [`${form}; charset=utf-16`, Buffer.from("\ufeffü", "utf16le")],
    [`${form}; charset=utf-16`, Buffer.from("\ufeffü", "utf16le").swap16()],
    [`${form}; charset=utf-16be`, Buffer.from("ü", "utf16le").swap16()],
  ])("%s", (contentType, bytes) => {
    expect(decodeBody(bytes, contentType)).toBe("ü");
  });

  test("Windows-1252 has printable characters where Latin-1 has controls", () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
    const text = decodeBody(bytes, `${form}; charset=iso-8859-1`);
    expect(text[0x80]).toBe("€");
    expect(text[0x99]).toBe("™");
    expect(text[0x9f]).toBe("Ÿ");
    expect(text[0xff]).toBe("ÿ");
    expect(text).toHaveLength(256);
  });

  test("bytes that are no text of the charset, and charsets nobody knows, are refused", () => {
    expect(refusalCode(() => decodeBody(Buffer.from([0x61, 0xff]), form))).toBe("body.notUtf8");
    expect(refusalCode(() => decodeBody(Buffer.from([0xed, 0xa0, 0x80]), form))).toBe("body.notUtf8");
    expect(refusalCode(() => decodeBody(Buffer.from([0x00, 0xd8]), `${form}; charset=utf-16le`))).toBe("body.notUtf8");
    expect(refusalCode(() => decodeBody(Buffer.from([0x61]), `${form}; charset=utf-16le`))).toBe("body.notUtf8");
    for (const charset of ["ebcdic", "constructor", "__proto__"])
      expect(refusalCode(() => decodeBody(Buffer.from("a"), `${form}; charset=${charset}`))).toBe("body.mediaType");
  });

  test("whatever bytes arrive, the answer is text or a refusal", () => {
    const types = fc.oneof(
      fc.constantFrom("utf-8", "utf-16", "latin1", "us-ascii").map((name) => `x; charset=${name}`),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), types, (bytes, type) => {
        refusalCode(() => decodeBody(Buffer.from(bytes), type));
      }),
    );
  });
});

describe("JSON", () => {
  test("scalars, lists and objects become what a form would have held", () => {
    const text = `{"email":"a@b.c","age":7,"live":true,"none":null,"empty":"","tags":["x",1,null,""],"list":[],
      "metadata":{"a":[1,null]},"nested":[["x"],{"b":2}],"first_name":"Jo","firstName":"Ann"}`;
    expect({ ...parseJsonBody(text) }).toEqual({
      email: "a@b.c",
      age: "7",
      live: "true",
      tags: ["x", "1"],
      metadata: '{"a":[1,null]}',
      nested: ['["x"]', '{"b":2}'],
      firstname: ["Jo", "Ann"],
    });
  });

  test.each(["", "[]", "null", "3", '"a"', "{", '{"a":}', "{'a':1}", "\ufeff{}"])("%j is refused", (text) => {
    expect(refusalCode(() => parseJsonBody(text))).toBe("body.malformed");
  });

  test("what PostgreSQL cannot store is refused, at any depth and in names", () => {
    for (const value of ["\0", "\ud800", { a: "\0" }, ["\udc00x"], { "\0": 1 }, [[["\0"]]]])
      expect(refusalCode(() => parseJsonBody(JSON.stringify({ std1: value })))).toBe("parameter.invalid");
    expect(refusalCode(() => parseJsonBody('{"a\\u0000":1}'))).toBe("parameter.invalid");
    expect(one(parseJsonBody('{"a":"\\ud83d\\ude00 \\\\u0000"}'), "a")).toBe("😀 \\u0000");
  });

  test("nesting beyond any stack is refused, not fatal", () => {
    const deep = `{"a":${"[".repeat(200_000)}${"]".repeat(200_000)},"b":"\\u0041"}`;
    expect(refusalCode(() => parseJsonBody(deep))).toBe("body.malformed");
  });

  test("__proto__ is a name like any other", () => {
    const fields = parseJsonBody('{"__proto__":{"polluted":1},"constructor":"x"}');
    expect({ ...fields }).toEqual({ proto: '{"polluted":1}', constructor: "x" });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test("whatever arrives, the answer is fields or a refusal", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc.dictionary(names, fc.jsonValue()).map((body) => JSON.stringify(body)),
        ),
        (text) => {
          refusalCode(() => parseJsonBody(text));
        },
      ),
    );
  });
});
