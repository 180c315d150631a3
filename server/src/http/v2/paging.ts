import { fail } from "../../errors.ts";
import { type Fields, one } from "../forms.ts";

export interface Page {
  /** Pages before this one; counted from 0. */
  offset: number;
  /** Items on a page. */
  size: number;
  /** Whether the caller asked for pages at all: event-level lists hold every row otherwise. */
  requested: boolean;
}

/** Far beyond any list, and small enough that times the size it still is a bigint and an exact number. */
const FARTHEST_PAGE = 1_000_000_000;

/**
 * Reads `pageoffset` and `itemsperpage`. A size above `most` is cut to it.
 * Refuses page.size and page.offset for anything that is no whole number; too far an offset is found out by `pageOf`.
 */
export function readPage(query: Fields, { size, most }: { size: number; most: number }): Page {
  const offsetText = one(query, "pageoffset");
  const sizeText = one(query, "itemsperpage");
  const offset = offsetText === undefined ? 0 : readWholeNumber(offsetText);
  const asked = sizeText === undefined ? size : readWholeNumber(sizeText);
  if (asked === undefined || asked < 1) fail("page.size", { most });
  // How many pages there are is not known yet, hence words where the published sentence has a number.
  if (offset === undefined) fail("page.offset", { last: "the last page" });
  return {
    offset: Math.min(offset, FARTHEST_PAGE),
    size: Math.min(asked, most),
    requested: offsetText !== undefined || sizeText !== undefined,
  };
}

/** Digits only; ".0" is what spreadsheets and data frames make of whole numbers. */
function readWholeNumber(text: string): number | undefined {
  return /^\d+(\.0+)?$/.test(text) ? Number(text) : undefined;
}

/**
 * Where a page lies in a list of `total` items; an empty list is page 0 of 1.
 * One page past the end is an empty page when the last one is full, because clients read on until a page is not.
 * Refuses page.offset further out.
 */
export function pageOf({ offset, size }: Page, total: number): { pagecount: number; currentpage: number } {
  const pagecount = Math.max(1, Math.ceil(total / size));
  const isJustPastEnd = offset === pagecount && total > 0 && total % size === 0;
  if (offset >= pagecount && !isJustPastEnd) fail("page.offset", { last: pagecount - 1 });
  return { pagecount, currentpage: offset };
}
