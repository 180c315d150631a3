import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type SplitRecord, splitRecords } from "./split-records.ts";

/** As it comes from a file: cut anywhere. */
async function split(text: string, separator = ",", pieceLength = 7): Promise<SplitRecord[]> {
  const pieces = Array.from({ length: Math.ceil(text.length / pieceLength) }, (_, index) =>
    text.slice(index * pieceLength, (index + 1) * pieceLength),
  );
  const records: SplitRecord[] = [];
  for await (const record of splitRecords(
    (async function* () {
      yield* pieces;
    })(),
    separator,
  ))
    records.push(record);
  return records;
}

const cellsOf = async (...given: Parameters<typeof split>) =>
  (await split(...given)).map((record) => ("cells" in record ? record.cells.join("|") : record.fault));

test.each([
  ["a,b\nc,d", ["a|b", "c|d"]],
  ["a,b\r\nc,d\r\n", ["a|b", "c|d"]],
  ["a,b\rc,d\r", ["a|b", "c|d"]],
  ['"E-mail\nAddress",b\nx,y', ["E-mail\nAddress|b", "x|y"]],
  ['"a ""b""",c', ['a "b"|c']],
  ['"",x', ["|x"]],
  ['5" pipe,x', ['5" pipe|x']],
  ["a,\n,b", ["a|", "|b"]],
])("%j", async (text, records) => {
  for (const pieceLength of [1, 3, 1_000]) expect(await cellsOf(text, ",", pieceLength)).toEqual(records);
});

test.each([
  ['a,b\nc,"d\ne,f\ng,h', ["a|b", "quotes", "e|f", "g|h"]],
  ['a,"b" c\ne,f', ["quotes", "e|f"]],
  ['"a\nb,c', ["quotes", "b|c"]],
  ['x,"a"b"\ry,z', ["quotes", "y|z"]],
])("a stray quote spoils its line alone: %j", async (text, records) => {
  for (const pieceLength of [1, 3, 1_000]) expect(await cellsOf(text, ",", pieceLength)).toEqual(records);
});

test("between tabs a quote that does not fit is a letter, one that does is a quote", async () => {
  expect(await cellsOf('"Acme" Inc.\t"a\tb"\t"open\nx\ty', "\t")).toEqual(['"Acme" Inc.|a\tb|"open', "x|y"]);
});

// Of a line that was given up, its end is left: an empty record, which counts for nothing.
test("a line that never ends, and a quote that never closes, end all the same", async () => {
  const faultsOf = async (text: string) =>
    (await split(text, ",", 65_536)).map((record) => ("fault" in record ? record.fault : "fine"));
  expect(await faultsOf(`${"x".repeat(1_000_001)}\ny`)).toEqual(["length", "fine"]);
  expect(await faultsOf(`${"x".repeat(1_300_000)}\ny`)).toEqual(["length", "fine", "fine"]);
  expect(await faultsOf(`"${"x".repeat(200_000)}\ny`)).toEqual(["quotes", "fine"]);
});

test("reads whatever is written by the rules as csv-parse does, wherever it is cut", async () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "é", '"', ",", ";", "\t", "\n", "\r", " ") });
  const quoted = cell.map((text) => `"${text.replaceAll('"', '""')}"`);
  const plain = fc.string({ unit: fc.constantFrom("a", "é", " ", "x", "1"), minLength: 1 });
  const list = fc.array(fc.array(fc.oneof(quoted, plain), { minLength: 1, maxLength: 4 }), { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(
      list,
      fc.constantFrom(",", ";", "\t"),
      fc.constantFrom("\n", "\r\n", "\r"),
      fc.integer({ min: 1, max: 9 }),
      async (rows, separator, line, pieceLength) => {
        const text = rows.map((cells) => cells.join(separator)).join(line);
        const expected = parse(text, { delimiter: separator, record_delimiter: line, relax_column_count: true });
        expect(await split(text, separator, pieceLength)).toEqual(expected.map((cells) => ({ cells })));
      },
    ),
  );
});
