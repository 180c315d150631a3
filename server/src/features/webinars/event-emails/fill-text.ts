import type { RenderContext } from "./render-context.ts";
import { replaceTokens, type TokenValue } from "./token-values.ts";

/** How the pieces of a text are written down. */
export interface Markup {
  /** What stands in the template. */
  literal(text: string): string;
  /** What a token stands for; the name of the event stands out where that can be. */
  value(text: string, isEventName: boolean): string;
  /** An address of the template, or one that a token stands for. */
  address(url: string): string;
}

export const asIs: Markup = { literal: (text) => text, value: (text) => text, address: (url) => url };

/** Up to a full stop or bracket that belongs to the sentence around it. */
const addressPattern = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?'()[\]{}]/gi;

/** Fills a plain text. Its own addresses may hold tokens: `https://acme.com/?from=#EMAIL#`. */
export function fillText(template: string, context: RenderContext, markup: Markup): string {
  let result = "";
  let end = 0;
  for (const match of template.matchAll(addressPattern)) {
    result += fillPiece(template.slice(end, match.index), context, markup);
    result += markup.address(fillAddress(match[0], context));
    end = match.index + match[0].length;
  }
  return result + fillPiece(template.slice(end), context, markup);
}

function fillPiece(template: string, context: RenderContext, markup: Markup): string {
  const write = ({ isAddress, isEventName, valueIn }: TokenValue) => {
    const value = valueIn(context);
    return isAddress && value !== "" ? markup.address(value) : markup.value(value, isEventName === true);
  };
  return replaceTokens(template, write, markup.literal);
}

/**
 * Fills an address. One that a token stands for is taken as it is where the address begins; every other value is a part
 * of the address and escaped as such, so that nobody's name leads somewhere else.
 */
export function fillAddress(template: string, context: RenderContext): string {
  const isMail = /^mailto:/i.test(template);
  return replaceTokens(template, (token, index) => {
    const value = token.valueIn(context);
    if (token.isAddress && index === 0) return value;
    const escaped = encodeURIComponent(value.toWellFormed());
    return isMail ? escaped.replaceAll("%40", "@") : escaped;
  });
}
