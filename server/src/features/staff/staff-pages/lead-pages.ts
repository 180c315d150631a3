import type { Kysely, Selectable } from "kysely";
import type { Clients, Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import { one } from "../../../http/forms.ts";
import type { Pages } from "../../../http/pages/dialect.ts";
import type { Visit } from "../../../http/pages/visit.ts";
import { mayDo } from "../../../http/web/caller.ts";
import { readId } from "../../../lib/read-id.ts";
import { findClient } from "../../base/accounts/queries.ts";
import { readStaffUser } from "../../base/staff-sessions/read-staff-user.ts";
import { callerOf } from "../../base/staff-sessions/staff-caller.ts";
import { interestsOf } from "../../insight/attendees/leads/interests.ts";
import { findProfile, listWebinarsOfLeads } from "../../insight/attendees/leads/queries.ts";
import { accountPage, leadPage } from "./lead-page.ts";
import { listPeopleOfDomain, listWebinarsOfProfile } from "./lead-queries.ts";

export interface LeadPageDeps {
  readonly db: Kysely<Database>;
  readonly publicUrl: string;
  now(): Date;
}

/** What an address, and what a company's people, did in all webinars of a client: where `userprofileurl` and `profileurl` lead. */
export function leadPages(pages: Pages, deps: LeadPageDeps): void {
  const { db, now } = deps;

  const showLead = forReaders(deps, async (client, visit) => {
    const registrantId = readId(one(visit.query, "p")) ?? fail("visit.unknown");
    const profile = (await findProfile(db, client.id, { registrantId }, now())) ?? fail("visit.unknown");
    const webinars = await listWebinarsOfProfile(db, profile);
    const topics = await listWebinarsOfLeads(db, client.id, [profile.emailKey]);
    const interests = interestsOf(topics.get(profile.emailKey) ?? []);
    return visit.show(leadPage({ clientName: client.name, profile, webinars, interests }));
  });
  pages.get("/webcast/lead", showLead);

  const showAccount = forReaders(deps, async (client, visit) => {
    const domain = one(visit.query, "d")?.slice(0, 253).toLowerCase() ?? fail("visit.unknown");
    const people = await listPeopleOfDomain(db, client.id, domain);
    if (people.length === 0) fail("visit.unknown");
    return visit.show(accountPage({ clientName: client.name, clientId: client.id, domain, people }));
  });
  pages.get("/webcast/company", showAccount);
}

/** For staff who may read people of the client `c` of the address; whoever is not signed in does so first, and comes back here. */
function forReaders(deps: LeadPageDeps, show: (client: Selectable<Clients>, visit: Visit) => Promise<unknown>) {
  return async (visit: Visit) => {
    const user = await readStaffUser(visit.request, deps);
    if (!user) return visit.leadTo(`/webcast/login?${new URLSearchParams({ page: visit.request.url })}`);
    const client = await findClient(deps.db, readId(one(visit.query, "c")) ?? fail("visit.unknown"));
    if (!client?.isActive || !mayDo(callerOf(user), "people.read", client)) fail("visit.unknown");
    return show(client, visit);
  };
}
