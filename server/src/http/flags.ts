import { fail } from "../errors.ts";
import { readYesNo } from "../lib/yes-no.ts";
import { type Fields, one } from "./forms.ts";

/** Reads a switch. A value that says neither yes nor no counts as not sent, because no published operation refuses one. */
export function readFlag(query: Fields, name: string, fallback: boolean): boolean {
  return findFlag(query, name) ?? fallback;
}

/** The switch, or undefined when it is not sent or says neither yes nor no. */
export function findFlag(fields: Fields, name: string): boolean | undefined {
  return readYesNo(one(fields, name) ?? "");
}

/**
 * Reads a word out of a published list, in any letter case. Unlike with a flag, a word that is not on the list is refused
 * (parameter.invalid): a filter that quietly does something else hands out the wrong people.
 */
export function readChoice<Choice extends string>(
  query: Fields,
  name: string,
  choices: readonly Choice[],
  fallback: NoInfer<Choice>,
): Choice {
  const text = one(query, name)?.toLowerCase();
  if (text === undefined) return fallback;
  return choices.find((choice) => choice.toLowerCase() === text) ?? fail("parameter.invalid", { name });
}

export function yesNo(value: boolean): "Y" | "N" {
  return value ? "Y" : "N";
}
