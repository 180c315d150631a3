import { type Html, html } from "../../../http/pages/html.ts";
import { page } from "../../../http/pages/layout.ts";
import { withValues } from "../../../http/pages/said.ts";
import { formatLocalised } from "../../webinars/events/event-language.ts";
import type { Words } from "../../webinars/events/words.ts";
import { presentNumber } from "./certificate-number.ts";
import type { WholeCertificate } from "./queries.ts";

/** What is certified, and that it is. */
export function certificatePage(words: Words, certificate: WholeCertificate, paper: string): string {
  const { say, locale, eventLocale, languageCode, countryCode } = words;
  const { issuer, holder, title, partialCredit, credits, eventTitle, earnedAt, number, timeZone } = certificate;
  const earnedOn = formatLocalised(earnedAt, { languageCode, countryCode, timeZone }, { dateStyle: "long" });
  const credit = credits === null ? null : say("certificates:credits", { credits });
  const facts: [string, string | Html][] = [
    [say("certificates:holder"), holder],
    [say("certificates:certification"), html`<span lang="${eventLocale}">${title}</span>`],
    [say("certificates:event"), html`<span lang="${eventLocale}">${eventTitle}</span>`],
    [say("certificates:paper.date"), html`<time datetime="${earnedAt.toISOString()}">${earnedOn}</time>`],
    [say("certificates:number"), presentNumber(number)],
  ];
  return page({
    title: `${title} · ${holder}`,
    lang: locale,
    brand: { name: issuer },
    body: html`<div class="stack loose problem">
<header class="stack"><h1>${say("certificates:genuine.heading")}</h1>
<p class="notice good" role="status">${withValues(say.pieces("certificates:genuine.says", { issuer }))}</p></header>
<section class="card"><dl class="facts">${facts.map(([name, value]) => html`<dt>${name}</dt><dd><bdi>${value}</bdi></dd>\n`)}</dl>
${(partialCredit !== null || credit !== null) && html`<p class="quiet">${[partialCredit, credit].filter((part) => part !== null).join(" · ")}</p>`}</section>
<div class="row"><a class="button" href="${paper}">${say("certificates:download")}</a></div>
</div>`,
  });
}

/** Asks for a number. @param result.unknown what was typed, when no certificate has it */
export function checkPage({ say, locale }: Words, { unknown }: { unknown?: string } = {}): string {
  const heading = say("certificates:check.heading");
  return page({
    title: heading,
    lang: locale,
    body: html`<div class="stack loose problem">
<header class="stack"><h1>${unknown === undefined ? heading : say("certificates:unknown.heading")}</h1>
${unknown !== undefined && html`<p class="notice bad" role="alert">${say("certificates:unknown.says")}</p>`}
<p class="lead">${say("certificates:check.says")}</p></header>
<form class="stack" action="/certificate">
<input type="hidden" name="lang" value="${locale}">
<div class="field"><label for="number">${say("certificates:number")}</label>
<input id="number" name="number" required maxlength="64" dir="ltr" autocomplete="off" spellcheck="false" value="${unknown ?? ""}"></div>
<div class="row"><button class="button">${say("certificates:check.button")}</button></div>
</form>
</div>`,
  });
}
