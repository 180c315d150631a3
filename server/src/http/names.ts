/** Enough for every published name in the spellings that clients use; a full map is simply started anew. */
const MAX_REMEMBERED = 2_048;
/** Longer names are nobody's parameter, so they are not worth the memory. */
const MAX_REMEMBERED_LENGTH = 64;

const remembered = new Map<string, string>();

/**
 * The one spelling under which a header, query or form name is looked up: lower case, without `_` and `-`.
 * firstName, firstname and first_name are the same field, as ON24's clients expect.
 */
export function canonicalName(name: string): string {
  const known = remembered.get(name);
  if (known !== undefined) return known;
  const canonical = name.toLowerCase().replace(/[_-]/g, "");
  if (name.length <= MAX_REMEMBERED_LENGTH) remember(name, canonical);
  return canonical;
}

/** Anyone may send random names, so the map is bounded; dropping everything is cheaper than keeping an order of use. */
function remember(name: string, canonical: string): void {
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(name, canonical);
}
