import { oneEmail } from "../forms.ts";
import { type Parameter, parameter } from "./parameters.ts";
import { text } from "./schema-parts.ts";

// What callers ask of lists of people, registrants and attendees alike.

/** Days back from today, where a client-level list is asked for without dates. */
export const DEFAULT_DAYS = 30;

const statusesOf = {
  active: ["active"],
  any: ["active", "deleted", "forgotten"],
  all: ["active", "deleted"],
  deleted: ["deleted"],
  forgotten: ["forgotten"],
} as const;

export type Status = (typeof statusesOf)["any"][number];

const userStatus = parameter.choice("userstatus", ["active", "any", "all", "deleted", "forgotten"], "active");
const filterForgotten = parameter.flag("filterforgotten", false, "Deprecated: only the forgotten");

const statuses: Parameter<Status[]> = {
  properties: { ...userStatus.properties, ...filterForgotten.properties },
  async read(fields, asked) {
    const isForgotten = await filterForgotten.read(fields, asked);
    return [...statusesOf[isForgotten ? "forgotten" : await userStatus.read(fields, asked)]];
  },
};

const email: Parameter<string | undefined> = {
  properties: { email: text("Only this address, compared without case") },
  read: (fields) => oneEmail(fields, "email"),
};

export const peopleParameter = {
  email,
  page: parameter.page({ size: 100, most: 1000 }),
  partnerRef: parameter.text("partnerref", "Only from this partner reference"),
  statuses,
  isAnonymousExcluded: parameter.flag("excludeanonymous", false, "Leave out people registered without an address"),
};
