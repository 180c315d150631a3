import { one } from "../../../http/forms.ts";
import type { Pages } from "../../../http/pages/dialect.ts";
import { findPassHolder } from "../../doors/registration-page/find-pass-holder.ts";
import { openPage, type PageVisit, type RegistrationPageDeps } from "../../doors/registration-page/open-page.ts";
import type { FormEvent } from "../../doors/registration-page/page-event.ts";
import { wordsOf } from "../../doors/registration-page/show-form.ts";
import { eventAddresses } from "../../webinars/events/addresses.ts";
import { isRoomOpen } from "../../webinars/events/event-phase.ts";
import { readRoomTicket } from "../room/ticket.ts";
import { consolePage } from "./console-page.ts";

/** Where whoever is registered takes part; before the room opens, and for strangers, there are other pages. */
export function consolePages(all: Pages, deps: RegistrationPageDeps): void {
  // A site that shows the console in a frame tells by a ticket who comes: browsers keep our cookies out of there.
  const pages = all.with({ isFramable: true });
  pages.get("/wcc/console/:id/:key", async (visit) => {
    const shown = await openPage(deps, visit, visit.params);
    const addresses = eventAddresses(shown.event, "");
    const ticket = one(visit.query, "ticket");
    const guest = ticket === undefined ? undefined : readRoomTicket(deps, shown.event.id, ticket);
    if (guest !== undefined && ticket !== undefined) return show(visit, shown, { ticket });
    const person = await findPassHolder(deps, shown, visit.request);
    if (!person) return visit.leadTo(addresses.audience);
    if (!isRoomOpen(shown.event, deps.now())) return visit.leadTo(addresses.lobby);
    return show(visit, shown, { language: person.languageCode });
  });
}

interface Guest {
  readonly ticket?: string;
  readonly language?: string | null;
}

function show(visit: PageVisit, shown: FormEvent, { ticket, language = null }: Guest) {
  const words = wordsOf(visit, shown, visit.query, language);
  // Banners may come from anywhere.
  return visit.show(consolePage(shown, words, ticket), { showsForeignImages: true });
}
