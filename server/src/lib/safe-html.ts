import sanitizeHtml from "sanitize-html";

const options: sanitizeHtml.IOptions = {
  allowedTags: [
    ...["h1", "h2", "h3", "h4", "h5", "h6", "p", "blockquote", "cite", "q", "pre", "code", "hr", "br"],
    ...["ul", "ol", "li", "dl", "dt", "dd", "section", "header", "nav", "time"],
    ...["strong", "em", "b", "i", "u", "s", "sub", "sup", "small", "mark", "a"],
    ...["table", "caption", "thead", "tbody", "tr", "th", "td"],
  ],
  allowedAttributes: { a: ["href", "rel"], h2: ["id"], th: ["scope"], "*": ["lang", "dir"] },
  allowedSchemes: ["http", "https", "mailto"],
  allowProtocolRelative: false,
  // What stands inside these is no text for people.
  nonTextTags: ["script", "style", "textarea", "option", "noscript", "title", "template", "iframe", "object"],
  // Deeper is no text anybody wrote.
  nestingLimit: 50,
  transformTags: {
    a: (tagName, attribs) => ({ tagName, attribs: { ...attribs, rel: "noopener nofollow" } }),
    h2: (tagName, { id, ...attribs }) => ({
      tagName,
      // Any other id could stand in the way of the page's own.
      attribs: { ...attribs, ...(id !== undefined && /^chapter-\d{1,3}$/.test(id) && { id }) },
    }),
  },
};

/** Text with structure, such as headings, lists and links, out of any HTML: nothing in it runs, loads or styles. */
export function sanitiseHtml(html: string): string {
  return sanitizeHtml(html, options).trim();
}

const inlineTags = ["a", "strong", "em", "b", "i", "br"];
const inlineOptions: sanitizeHtml.IOptions = {
  allowedTags: inlineTags,
  allowedAttributes: { a: ["href", "rel", "target"] },
  allowedSchemes: ["http", "https", "mailto"],
  allowProtocolRelative: false,
  // What is no tag of ours was meant to be read.
  disallowedTagsMode: "escape",
  nestingLimit: 10,
  transformTags: {
    // Whoever is filling in a form must not lose it by following a link.
    a: (tagName, { href }) => ({
      tagName,
      attribs: { ...(href !== undefined && { href }), rel: "noopener nofollow", target: "_blank" },
    }),
  },
};

/** One line of text with links and emphasis, such as a consent, out of any HTML; everything else in it becomes text. */
export function sanitiseInlineHtml(html: string): string {
  return sanitizeHtml(html, inlineOptions).trim();
}

// Linear: no tag holds the beginning of another.
const inlineTag = new RegExp(`</?(?:${inlineTags.join("|")})\\b[^<>]*>`, "gi");

/** The same without its tags. */
export function textOfInlineHtml(html: string): string {
  return html.replaceAll(inlineTag, "").trim();
}
