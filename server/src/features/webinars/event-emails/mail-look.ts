import { directionOf } from "@lectern/texts/languages";
import { Html, html } from "../../../http/pages/html.ts";
import { localeOf, type Spoken } from "../events/event-language.ts";

// Mail programs know tables and inline styles; what some know beyond that (dark colours, phones) only adds to it.
// The colours are those of our pages (browser/styles/tokens.css).

const font = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,'Noto Sans',sans-serif";
const ink = "#1b2130";

export const linkStyle = "color:#3046c9";
/** A written-out address is longer than a phone is wide. */
export const addressStyle = `${linkStyle};word-break:break-all`;

/** @param label and href are HTML already. */
export function button(label: string, href: string): string {
  const style = `display:inline-block;padding:13px 26px;border-radius:8px;background-color:#3046c9;color:#ffffff;${font};font-size:16px;line-height:22px;font-weight:600;text-decoration:none`;
  return `<table role="presentation" border="0" cellpadding="0" cellspacing="0" style="margin:20px 0"><tr><td class="button" bgcolor="#3046c9" style="border-radius:8px"><a href="${href}" style="${style}">${label}</a></td></tr></table>`;
}

const styles = `p{margin:0 0 16px}
p.foot{margin:28px 0 0;padding-top:16px;border-top:1px solid #e0e4ee;font-size:14px;line-height:24px}
p:last-child{margin-bottom:0}
@media (max-width:600px){.card{padding:24px 20px!important}.frame{padding:12px 8px!important}}
@media (prefers-color-scheme:dark){
body,.frame{background-color:#10141d!important}
.card{background-color:#181e2a!important;border-color:#2c3446!important;color:#eceef5!important}
.quiet{color:#a6afc4!important}
.card a{color:#a3b3ff!important}
p.foot{border-color:#2c3446!important}
.button{background-color:#a3b3ff!important}
.card .button a{background-color:#a3b3ff!important;color:#10141d!important}
}`;

export interface MailDocument {
  readonly subject: string;
  /** HTML. */
  readonly body: string;
  readonly writtenIn: Spoken;
  /** Of the picture that counts opened mails. */
  readonly pixel: string | undefined;
}

/** A text of ours or a producer's plain text, on a card with the sender's name. */
export function cardDocument(mail: MailDocument, sender: string): string {
  const { body, writtenIn } = mail;
  const card = html`<table role="presentation" dir="${directionOf(writtenIn.languageCode)}" width="100%" border="0" cellpadding="0" cellspacing="0"><tr><td class="frame" align="center" style="padding:32px 12px;background-color:#f6f7fb">
<table role="presentation" width="100%" border="0" cellpadding="0" cellspacing="0" style="max-width:600px"><tr><td class="quiet" style="padding:0 4px 12px;${font};font-size:14px;line-height:20px;color:#535d74">${sender}</td></tr>
<tr><td class="card" style="padding:32px;background-color:#ffffff;border:1px solid #e0e4ee;border-radius:12px;${font};font-size:16px;line-height:25px;color:${ink};word-break:break-word;overflow-wrap:anywhere">
${new Html(body)}
</td></tr></table>
</td></tr></table>`;
  return toDocument(
    mail,
    { scheme: "light dark", css: styles, style: "margin:0;padding:0;background-color:#f6f7fb" },
    card,
  );
}

/** A producer's HTML brings its own look: nothing is put around it, and no colours are taken from it. */
export function bareDocument(mail: MailDocument): string {
  const style = `margin:0;padding:16px;${font};font-size:16px;line-height:25px;color:${ink};background-color:#ffffff`;
  return toDocument(mail, { scheme: "light", css: "", style }, new Html(mail.body));
}

interface Look {
  /** Which colours it brings; mail programs make others of what has light ones only. */
  readonly scheme: "light" | "light dark";
  readonly css: string;
  readonly style: string;
}

function toDocument({ subject, writtenIn, pixel }: MailDocument, { scheme, css, style }: Look, body: Html): string {
  const direction = directionOf(writtenIn.languageCode);
  const schemes = `:root{color-scheme:${scheme};supported-color-schemes:${scheme}}\n`;
  return html`<!doctype html>
<html lang="${localeOf(writtenIn)}" dir="${direction}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="${scheme}"><meta name="supported-color-schemes" content="${scheme}"><title>${subject}</title>
<style>${new Html(schemes + css)}</style></head>
<body dir="${direction}" style="${style}">
${body}
${pixel !== undefined && html`<img src="${pixel}" width="1" height="1" alt="" style="display:block;border:0">`}</body>
</html>
`.text;
}
