/**
 * What shows nothing and says nothing: white space, control and format characters, what Unicode calls ignorable, and the
 * Braille pattern without a dot.
 */
const blank = /^[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]$/u;

/** Whether there is nothing to see in a text. */
export function isBlank(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first > 0x20 && first < 0x7f) return false;
  return endOfBlanks(text) === text.length;
}

/** Drops what shows nothing before and after a text, unlike `trim`, which leaves zero-width spaces and marks there. */
export function trimBlanks(text: string): string {
  const start = endOfBlanks(text);
  let end = text.length;
  // A walk from the end: an expression for it tries each blank inside the text anew, which takes the square of their number.
  while (end > start) {
    const character = characterBefore(text, end);
    if (!blank.test(character)) break;
    end -= character.length;
  }
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

/** Where the blanks at the start of a text end. */
function endOfBlanks(text: string): number {
  let end = 0;
  for (const character of text) {
    if (!blank.test(character)) break;
    end += character.length;
  }
  return end;
}

function characterBefore(text: string, end: number): string {
  const pair = text.slice(Math.max(0, end - 2), end);
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(pair) ? pair : text.charAt(end - 1);
}
