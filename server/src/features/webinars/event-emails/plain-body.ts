import { escapeHtml, html } from "../../../http/pages/html.ts";
import { fillText, type Markup } from "./fill-text.ts";
import { addressStyle, button, linkStyle } from "./mail-look.ts";
import type { RenderContext } from "./render-context.ts";
import { replaceTokens } from "./token-values.ts";

/**
 * Makes HTML of a plain text. Empty lines part paragraphs and addresses become links; a line of a few words and a link
 * becomes that link, or a button where it is what the mail is about.
 */
export function plainToHtml(body: string, context: RenderContext): string {
  return body
    .replaceAll("\r\n", "\n")
    .split(/\n[^\S\n]*\n\s*/)
    .flatMap((paragraph) => paragraphToHtml(paragraph, context))
    .join("\n");
}

const EVERY_MAIL_HAS = /^#(?:EVENTHELPURL|UNSUBSCRIBEURL)#$/i;

/** Buttons stand by themselves; the lines between them are paragraphs. What stands below every mail is written small. */
function paragraphToHtml(paragraph: string, context: RenderContext): string[] {
  const lines = paragraph.split("\n").map((line) => lineToHtml(line, context));
  const isFoot = lines.every(({ token }) => EVERY_MAIL_HAS.test(token));
  const open = isFoot ? '<p class="quiet foot">' : "<p>";
  const blocks: string[] = [];
  let text: string[] = [];
  const endText = () => {
    if (text.length > 0) blocks.push(`${open}${text.join("<br />")}</p>`);
    text = [];
  };
  for (const { isButton, markup } of lines) {
    if (!isButton) text.push(markup);
    else {
      endText();
      blocks.push(markup);
    }
  }
  endText();
  return blocks;
}

const linkToken = /#[A-Z]+URL#$/i;
/** Characters; a longer line is no name of a link. */
const MAX_NAME = 80;
const buttonTokens = /^#(?:JOINURL|CONFIRMURL)#$/i;
/** Characters; a longer one is a sentence. */
const MAX_BUTTON = 40;

interface Line {
  readonly markup: string;
  readonly isButton: boolean;
  /** Of a link's line, otherwise empty. */
  readonly token: string;
}

function lineToHtml(line: string, context: RenderContext): Line {
  const { name, token } = readLinkLine(line.trim());
  const url = token === "" ? "" : replaceTokens(token, ({ valueIn }) => valueIn(context));
  if (!/^https?:/.test(url)) return { markup: fillText(line, context, asHtml(context)), isButton: false, token: "" };
  const label = replaceTokens(name, ({ valueIn }) => escapeHtml(valueIn(context)), escapeHtml);
  const href = escapeHtml(context.tracking?.follow(url) ?? url);
  const isButton = buttonTokens.test(token) && name.length <= MAX_BUTTON;
  return {
    markup: isButton ? button(label, href) : `<a href="${href}" style="${linkStyle}">${label}</a>`,
    isButton,
    token,
  };
}

/** `Join here: #JOINURL#`, `Need help? #EVENTHELPURL#`; more than one sentence is no name of a link. */
function readLinkLine(line: string): { name: string; token: string } {
  const token = linkToken.exec(line)?.[0] ?? "";
  const before = line.slice(0, line.length - token.length).trimEnd();
  const name = /[:：]$/.test(before) ? before.slice(0, -1).trimEnd() : before;
  const isAsked = name !== before || /[?？؟]$/.test(name);
  const isName = name !== "" && name.length <= MAX_NAME && !/[.!。！]\s*\S|https?:|URL#/i.test(name);
  return isAsked && isName ? { name, token } : { name: "", token: "" };
}

const asHtml = ({ tracking }: RenderContext): Markup => ({
  literal: withLineBreaks,
  // With its own direction: an English title in an Arabic sentence.
  value: (text, isEventName) => (isEventName ? html`<strong dir="auto">${text}</strong>`.text : withLineBreaks(text)),
  address: (url) => html`<a href="${tracking?.follow(url) ?? url}" style="${addressStyle}">${url}</a>`.text,
});

function withLineBreaks(text: string): string {
  return escapeHtml(text).replace(/\r?\n/g, "<br />");
}
