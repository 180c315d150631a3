import type { Spoken } from "../events/event-language.ts";
import { asIs, fillText } from "./fill-text.ts";
import { isHtml, renderHtmlBody } from "./html-body.ts";
import { htmlToText } from "./html-to-text.ts";
import { bareDocument, cardDocument } from "./mail-look.ts";
import { plainToHtml } from "./plain-body.ts";
import type { RenderContext } from "./render-context.ts";
import { oneLine } from "./token-values.ts";

export interface RenderedMail {
  /** One line. */
  readonly subject: string;
  /** A whole document. */
  readonly html: string;
  /** Its links are not counted: they stay readable. */
  readonly text: string;
}

export interface Template {
  readonly subject: string;
  /** HTML when it holds a tag, and plain text otherwise. */
  readonly body: string;
  /** The event's language, which the context tells, when not given. */
  readonly writtenIn?: Spoken;
}

/** An e-mail as one person gets it. */
export function renderMail(template: Template, context: RenderContext): RenderedMail {
  const subject = oneLine(renderText(template.subject, context));
  const writtenIn = template.writtenIn ?? context.event;
  const mail = { subject, writtenIn, pixel: context.tracking?.pixel };
  if (isHtml(template.body)) {
    const { tracking: _, ...plain } = context;
    const html = bareDocument({ ...mail, body: renderHtmlBody(template.body, context) });
    return { subject, html, text: htmlToText(renderHtmlBody(template.body, plain)) };
  }
  const html = cardDocument({ ...mail, body: plainToHtml(template.body, context) }, context.event.clientName);
  return { subject, html, text: renderText(template.body, context) };
}

/** A plain text with its tokens replaced: a subject, a text part, an entry in a calendar. */
export function renderText(template: string, context: RenderContext): string {
  return fillText(template.replaceAll("\r\n", "\n"), context, asIs);
}
