import type { Selectable } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { Contacts } from "../../../db/types.ts";
import type { V2 } from "../../../http/v2/dialect.ts";
import { parameter, parameters } from "../../../http/v2/parameters.ts";
import { eventTypes } from "./event-types.ts";
import { languages } from "./languages.ts";
import { type AccountTag, listAccountTags, listContacts, listEventProfiles } from "./queries.ts";
import { replacementTokens } from "./replacement-tokens.ts";
import { listTimeZones } from "./time-zones.ts";
import * as schema from "./v2-schema.ts";

const askedTokens = parameters({ context: parameter.choice("context", ["all", "summary", "email"], "all") });

export function lookupOperations(v2: V2, deps: { db: Db }): void {
  contactOperations(v2, deps);
  accountListOperations(v2, deps);
  productListOperations(v2);
}

function contactOperations(v2: V2, { db }: { db: Db }): void {
  v2.operation("Helpers.RetrieveAccountManagers", {
    answer: schema.AccountManagers,
    handle: async ({ client }) => ({
      accountmanagers: (await listContacts(db, client.id, "account-manager")).map((contact) => ({
        accountmangerid: contact.id,
        ...presentContact(contact),
      })),
    }),
  });
  v2.operation("Helpers.RetrieveEventManagers", {
    answer: schema.EventManagers,
    handle: async ({ client }) => ({
      eventmanagers: (await listContacts(db, client.id, "event-manager")).map((contact) => ({
        adminid: String(contact.id),
        ...presentContact(contact),
      })),
    }),
  });
  v2.operation("Helpers.RetrieveSalesRepContacts", {
    answer: schema.SalesReps,
    handle: async ({ client }) => ({
      salesreps: (await listContacts(db, client.id, "sales")).map((contact) => ({
        salesrepid: String(contact.id),
        ...presentContact(contact),
      })),
    }),
  });
  v2.operation("Helpers.RetrieveSignalContacts", {
    answer: schema.SignalReps,
    handle: async ({ client }) => ({
      signalreps: (await listContacts(db, client.id, "signal")).map((contact) => ({
        signalrepid: String(contact.id),
        ...presentContact(contact),
      })),
    }),
  });
  v2.operation("Helpers.RetrieveTechnicalRepContacts", {
    answer: schema.TechnicalContacts,
    handle: async ({ client }) => ({
      technicalcontacts: (await listContacts(db, client.id, "technical")).map((contact) => ({
        contactid: contact.id,
        contactname: `${contact.firstName} ${contact.lastName}`,
      })),
    }),
  });
}

function presentContact(contact: Selectable<Contacts>) {
  return {
    firstname: contact.firstName,
    lastname: contact.lastName,
    email: contact.email,
    ...(contact.primaryPhone !== null && { primaryphone: contact.primaryPhone }),
    ...(contact.secondaryPhone !== null && { secondaryphone: contact.secondaryPhone }),
  };
}

/** Lists that every account has its own of. */
function accountListOperations(v2: V2, { db }: { db: Db }): void {
  v2.operation("Helpers.RetrieveEventProfiles", {
    answer: schema.EventProfiles,
    handle: async ({ client }) => ({
      eventprofiles: (await listEventProfiles(db, client.id)).map(({ id, name }) => ({
        eventprofileid: String(id),
        eventprofilename: `${name} (${id})`,
      })),
    }),
  });
  v2.operation("Helpers.CustomAccountTags", {
    answer: schema.AccountTags,
    handle: async ({ client }) => ({ customaccounttags: groupTags(await listAccountTags(db, client.id)) }),
  });
}

function groupTags(tags: AccountTag[]) {
  const groups = new Map<number, { groupid: number; groupname: string; tags: { tagid: number; tagname: string }[] }>();
  for (const tag of tags) {
    const group = groups.get(tag.groupId) ?? { groupid: tag.groupId, groupname: tag.groupName, tags: [] };
    group.tags.push({ tagid: tag.tagId, tagname: tag.tagName });
    groups.set(tag.groupId, group);
  }
  return [...groups.values()];
}

/** Lists that are the same for every account. */
function productListOperations(v2: V2): void {
  v2.operation("Helpers.RetrieveEventTypes", {
    answer: schema.EventTypes,
    handle: () => ({ eventtypes: eventTypes.map(({ label, value }) => ({ label, value })) }),
  });
  v2.operation("Helpers.RetrieveLanguageCodes", {
    answer: schema.Languages,
    handle: () => ({
      languagecodes: languages.map(({ label, languageCode, countryCode }) => ({
        label,
        ...(countryCode !== undefined && { countrycd: countryCode }),
        languagecd: languageCode,
      })),
    }),
  });
  v2.operation("Helpers.RetrieveTimezonesCodes", {
    answer: schema.TimeZones,
    handle: ({ now }) => ({ timezones: [...listTimeZones(now)] }),
  });
  v2.operation("Helpers.RetrieveReplacementTokens", {
    query: askedTokens.schema,
    answer: schema.ReplacementTokens,
    handle: async (call) => {
      const { context } = await askedTokens.read(call.query, call);
      return { replacementtokens: replacementTokens.filter((token) => context === "all" || token.context === context) };
    },
  });
}
