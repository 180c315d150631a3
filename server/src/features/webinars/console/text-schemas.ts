import Type from "typebox";
import { isEmailAddress } from "../../../lib/email-address.ts";
import { isStorableText } from "../../../lib/storable-text.ts";
import { MAX_LINE, MAX_NAME, MAX_TEXT } from "./limits.ts";
import { isWebAddress } from "./web-address.ts";

// Texts that people enter: kept as given, so what cannot be kept is refused.

export const storable = (maxLength: number, minLength = 0) =>
  Type.Refine(Type.String({ minLength, maxLength }), isStorableText, () => "must not hold U+0000 or half a character");

export const name = Type.Refine(
  Type.String({ maxLength: MAX_NAME, pattern: "\\S" }),
  isStorableText,
  () => "must not hold U+0000 or half a character",
);
export const line = storable(MAX_LINE, 1);
export const text = storable(MAX_TEXT);
export const webAddress = Type.Refine(Type.String(), isWebAddress, () => "must be an http or https address");
export const mailAddress = Type.Refine(Type.String(), isEmailAddress, () => "must be an e-mail address");
