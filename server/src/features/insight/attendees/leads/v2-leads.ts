import type { Kysely } from "kysely";
import type { Database } from "../../../../db/types.ts";
import { fail } from "../../../../errors.ts";
import type { OperationCall, V2 } from "../../../../http/v2/dialect.ts";
import { readPageOf } from "../../../../http/v2/lists.ts";
import { parameter, parameters } from "../../../../http/v2/parameters.ts";
import { DEFAULT_DAYS } from "../../../../http/v2/people-parameters.ts";
import { accountAddress, profileAddress } from "../../../webinars/events/addresses.ts";
import { addParts } from "../parts/v2-parts.ts";
import { listAttendees } from "../queries.ts";
import { listEngagedAccounts } from "./accounts.ts";
import { interestsOf } from "./interests.ts";
import { levelOf } from "./level.ts";
import { countLeads, findProfile, type Lead, listLeads, listWebinarsOfLeads } from "./queries.ts";
import { presentProfile } from "./v2-profile.ts";
import * as schema from "./v2-schema.ts";

const asked = parameters({
  page: parameter.page({ size: 50, most: 50 }),
  window: parameter.window({ defaults: { days: DEFAULT_DAYS }, maxDays: 365 }),
});

const LAST_ATTENDED = 25;

export interface LeadDeps {
  readonly db: Kysely<Database>;
  readonly publicUrl: string;
}

/** Whoever registered or attended, address by address and company by company. */
export function leadOperations(v2: V2, { db, publicUrl }: LeadDeps): void {
  v2.operation("AnalyticsClientLevel.Leads", {
    query: asked.schema,
    answer: schema.Leads,
    handle: async (call) => {
      const { client, now } = call;
      const { page, window } = await asked.read(call.query, call);
      const filter = { clientId: client.id, ...window };
      const { total, place, rows } = await readPageOf(page, {
        count: () => countLeads(db, filter),
        read: (slice) => listLeads(db, filter, { ...slice, now }),
      });
      const webinars = await listWebinarsOfLeads(
        db,
        client.id,
        rows.map((lead) => lead.emailKey),
      );
      const leads = rows.map((lead) => ({
        email: lead.email,
        businessinterests: interestsOf(webinars.get(lead.emailKey) ?? []),
        ...presentLevel(lead),
        userprofileurl: profileAddress({ clientId: client.id, id: lead.registrantId }, publicUrl),
        segments: [],
      }));
      return { clientid: client.id, totalleads: total, ...place, leads };
    },
  });

  v2.operation("AnalyticsClientLevel.PEP", {
    answer: schema.Profile,
    handle: (call) => readProfile({ db, publicUrl }, call),
  });

  v2.operation("AnalyticsClientLevel.EngagedAccounts", {
    answer: schema.EngagedAccounts,
    handle: async ({ client, now }) => {
      const accounts = await listEngagedAccounts(db, client.id, now);
      return {
        accounts: accounts.map(({ domain, name }) => {
          return { name, domains: [domain], profileurl: accountAddress({ clientId: client.id, domain }, publicUrl) };
        }),
      };
    },
  });
}

async function readProfile({ db, publicUrl }: LeadDeps, { client, params, now }: OperationCall) {
  const email = params.email ?? "";
  const profile = (await findProfile(db, client.id, { email }, now)) ?? fail("lead.unknown");
  const filter = { ...{ clientIds: [client.id], email, statuses: ["active" as const] }, isClientLevel: true };
  const attended = await listAttendees(
    db,
    { ...filter, dateMode: "lastActivity" },
    { limit: LAST_ATTENDED, isNewestFirst: true },
  );
  const webinars = await listWebinarsOfLeads(db, client.id, [profile.emailKey]);
  const interests = interestsOf(webinars.get(profile.emailKey) ?? []);
  const whole = await addParts(db, attended, publicUrl);
  return presentProfile({ profile, level: presentLevel(profile), interests, attended: whole });
}

/** What who has attended is, and what is expected of who has not. */
function presentLevel({ meanTenths, engagementPrediction }: Pick<Lead, "meanTenths" | "engagementPrediction">) {
  return meanTenths === null
    ? { engagementprediction: engagementPrediction }
    : { engagementlevel: levelOf(meanTenths) };
}
