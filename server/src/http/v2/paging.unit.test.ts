import fc from "fast-check";
import { expect, test } from "vitest";
import { Refusal } from "../../errors.ts";
import { pageOf, readPage } from "./paging.ts";

const limits = { size: 100, most: 1000 };

test("defaults, and what the caller asks for", () => {
  expect(readPage({}, limits)).toEqual({ offset: 0, size: 100, requested: false });
  expect(readPage({ pageoffset: "2" }, limits)).toEqual({ offset: 2, size: 100, requested: true });
  expect(readPage({ itemsperpage: "1" }, limits)).toEqual({ offset: 0, size: 1, requested: true });
  expect(readPage({ itemsperpage: "50.0", pageoffset: "1.0" }, limits)).toEqual({
    offset: 1,
    size: 50,
    requested: true,
  });
});

test("too large a size is cut, however large", () => {
  for (const size of ["1001", "99999999999999999999", "9".repeat(400)])
    expect(readPage({ itemsperpage: size }, limits).size).toBe(1000);
});

test.each(["0", "-1", "x", "1.5", "1e308", "Infinity", "NaN", "0x10", " 1", ""])(
  "itemsperpage %j is refused",
  (size) => {
    expect(() => readPage({ itemsperpage: size }, limits)).toThrow(
      "Invalid itemsPerPage, it must be a whole number between 1 and 1000.",
    );
  },
);

test.each(["-1", "x", "1.5", "1e308", "Infinity", "NaN"])("pageoffset %j is refused", (offset) => {
  expect(() => readPage({ pageoffset: offset }, limits)).toThrow(/^Invalid pageOffset, range must be between 0 and /);
});

test("pages of a list", () => {
  const page = (offset: number, total: number) => pageOf({ offset, size: 100, requested: true }, total);
  expect(page(0, 0)).toEqual({ pagecount: 1, currentpage: 0 });
  expect(page(0, 100)).toEqual({ pagecount: 1, currentpage: 0 });
  expect(page(1, 100)).toEqual({ pagecount: 1, currentpage: 1 });
  expect(page(2, 201)).toEqual({ pagecount: 3, currentpage: 2 });
  expect(() => page(1, 0)).toThrow("Invalid pageOffset, range must be between 0 and 0.");
  expect(() => page(2, 100)).toThrow("Invalid pageOffset, range must be between 0 and 0.");
  expect(() => page(3, 201)).toThrow("Invalid pageOffset, range must be between 0 and 2.");
});

test("an offset beyond counting is refused as out of range", () => {
  const page = readPage({ pageoffset: "9".repeat(400) }, limits);
  expect(Number.isSafeInteger(page.offset * page.size)).toBe(true);
  expect(() => pageOf(page, 250)).toThrow("Invalid pageOffset, range must be between 0 and 2.");
});

test("reading on until a page is not full sees every item once and is never refused", () => {
  fc.assert(
    fc.property(fc.nat(2_000), fc.integer({ min: 1, max: 300 }), (total, size) => {
      let seen = 0;
      for (let offset = 0; ; offset++) {
        const { currentpage } = pageOf({ offset, size, requested: true }, total);
        const items = Math.max(0, Math.min(size, total - currentpage * size));
        seen += items;
        if (items < size) break;
      }
      expect(seen).toBe(total);
    }),
  );
});

test("whatever is sent, the answer is a usable page or a refusal", () => {
  const text = fc.oneof(fc.string(), fc.float().map(String), fc.bigInt().map(String));
  fc.assert(
    fc.property(text, text, (pageoffset, itemsperpage) => {
      try {
        const { offset, size } = readPage({ pageoffset, itemsperpage }, limits);
        expect(Number.isSafeInteger(offset * size) && offset >= 0 && size >= 1 && size <= 1000).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal);
      }
    }),
  );
});
