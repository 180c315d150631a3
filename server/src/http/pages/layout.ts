import { directionOf } from "@lectern/texts/languages";
import { readerLanguage } from "@lectern/texts/reader-language";
import { speak } from "@lectern/texts/say";
import type { FastifyReply } from "fastify";
import { assetAddress } from "./assets.ts";
import { type Html, html } from "./html.ts";

export interface PageOptions {
  /** Of the browser's tab, and of links to the page. */
  readonly title: string;
  readonly description?: string;
  /** BCP 47; English when not given. */
  readonly lang?: string;
  /** Follows from the language when not given. */
  readonly dir?: "ltr" | "rtl";
  /** What stands in <main>; it brings the page's one <h1>. */
  readonly body: Html;
  /** Addresses of this server, from `assetAddress`; they run when the page has been read. */
  readonly scripts?: readonly string[];
  /** The name in the head of the page, and where it leads; no head without it. */
  readonly brand?: { readonly name: string; readonly href?: string };
  readonly links?: readonly PageLink[];
  /** Without head and foot, for frames. */
  readonly isBare?: boolean;
  /** For pages with columns. */
  readonly isWide?: boolean;
  /** More of the head: what other programs read of the page. */
  readonly head?: Html;
  /** Whether search engines may list it. */
  readonly isIndexed?: boolean;
}

export interface PageLink {
  readonly text: string;
  readonly href: string;
  readonly isCurrent?: boolean;
}

/** A whole page in our one look. It holds no inline script or style: the policy that `sendPage` sends allows none. */
export function page(options: PageOptions): string {
  const { title, description, lang = "en", body, scripts = [], isWide, isIndexed = false } = options;
  const frame = isWide ? "frame wide" : "frame";
  return html`<!doctype html>
<html lang="${lang}" dir="${options.dir ?? directionOf(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${description && html`<meta name="description" content="${description}">`}
${!isIndexed && html`<meta name="robots" content="noindex">`}
<link rel="icon" href="${assetAddress("lectern.svg")}">
<link rel="stylesheet" href="${assetAddress("lectern.css")}">
${options.head}${scripts.map((script) => html`<script type="module" src="${script}"></script>\n`)}</head>
<body>
${masthead(options, frame)}
<main id="content" tabindex="-1"><div class="${options.isBare ? "bare" : frame}">
${body}
</div></main>
${!options.isBare && html`<footer class="colophon"><div class="${frame}" lang="en" dir="ltr">Lectern</div></footer>`}
</body>
</html>
`.text;
}

function masthead({ brand, links = [], lang = "en" }: PageOptions, frame: string): Html | undefined {
  if (!brand) return undefined;
  const name = brand.href
    ? html`<a class="brand" href="${brand.href}">${brand.name}</a>`
    : html`<span class="brand">${brand.name}</span>`;
  const items = links.map(
    ({ text, href, isCurrent }) => html`<a href="${href}"${isCurrent && html` aria-current="page"`}>${text}</a>\n`,
  );
  const spoken = readerLanguage({ event: lang });
  const isSkippable = brand.href !== undefined || items.length > 0;
  return html`${isSkippable && html`<a class="skip-link" href="#content" lang="${spoken}" dir="${directionOf(spoken)}">${speak(spoken)("pages:skip")}</a>`}
<header class="masthead"><div class="${frame}">${name}${items.length > 0 && html`<nav>${items}</nav>`}</div></header>`;
}

export interface SendOptions {
  readonly status?: number;
  /** The address itself opens something: no other site may learn it, and nobody may keep the page. */
  readonly isSecret?: boolean;
  /** Whether pictures may come from other sites. */
  readonly showsForeignImages?: boolean;
  /** Sites, as origins, that may show the page in a frame; only our own when not given. */
  readonly framedBy?: readonly string[];
}

/** Only our own files, and video that a player assembles; no inline script or style, nobody else's frame. */
const contentPolicy = (foreignImages: boolean, framedBy: readonly string[]) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' data:${foreignImages ? " https: http:" : ""}`,
    "media-src 'self' blob:",
    "connect-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    ["frame-ancestors 'self'", ...framedBy].join(" "),
  ].join("; ");

/** Answers with a page made by `page`. */
export function sendPage(reply: FastifyReply, text: string, options: SendOptions = {}) {
  const { status = 200, isSecret = false, showsForeignImages = false, framedBy = [] } = options;
  return reply
    .status(status)
    .headers({
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": contentPolicy(showsForeignImages, framedBy),
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": isSecret ? "no-referrer" : "strict-origin-when-cross-origin",
      "Cache-Control": isSecret ? "no-store" : "no-cache",
      ...(isSecret && { "X-Robots-Tag": "noindex, nofollow" }),
    })
    .send(text);
}
