import { decodeHTML } from "entities";

const blocks = new Set([
  ...["p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "ul", "ol", "dl", "blockquote", "pre", "hr"],
  ...["section", "article", "header", "footer", "main", "center", "figure"],
]);

/** Tags and what is between them. */
const piece = /<(\/?)([a-z][a-z\d]*)(\s[^<>]*)?\/?>|[^<]+|</g;

/** The text part of a mail, out of HTML as renderHtmlBody writes it: every tag closed, no bare `<` or `>` in attributes. */
export function htmlToText(html: string): string {
  let text = "";
  let link: { readonly address: string; text: string } | undefined;
  for (const [whole, slash, tag, attributes = ""] of html.replace(/\s+/g, " ").matchAll(piece)) {
    if (tag === "a") {
      text += link ? withAddress(link) : "";
      link = slash === "" ? { address: / href="([^"]*)"/.exec(attributes)?.[1] ?? "", text: "" } : undefined;
      continue;
    }
    const said = tag === undefined ? whole : breakFor(tag, slash === "/");
    if (link) link.text += said;
    else text += said;
  }
  return decodeHTML(text.replace(/ +/g, " ").replace(/ ?\n ?/g, "\n"))
    .replace(/(?<! ) +$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function breakFor(tag: string, isEnd: boolean): string {
  if (blocks.has(tag)) return "\n\n";
  if (tag === "br") return "\n";
  if (tag === "li") return isEnd ? "" : "\n- ";
  return isEnd && (tag === "td" || tag === "th") ? " " : "";
}

function withAddress({ address, text }: { address: string; text: string }): string {
  if (address === "") return text;
  const label = decodeHTML(text).trim();
  return label === "" || label === decodeHTML(address) ? address : `${text} (${address})`;
}
