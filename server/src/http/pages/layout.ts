import { directionOf } from "@lectern/texts/languages";
import { readerLanguage } from "@lectern/texts/reader-language";
import { speak } from "@lectern/texts/say";
import { assetAddress } from "./assets.ts";
import { type Html, html, moduleScript } from "./html.ts";

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

/** A whole page in our one look. It holds no inline script or style: the policy that goes with it allows none. */
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
${options.head}${scripts.map(moduleScript)}</head>
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
