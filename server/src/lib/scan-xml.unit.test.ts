import { expect, test } from "vitest";
import { scanXml, type XmlLimits } from "./scan-xml.ts";

const limits: XmlLimits = { characters: 1_000, nodes: 5, depth: 3, attributes: 4, prefixes: 2 };
const faultOf = (xml: string) => {
  try {
    scanXml(xml, limits);
  } catch (error) {
    return (error as Error).message;
  }
  return undefined;
};

test.each([
  ["<a/>", undefined],
  ["\uFEFF<?xml version='1.0'?>\n<a b='1'>x</a>\n", undefined],
  ["<a><b/><c/><d/><e/></a>", undefined],
  ["<a><b/><c/><d/><e/><f/></a>", "has too many nodes"],
  [`<a>${"<!-- -->".repeat(5)}</a>`, "has too many nodes"],
  [`<a>${"<![CDATA[x]]>".repeat(5)}</a>`, "has too many nodes"],
  [`${"<?xml ?>".repeat(6)}<a/>`, "has too many nodes"],
  ["<a><b><c></c></b></a>", undefined],
  ["<a><b><c><d/></c></b></a>", "is too deep"],
  ['<a><b x=">"><c x="/>"><d/></c></b></a>', "is too deep"],
  ["<a b='1' c='2'><d e='3' f='4'/></a>", undefined],
  ["<a b='1' c='2'><d e='3' f='4' g='5'/></a>", "has too many attributes"],
  ["<a xmlns='x' xmlns:b='y'><c xmlns='x' xmlns:b='z'/></a>", undefined],
  ["<a xmlns='x' xmlns:b='y' xmlns:c='z'/>", "has too many name spaces"],
  [`<a>${"x".repeat(1_000)}</a>`, "is too long"],
  ["<!DOCTYPE a><a/>", "has a document type"],
  ["", "is no XML"],
  ["hello", "is no XML"],
  ["<a>", "is no XML"],
  ["<a b=c/>", "is no XML"],
  ["<a b='1' b='2'>", "is no XML"],
  ["<a>&b;</a>", "is no XML"],
  ["<a/><b/>", "is no XML"],
])("%s %s", (xml, fault) => {
  expect(faultOf(xml)).toBe(fault);
});

test("the text of the first element of a name, whatever stands in and around it", () => {
  expect(scanXml("<a>0<s:b>1 &amp; 2</s:b><b>3</b></a>", limits, "b")).toBe("1 & 2");
  expect(scanXml("<a><b/><b>3</b></a>", limits, "b")).toBe("");
  expect(scanXml("<a>b</a>", limits, "b")).toBeUndefined();
});
