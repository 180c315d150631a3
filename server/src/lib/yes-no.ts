import { trimBlanks } from "./blanks.ts";

/** What forms, programs and lists write; browsers send "on" for a ticked box that names no value. */
const words = new Map([
  ...["y", "yes", "true", "1", "on"].map((word) => [word, true] as const),
  ...["n", "no", "false", "0", "off"].map((word) => [word, false] as const),
]);

/** Reads yes or no in any letter case; undefined for what says neither, which is never a no. */
export function readYesNo(text: string): boolean | undefined {
  return words.get(trimBlanks(text).toLowerCase());
}
