const clusters = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * The beginning of a text, at most so many characters (code points) of it, cut between what people see as characters: an
 * emoji of several, or a letter with its marks, stays whole or goes.
 */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = offsetAfter(text, most);
  if (end === text.length || isAscii(text, end)) return text.slice(0, end);
  const start = clusters.segment(text).containing(end)?.index ?? end;
  // What is one character alone is no text that anybody wrote.
  return text.slice(0, start === 0 ? end : start);
}

/** The end of a text, likewise. */
export function cutTextBefore(text: string, most: number): string {
  const length = [...text].length;
  if (length <= most) return text;
  const start = offsetAfter(text, length - most);
  const cluster = clusters.segment(text).containing(start);
  if (cluster === undefined || cluster.index === start) return text.slice(start);
  return text.slice(cluster.index + cluster.segment.length) || text.slice(start);
}

/** Where the first so many characters end, in UTF-16 units. */
function offsetAfter(text: string, characters: number): number {
  let offset = 0;
  for (let count = 0; count < characters && offset < text.length; count++)
    offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
  return offset;
}

/** Marks are beyond ASCII: between two characters of it there is always a place to cut, but inside a line's end. */
function isAscii(text: string, at: number): boolean {
  return text.charCodeAt(at - 1) < 0x80 && text.charCodeAt(at) < 0x80 && text.charAt(at) !== "\n";
}
