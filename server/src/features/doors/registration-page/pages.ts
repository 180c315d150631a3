import { fail } from "../../../errors.ts";
import { one } from "../../../http/forms.ts";
import type { Pages } from "../../../http/pages/dialect.ts";
import { findGate } from "../../admission/registration/gates/gates.ts";
import { endPass } from "../../admission/registration/people/pass-cookie.ts";
import { eventAddresses } from "../../webinars/events/addresses.ts";
import { sealCameFrom } from "./came-from.ts";
import { findPassHolder } from "./find-pass-holder.ts";
import { openPage, type PageVisit, type RegistrationPageDeps } from "./open-page.ts";
import { type Place, places } from "./place.ts";
import { readPrefill } from "./read-form.ts";
import { isCookieUnwanted, sendForm, type Taken } from "./send-form.ts";
import { carriedOf, wordsOf } from "./show-form.ts";
import { logIn, register } from "./take-form.ts";

/** The form, and the log-in of those who are registered. */
export function registrationPages(all: Pages, deps: RegistrationPageDeps): void {
  for (const place of places) {
    // Whoever sent a form of another site gets ours, filled in, to send once more.
    const pages = all.with({ formsFrom: "anybody", isFramable: place === "embed" });
    const path = `/wcc/${place}/:id/:key` as const;
    pages.get(path, (visit) => showForm(deps, place, visit));
    pages.with({ limit: "registration" }).post(path, (visit) => takeForm(deps, place, visit, register));
    pages.with({ limit: "log-in" }).post(`${path}/login`, (visit) => takeForm(deps, place, visit, logIn));
    // Half an address, as mail programs break them.
    for (const half of [`/wcc/${place}`, `/wcc/${place}/*`]) pages.get(half, () => fail("visit.unknown"));
  }
}

async function showForm(deps: RegistrationPageDeps, place: Place, visit: PageVisit) {
  const shown = await openPage(deps, visit, visit.params);
  const { event } = shown;
  const { query } = visit;
  const lang = one(query, "lang");
  if (isCookieUnwanted(query)) endPass(visit.reply, deps, event.id);
  else if (place === "r" && (await findPassHolder(deps, shown, visit.request))) {
    const { lobby } = eventAddresses(event, "");
    return visit.leadTo(lang === undefined ? lobby : `${lobby}?lang=${encodeURIComponent(lang)}`);
  }
  const cameFrom = findGate(event, "referrers", "page") && sealCameFrom(deps.sealer, visit.request);
  const carried = carriedOf(cameFrom ? { ...query, camefrom: cameFrom } : query);
  const given = readPrefill(query, event.registrationFields);
  return sendForm(deps, { place, visit, shown, words: wordsOf(visit, shown, query) }, given, carried);
}

async function takeForm(
  deps: RegistrationPageDeps,
  place: Place,
  visit: PageVisit,
  handle: (deps: RegistrationPageDeps, taken: Taken) => Promise<unknown>,
) {
  const shown = await openPage(deps, visit, visit.params);
  return handle(deps, { place, visit, shown, words: wordsOf(visit, shown, visit.form) });
}
