import { html } from "../../../http/pages/html.ts";
import { page } from "../../../http/pages/layout.ts";
import { levelOf } from "../../insight/attendees/leads/level.ts";
import type { Profile } from "../../insight/attendees/leads/queries.ts";
import { profileAddress } from "../../webinars/events/addresses.ts";
import type { PersonOfAccount, WebinarOfProfile } from "./lead-queries.ts";

export interface LeadView {
  readonly clientName: string;
  readonly profile: Profile;
  readonly webinars: readonly WebinarOfProfile[];
  readonly interests: readonly string[];
}

/** What one address did. */
export function leadPage({ clientName, profile, webinars, interests }: LeadView): string {
  const name = [profile.firstName, profile.lastName].filter(Boolean).join(" ") || profile.email;
  const work = [profile.jobTitle, profile.company].filter(Boolean).join(", ");
  const level = profile.meanTenths === null ? profile.engagementPrediction : levelOf(profile.meanTenths);
  return page({
    title: `${name}: what they did`,
    brand: { name: clientName },
    isWide: true,
    body: html`<div class="stack loose staff">
<header class="stack tight"><h1 dir="auto">${name}</h1><p class="quiet" dir="auto">${profile.email}${work && html` · ${work}`}</p></header>
<dl class="figures">
<div><dt>${profile.meanTenths === null ? "Expected engagement" : "Engagement"}</dt><dd>${level.toLowerCase()}</dd></div>
<div><dt>Webinars attended</dt><dd>${profile.webinars}</dd></div>
<div><dt>Minutes watched</dt><dd>${minutesOf(profile.watchedMs)}</dd></div>
<div><dt>Resources opened</dt><dd>${profile.resources}</dd></div>
</dl>
${interests.length > 0 && html`<section class="card"><h2>Interests</h2><p dir="auto">${interests.join(", ")}</p></section>`}
<section class="card"><h2>Webinars</h2><table>
<thead><tr><th scope="col">Webinar</th><th scope="col">Begins</th><th scope="col" class="number">Minutes</th><th scope="col" class="number">Score</th></tr></thead>
<tbody>${webinars.map(webinarRow)}</tbody>
</table></section>
</div>`,
  });
}

function webinarRow({ title, startsAt, timeZone, tenths, watchedMs }: WebinarOfProfile) {
  const day = startsAt.toLocaleDateString("en-US", { dateStyle: "medium", timeZone });
  return html`<tr><td dir="auto">${title}</td><td><time datetime="${startsAt.toISOString()}">${day}</time></td>
<td class="number">${watchedMs === null ? "–" : minutesOf(watchedMs)}</td><td class="number">${tenths === null ? "–" : scoreOf(tenths)}</td></tr>\n`;
}

export interface AccountView {
  readonly clientName: string;
  readonly clientId: number;
  readonly domain: string;
  readonly people: readonly PersonOfAccount[];
}

/** Who of a company came. */
export function accountPage({ clientName, clientId, domain, people }: AccountView): string {
  return page({
    title: `${domain}: who came`,
    brand: { name: clientName },
    isWide: true,
    body: html`<div class="stack loose staff"><h1>${domain}</h1>
<section class="card"><h2>People who came to webinars</h2><table>
<thead><tr><th scope="col">Name</th><th scope="col">Address</th><th scope="col" class="number">Webinars</th><th scope="col" class="number">Scores together</th></tr></thead>
<tbody>${people.map(
      ({ registrantId, name, email, webinars, tenths }) =>
        html`<tr><td dir="auto"><a href="${profileAddress({ clientId, id: registrantId }, "")}">${name || email}</a></td><td dir="auto">${email}</td><td class="number">${webinars}</td><td class="number">${scoreOf(tenths)}</td></tr>\n`,
    )}</tbody>
</table></section></div>`,
  });
}

function minutesOf(ms: number): string {
  return Math.round(ms / 60_000).toLocaleString("en-US");
}

function scoreOf(tenths: number): string {
  return (tenths / 10).toFixed(1);
}
