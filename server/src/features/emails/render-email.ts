import { escapeHtml, Html, html } from "../../http/pages/html.ts";
import { directionOf, localeOf } from "./event-language.ts";
import { asIs, fillText, type Markup } from "./fill-text.ts";
import { isHtml, renderHtmlBody } from "./html-body.ts";
import { htmlToText } from "./html-to-text.ts";
import type { RenderContext } from "./render-context.ts";
import { oneLine } from "./token-values.ts";

export interface RenderedEmail {
  /** One line. */
  readonly subject: string;
  /** A whole document. */
  readonly html: string;
  readonly text: string;
}

/** An e-mail as one person gets it. The body is HTML when it holds a tag, and plain text otherwise. */
export function renderEmail(
  email: { readonly subject: string; readonly body: string },
  context: RenderContext,
): RenderedEmail {
  const subject = oneLine(renderText(email.subject, context));
  if (isHtml(email.body)) {
    const body = renderHtmlBody(email.body, context);
    return { subject, html: toDocument(subject, body, context), text: htmlToText(body) };
  }
  const body = plainToHtml(email.body, context);
  return { subject, html: toDocument(subject, body, context), text: renderText(email.body, context) };
}

/** A plain text with its tokens replaced: a subject, a text part, an entry in a calendar. */
export function renderText(template: string, context: RenderContext): string {
  return fillText(template.replaceAll("\r\n", "\n"), context, asIs);
}

const asHtml: Markup = {
  literal: withLineBreaks,
  value: withLineBreaks,
  address: (url) => html`<a href="${url}">${url}</a>`.text,
};

function withLineBreaks(text: string): string {
  return escapeHtml(text).replace(/\r?\n/g, "<br />");
}

/** Empty lines part paragraphs; addresses become links. */
function plainToHtml(body: string, context: RenderContext): string {
  return body
    .replaceAll("\r\n", "\n")
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) => `<p>${fillText(paragraph, context, asHtml)}</p>`)
    .join("\n");
}

function toDocument(subject: string, body: string, { event }: RenderContext): string {
  return html`<!doctype html>
<html lang="${localeOf(event)}" dir="${directionOf(event)}">
<head><meta charset="utf-8"><title>${subject}</title></head>
<body>
${new Html(body)}
</body>
</html>
`.text;
}
