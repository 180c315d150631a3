/** Digits that are none of ASCII, and what stands between digits where people write no hyphen. */
const foreign = /[^\p{ASCII}]/u;
const digit = /\p{Nd}/u;
/** Hyphens, dashes, the minus sign, and the Japanese sign for a long vowel, which lies on the key of the hyphen. */
const dashes = /[\p{Pd}\u2212\u30fc]/gu;

/** Writes the digits and dashes of a text, of whatever script and width, as those of ASCII; the rest stays. */
export function asciiDigits(text: string): string {
  if (!foreign.test(text)) return text;
  return text
    .normalize("NFKC")
    .replace(dashes, "-")
    .replace(/[^\P{Nd}0-9]/gu, (one) => String(digitValue(one)));
}

/** The digits of a text, without what stands between them. */
export function digitsOf(text: string): string {
  return asciiDigits(text).replace(/\D+/g, "");
}

/** Whether a text is a number as people write them: signs, points and groups. */
export function isNumber(text: string): boolean {
  return /^[+-]?[\d\s.,'’٫٬]+$/.test(text) && /\d/.test(text);
}

/** Unicode has the digits of a script in a row from 0 to 9, and such rows next to each other. */
function digitValue(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  let zero = code;
  while (digit.test(String.fromCodePoint(zero - 1))) zero--;
  return (code - zero) % 10;
}
