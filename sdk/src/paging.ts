import { LecternError } from "./errors.ts";

interface PagePlace {
  /** Missing where the other side answers the whole list at once. */
  readonly pagecount?: number;
  readonly currentpage?: number;
}

/**
 * Every page from `first` (0 is the first) on. The count is read anew from each page, so a list that grows or shrinks
 * meanwhile is followed. Throws LecternError when the same page comes again and again.
 */
export async function* walkPages<Page>(
  fetchPage: (pageoffset: number) => Promise<Page>,
  { operation, first = 0 }: { operation: string; first?: number },
): AsyncGenerator<Page, void, undefined> {
  for (let offset = first; ; offset++) {
    const page = await fetchPage(offset);
    const { pagecount = 1, currentpage = offset } = (page ?? {}) as PagePlace;
    if (currentpage < offset) throw stuck(operation, offset, currentpage);
    yield page;
    if (offset + 1 >= pagecount) return;
  }
}

function stuck(operation: string, asked: number, answered: number): LecternError {
  const message = `Page ${asked} was asked for and page ${answered} came.`;
  return new LecternError(message, { kind: "server", operation, status: 200 });
}
