import { encode } from "uqr";
import { type Html, html } from "./html.ts";

/** A text as a code for cameras. @param name tells people who can't see it what it is */
export function qrCode(text: string, name: string): Html {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  const dots = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])));
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="${name}" shape-rendering="crispEdges"><path d="${dots.join("")}"/></svg>`;
}
