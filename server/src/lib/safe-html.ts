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
