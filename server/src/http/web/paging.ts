import Type from "typebox";
import { fail } from "../../errors.ts";

// Lists that come in pages: each page tells the cursor of the next, which is nobody's business to read.

/** @param most items that a page may hold; `usual` unless the caller says otherwise. */
export const pageQuery = ({ usual, most }: { usual: number; most: number }) => ({
  limit: Type.Integer({ minimum: 1, maximum: most, default: usual }),
  cursor: Type.Optional(Type.String({ maxLength: 100, description: "`next` of the page before" })),
});

export const next = Type.Optional(Type.String({ description: "Cursor of the next page; none on the last" }));

/** The cursor of a list in the order of its ids. */
export function writeCursor(lastId: number): string {
  return lastId.toString(36);
}

export function readCursor(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  const lastId = /^[\da-z]{1,10}$/.test(cursor) ? Number.parseInt(cursor, 36) : 0;
  return lastId > 0 ? lastId : refuseCursor();
}

export function refuseCursor(): never {
  return fail("parameter.invalid", { name: "cursor" });
}

/** Of `limit + 1` items those of the page, and the cursor of the next where the one more tells that there is one. */
export function cutPage<Item>(found: readonly Item[], limit: number, idOf: (item: Item) => number) {
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return { page, ...(found.length > limit && last !== undefined && { next: writeCursor(idOf(last)) }) };
}
