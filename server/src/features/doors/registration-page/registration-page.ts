import { assetAddress } from "../../../http/pages/assets.ts";
import { type Html, html } from "../../../http/pages/html.ts";
import { page } from "../../../http/pages/layout.ts";
import { excerpt } from "../../../http/pages/written-text.ts";
import { localeOf } from "../../webinars/event-emails/event-language.ts";
import { mailLanguages } from "../../webinars/event-emails/mail-languages.ts";
import { audienceTextsIn } from "../../webinars/events/audience-texts.ts";
import { phaseOf } from "../../webinars/events/event-phase.ts";
import { phaseBadge } from "../../webinars/events/phases.ts";
import { about } from "./about.ts";
import type { FormEvent } from "./page-event.ts";
import { languageNames, type PageWords } from "./page-words.ts";
import { type FormView, registrationForm } from "./registration-form.ts";
import { structuredData } from "./structured-data.ts";
import { when } from "./when.ts";

export interface PageView extends FormView {
  readonly now: Date;
  /** Of this page, whole. */
  readonly address: string;
  /** The same page in another language. */
  addressIn(language: string): string;
}

/** What an invitation leads to: what the event is, when, who speaks, and the form. */
export function registrationPage(shown: FormEvent, view: PageView): string {
  const { event, client, settings } = shown;
  const { words, now } = view;
  const texts = audienceTextsIn(words.languageCode);
  const phase = phaseOf(event, now);
  const eventLocale = localeOf(event);
  return page({
    title: event.title,
    description: descriptionOf(event),
    lang: words.locale,
    isWide: true,
    isIndexed: !event.isTest,
    brand: { name: client.name },
    scripts: [assetAddress("visitor-time.js"), assetAddress("registration-form.js")],
    head: html`${previews(shown, view.address)}${structuredData(shown, view.address)}`,
    body: html`<article class="event">
<header class="hero stack" lang="${eventLocale}">
${settings.banner && html`<img class="banner" src="${settings.banner}" alt="${settings.bannerText ?? ""}">`}
<p lang="${words.locale}">${phaseBadge(phase, texts.phases[phase])}</p>
<h1 dir="auto">${event.title}</h1>
${event.promotionalSummary && html`<p class="lead" dir="auto">${event.promotionalSummary}</p>`}
</header>
<aside class="stack">
${facts(when(event, words), venue(event, texts.venue))}
${registrationForm(shown, view)}
${languages(view)}
</aside>
${about(shown, words)}
</article>`,
  });
}

/** What is on demand has neither a time nor a place. */
function facts(...known: (Html | undefined)[]): Html | undefined {
  return known.some(Boolean) ? html`<div class="card stack">${known}</div>` : undefined;
}

function descriptionOf({ promotionalSummary, abstract }: FormEvent["event"]): string {
  return excerpt(promotionalSummary ?? abstract ?? "");
}

/** What other sites show of a link to the page. */
function previews({ event, client, settings }: FormEvent, address: string): Html {
  const picture = settings.banner && new URL(settings.banner, address).href;
  const properties = {
    "og:type": "website",
    "og:title": event.title,
    "og:description": descriptionOf(event),
    "og:url": address,
    "og:site_name": client.name,
    ...(picture && { "og:image": picture, "og:image:alt": settings.bannerText ?? "" }),
  };
  return html`<link rel="canonical" href="${address}">
${Object.entries(properties).map(([property, content]) => html`<meta property="${property}" content="${content}">\n`)}<meta name="twitter:card" content="${picture ? "summary_large_image" : "summary"}">
`;
}

function venue({ isHybrid, venue: name, address }: FormEvent["event"], heading: string): Html | undefined {
  if (!isHybrid || (!name && !address)) return undefined;
  return html`<div class="stack tight"><h2 class="overline">${heading}</h2><p class="prose" dir="auto">${name}${name && address && "\n"}${address}</p></div>`;
}

function languages({ words, addressIn }: PageView): Html {
  const links = mailLanguages.map((language) => item(language, words, addressIn(language)));
  return html`<details class="languages"><summary>${words.texts.language}: ${languageNames[words.languageCode]}</summary>
<ul class="plain">${links}</ul></details>`;
}

function item(language: keyof typeof languageNames, words: PageWords, href: string): Html {
  const isCurrent = language === words.languageCode;
  return html`<li><a href="${href}" lang="${language}" hreflang="${language}" rel="nofollow"${isCurrent && html` aria-current="true"`}>${languageNames[language]}</a></li>`;
}
