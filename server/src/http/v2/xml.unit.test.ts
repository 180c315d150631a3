import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toXml, wantsXml } from "./xml.ts";

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';

/** A strict reader of the XML we write: elements without attributes, text with references. Throws at anything else. */
function parseXml(xml: string): { name: string; text: string; children: unknown[] } {
  if (!xml.startsWith(declaration)) throw new Error("no declaration");
  const tokens = xml.slice(declaration.length).match(/<[^<>]*>|[^<>]+|[<>]/g) ?? [];
  const root = { name: "", text: "", children: [] as unknown[] };
  const open = [root];
  for (const token of tokens) {
    const top = open.at(-1);
    if (!top) throw new Error("text after the end");
    const tag = /^<(\/?)([A-Za-z_][\w.-]*)>$/.exec(token);
    if (!tag && token.startsWith("<")) throw new Error(`no tag: ${token}`);
    if (!tag) top.text += readText(token);
    else if (tag[1] === "/") {
      if (open.pop()?.name !== tag[2]) throw new Error(`wrong end: ${token}`);
    } else {
      const child = { name: tag[2] ?? "", text: "", children: [] };
      top.children.push(child);
      open.push(child);
    }
  }
  if (open.length !== 1 || root.children.length !== 1 || root.text !== "") throw new Error("not one root element");
  return root.children[0] as typeof root;
}

function readText(text: string): string {
  if (/[^\t\n\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.test(text))
    throw new Error("a character XML has not");
  const references: Record<string, string> = {
    "&amp;": "&",
    "&lt;": "<",
    "&gt;": ">",
    "&apos;": "'",
    "&quot;": '"',
    "&#13;": "\r",
  };
  return text.replace(/&[^;]*;?/g, (reference) => {
    const character = references[reference];
    if (character === undefined) throw new Error(`no reference: ${reference}`);
    return character;
  });
}

describe("toXml", () => {
  test("lists repeat their key, nothing is left of what has no value", () => {
    const answer = {
      total: 2,
      none: null,
      missing: undefined,
      events: [{ id: 1, tags: ["a", "b"] }, { id: 2, tags: [] }, null],
    };
    expect(toXml(answer, "response")).toBe(
      `${declaration}<response><total>2</total><events><id>1</id><tags>a</tags><tags>b</tags></events><events><id>2</id></events></response>`,
    );
  });

  test("an empty answer, and text that looks like markup", () => {
    expect(toXml({}, "response")).toBe(`${declaration}<response></response>`);
    expect(parseXml(toXml({ message: '<b>&amp; "it\'s"\r\n\0\ud800😀</b>' }, "response")).children).toEqual([
      { name: "message", text: '<b>&amp; "it\'s"\r\n😀</b>', children: [] },
    ]);
  });

  test("keys that the builder would obey are ordinary elements", () => {
    const answer = {
      "#text": "x",
      "?xml": { "@_version": "1.1" },
      "@_id": 1,
      "1st": true,
      "a b": 0,
      "": "",
      "<x>": [[1], [2]],
    };
    expect(() => parseXml(toXml(answer, "re sponse"))).not.toThrow();
    expect(toXml({ "#text": "x", "1st": [[1], [[2]]] }, "a")).toBe(
      `${declaration}<a><_text>x</_text><_1st>1</_1st><_1st>2</_1st></a>`,
    );
  });

  test("every text comes back as it was, but for characters XML cannot hold", () => {
    const text = fc.string({ unit: "binary" });
    fc.assert(
      fc.property(text, (value) => {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML leaves out
        const held = value.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "").replace(/\p{Surrogate}/gu, "");
        expect(parseXml(toXml({ value }, "a")).children).toEqual([{ name: "value", text: held, children: [] }]);
      }),
    );
  });

  test("every answer is well-formed", () => {
    const answer = fc.dictionary(fc.string(), fc.jsonValue({ depthSize: "medium", stringUnit: "binary" }));
    fc.assert(
      fc.property(answer, fc.string(), (value, root) => {
        expect(() => parseXml(toXml(value, root))).not.toThrow();
      }),
    );
  });
});

test.each([
  [undefined, false],
  ["", false],
  ["*/*", false],
  ["application/json", false],
  ["text/xml", false],
  ["application/xmlx", false],
  ["application/xml", true],
  ["Application/XML; charset=utf-8", true],
  ["application/xml, */*", true],
  ["application/xml, application/json", false],
  ["application/json;q=0.5, application/xml", true],
  ["application/json, application/xml;q=0.9", false],
  ["application/xml;q=0", false],
  ["application/xml;q=x", false],
])("Accept %j wants XML: %s", (accept, wanted) => {
  expect(wantsXml(accept)).toBe(wanted);
});
