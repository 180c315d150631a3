import { type Page, pageOf } from "./paging.ts";

/** How rows are read of which an answer has a page. */
export interface PagedSource<Row> {
  count(): Promise<number>;
  read(slice: { limit: number; offset: number }): Promise<Row[]>;
}

/** Of which an answer may also have all. */
export interface WalkedSource<Row> extends PagedSource<Row> {
  walk(total: number): AsyncIterable<Row>;
}

/** A page and where it lies. Refuses page.offset. */
export async function readPageOf<Row>(page: Page, source: PagedSource<Row>) {
  const total = await source.count();
  const place = pageOf(page, total);
  const rows = await source.read({ limit: page.size, offset: page.offset * page.size });
  return { total, place, rows };
}

/** Event-level lists: a page where one is asked for, and every row otherwise, sent while they are read. */
export async function readList<Row>(page: Page, source: WalkedSource<Row>) {
  if (page.requested) return readPageOf(page, source);
  const total = await source.count();
  return { total, place: undefined, rows: source.walk(total) };
}

/** The same rows, presented. */
export function eachOf<Row, Shown>(
  rows: readonly Row[] | AsyncIterable<Row>,
  present: (row: Row) => Shown,
): Shown[] | AsyncIterable<Shown> {
  return Symbol.asyncIterator in rows ? presentEach(rows, present) : rows.map(present);
}

async function* presentEach<Row, Shown>(rows: AsyncIterable<Row>, present: (row: Row) => Shown) {
  for await (const row of rows) yield present(row);
}
