import { isStorableText } from "../../../lib/storable-text.ts";
import { MAX_ADDRESS } from "./limits.ts";

/**
 * Whether a text is an address that a page may link to: http or https and nothing that a browser would run. Blanks and
 * control characters are refused, because browsers drop some of them before they look at the scheme.
 */
export function isWebAddress(text: string): boolean {
  return (
    text.length <= MAX_ADDRESS && /^https?:\/\/[^\s\p{Cc}]+$/iu.test(text) && isStorableText(text) && URL.canParse(text)
  );
}
