const blocks = "p|div|h[1-6]|table|tr|ul|ol|dl|blockquote|pre|hr|section|article|header|footer|main|center|figure";

/** The text part of a mail, out of HTML as renderHtmlBody writes it: every tag closed, no bare `<` or `>` in attributes. */
export function htmlToText(html: string): string {
  const marked = html
    .replace(/\s+/g, " ")
    .replace(/<a\b[^>]*? href="([^"]*)"[^>]*>(.*?)<\/a>/g, (_, address: string, inner: string) =>
      withAddress(inner, address),
    )
    .replace(/ ?<br\b[^>]*> ?/g, "\n")
    .replace(/ ?<li\b[^>]*> ?/g, "\n- ")
    .replace(/<\/t[dh]>/g, " ")
    .replace(new RegExp(` ?</?(?:${blocks})\\b[^>]*> ?`, "g"), "\n\n")
    .replace(/<[^>]*>/g, "")
    .replace(/ +/g, " ");
  return decodeEntities(marked)
    .replace(/ +$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function withAddress(inner: string, address: string): string {
  const label = decodeEntities(inner.replace(/<[^>]*>/g, "")).trim();
  return label === "" || label === decodeEntities(address) ? address : `${inner} (${address})`;
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d+)|(amp|lt|gt|quot));/g, (_, code: string | undefined, name: string) =>
    code === undefined ? (entities[name] ?? "") : String.fromCodePoint(Number(code)),
  );
}
