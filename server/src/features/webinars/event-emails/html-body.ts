import sanitizeHtml from "sanitize-html";
import { escapeHtml } from "../../../http/pages/html.ts";
import { fillAddress } from "./fill-text.ts";
import type { RenderContext } from "./render-context.ts";
import { replaceTokens } from "./token-values.ts";

const allowedTags = [...sanitizeHtml.defaults.allowedTags, "img", "center", "font", "del", "ins"];

/** Tags that tell a producer's HTML from plain text, in which `a < b` and `<gina@acme.com>` are met. */
// Linear: no tag holds the beginning of another.
const tagPattern = new RegExp(
  `<!doctype html|</?(?:${[...allowedTags, "html", "head", "body", "style", "script"].join("|")})(?:\\s[^<>]*)?/?>`,
  "i",
);

export function isHtml(body: string): boolean {
  return tagPattern.test(body);
}

/** No `url(…)` and no other function but colours: a style cannot load anything. */
const styleValue = /^(?:[^()\\]|rgba?\([\d\s.,%/]*\))*$/i;
const styles = [
  "background-color",
  "border",
  "border-bottom",
  "border-collapse",
  "border-color",
  "border-left",
  "border-radius",
  "border-right",
  "border-spacing",
  "border-style",
  "border-top",
  "border-width",
  "color",
  "direction",
  "display",
  "font",
  "font-family",
  "font-size",
  "font-style",
  "font-weight",
  "height",
  "letter-spacing",
  "line-height",
  "list-style-type",
  "margin",
  "margin-bottom",
  "margin-left",
  "margin-right",
  "margin-top",
  "max-width",
  "min-width",
  "padding",
  "padding-bottom",
  "padding-left",
  "padding-right",
  "padding-top",
  "table-layout",
  "text-align",
  "text-decoration",
  "text-transform",
  "vertical-align",
  "white-space",
  "width",
  "word-break",
];

const safe: sanitizeHtml.IOptions = {
  allowedTags,
  allowedAttributes: {
    "*": ["style", "align", "valign", "width", "height", "bgcolor", "dir", "lang", "title", "role", "aria-label"],
    a: ["href", "name"],
    img: ["src", "alt", "border"],
    font: ["color", "face", "size"],
    table: ["border", "cellpadding", "cellspacing"],
    td: ["colspan", "rowspan"],
    th: ["colspan", "rowspan", "scope"],
    ol: ["start", "type"],
  },
  allowedSchemes: ["http", "https", "mailto", "tel"],
  allowedSchemesByTag: { img: ["http", "https"] },
  allowProtocolRelative: false,
  allowedStyles: { "*": Object.fromEntries(styles.map((style) => [style, [styleValue]])) },
  nonTextTags: ["script", "style", "textarea", "option", "noscript", "title"],
  nestingLimit: 100,
};

const addressAttributes = ["href", "src"];
const textAttributes = ["alt", "title", "aria-label"];

/**
 * Fills a producer's HTML and takes out what mail must not hold: scripts, forms, frames, styles that load things.
 * Tokens are filled while it is parsed, in texts and in some attributes; what comes out of a value is never parsed.
 */
export function renderHtmlBody(body: string, context: RenderContext): string {
  const plain = (text: string) => replaceTokens(text, (token) => token.valueIn(context));
  return sanitizeHtml(body, {
    ...safe,
    textFilter: (escaped) =>
      replaceTokens(escaped, (token) => escapeHtml(token.valueIn(context)).replace(/\r?\n/g, "<br />")),
    transformTags: {
      "*": (tagName, attribs) => {
        const filled = { ...attribs };
        for (const name of addressAttributes)
          if (filled[name] !== undefined) filled[name] = fillAddress(filled[name].trim(), context);
        if (tagName === "a" && context.tracking && /^https?:/i.test(filled.href ?? ""))
          filled.href = context.tracking.follow(filled.href ?? "");
        for (const name of textAttributes) if (filled[name] !== undefined) filled[name] = plain(filled[name]);
        return { tagName, attribs: filled };
      },
    },
  });
}
