import { type Html, html } from "./html.ts";

/** A text with its values put in (`say.pieces`), of which each keeps its own direction of writing. */
export function withValues(pieces: readonly string[]): Html {
  return html`${pieces.map((piece, index) => (index % 2 === 0 ? piece : html`<bdi>${piece}</bdi>`))}`;
}
