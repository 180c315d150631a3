import { yesNo } from "../../../../http/flags.ts";
import { isBlank } from "../../../../lib/blanks.ts";
import { cutText } from "../../../../lib/cut-text.ts";
import { asciiDigits, digitsOf, isNumber } from "../../../../lib/digits.ts";
import { readEmailAddress } from "../../../../lib/email-address.ts";
import { readYesNo } from "../../../../lib/yes-no.ts";
import { type FieldName, fieldOf, namesOfPerson, type Person } from "./fields.ts";

/** What a page's field says of its values, as far as it matters for reading them. */
export interface FieldKind {
  readonly type?: string;
  readonly validation?: string;
}

/** A value in the form it is stored in; or "absent" where a text says nothing, "invalid" where it is no such value. */
export type Reading = { readonly value: string } | "absent" | "invalid";

export type MaxLengths = Readonly<Partial<Record<FieldName, number>>>;

/** Length that fits every address (RFC 5321 allows 254, the compatible API keeps 100 and cutting would change whose it is). */
const MOST_IN_EMAIL = 100;

/** Reads what was given as the value of a field: the one reader of all doors. */
export function readValue(name: FieldName, text: string, kind: FieldKind = {}, maxLengths: MaxLengths = {}): Reading {
  if (isBlank(text)) return "absent";
  if (name === "email") return readAddress(text);
  if (name === "marketingEmail" || name === "eventEmail" || kind.type === "consent") return readTick(text);
  // Programs fill boxes of a producer's own with words, too.
  if (kind.type === "checkbox" && readTick(text) !== "absent") return readTick(text);
  const value = cutText(text.trim(), maxLengths[name] ?? fieldOf(name).maxLength);
  if (name === "workPhone" || name === "homePhone") return readPhone(value);
  return { value: kind.validation === "phone" || kind.validation === "number" ? withPlainDigits(value) : value };
}

/** What is known of a person by texts, and which of them are no values of their fields. */
export function readValues(
  given: Person,
  kindOf: (name: FieldName) => FieldKind | undefined = () => undefined,
  maxLengths: MaxLengths = {},
): { person: Person; invalid: FieldName[] } {
  const person: Person = {};
  const invalid: FieldName[] = [];
  for (const name of namesOfPerson(given)) {
    const reading = readValue(name, given[name] ?? "", kindOf(name), maxLengths);
    if (reading === "invalid") invalid.push(name);
    else if (reading !== "absent") person[name] = reading.value;
  }
  return { person, invalid };
}

/** Whether a field of a page is ticked rather than filled in. */
export function isBox(type: string | undefined): boolean {
  return type === "checkbox" || type === "consent";
}

function readAddress(text: string): Reading {
  const address = readEmailAddress(text);
  return address && address.text.length <= MOST_IN_EMAIL ? { value: address.text } : "invalid";
}

/** What says neither yes nor no counts as not sent: a no would be a word that nobody said. */
function readTick(text: string): Reading {
  const isTicked = readYesNo(text);
  return isTicked === undefined ? "absent" : { value: yesNo(isTicked) };
}

export const LEAST_PHONE_DIGITS = 7;

/** Digits only; 7 and 10 of them in the usual groups. */
function readPhone(text: string): Reading {
  const digits = digitsOf(text);
  if (digits.length < LEAST_PHONE_DIGITS) return "invalid";
  if (digits.length === 7) return { value: digits.replace(/(\d{3})(\d{4})/, "$1-$2") };
  if (digits.length === 10) return { value: digits.replace(/(\d{3})(\d{3})(\d{4})/, "($1)-$2-$3") };
  return { value: digits };
}

/** Of a number or a phone number with its signs; any other text stays as it is. */
function withPlainDigits(text: string): string {
  const plain = asciiDigits(text);
  return isNumber(plain) || digitsOf(plain).length >= LEAST_PHONE_DIGITS ? plain : text;
}
