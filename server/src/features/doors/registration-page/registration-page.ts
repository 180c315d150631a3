import { type Language, languages } from "@lectern/texts/languages";
import { assetAddress } from "../../../http/pages/assets.ts";
import { type Html, html } from "../../../http/pages/html.ts";
import { page } from "../../../http/pages/layout.ts";
import { excerpt } from "../../../http/pages/written-text.ts";
import { phaseOf } from "../../webinars/events/event-phase.ts";
import { phaseBadge } from "../../webinars/events/phases.ts";
import { about } from "./about.ts";
import type { FormEvent } from "./page-event.ts";
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
  const phase = phaseOf(event, now);
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
<header class="hero stack" lang="${words.eventLocale}">
${settings.banner && html`<img class="banner" src="${settings.banner}" alt="${settings.bannerText ?? ""}">`}
<p lang="${words.locale}">${phaseBadge(phase, words.say(`pages:phases.${phase}`))}</p>
<h1 dir="auto">${event.title}</h1>
${event.promotionalSummary && html`<p class="lead" dir="auto">${event.promotionalSummary}</p>`}
</header>
<aside class="stack">
${facts(when(event, words), venue(event, words.say("pages:venue")))}
${registrationForm(shown, view)}
${languageLinks(view)}
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

function languageLinks({ words, addressIn }: PageView): Html {
  const current = languages.find(({ code }) => code === words.languageCode);
  const links = languages.map((language) => languageLink(language, addressIn(language.code), language === current));
  return html`<details class="languages"><summary>${words.say("form:language")}: ${current?.name}</summary>
<ul class="plain">${links}</ul></details>`;
}

function languageLink({ code, name }: Language, href: string, isCurrent: boolean): Html {
  return html`<li><a href="${href}" lang="${code}" hreflang="${code}" rel="nofollow"${isCurrent && html` aria-current="true"`}>${name}</a></li>`;
}
