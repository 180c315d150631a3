import { oneEmail } from "../../../http/forms.ts";
import { type Parameter, parameter, parameters } from "../../../http/v2/parameters.ts";
import { text } from "../../../http/v2/schema-parts.ts";
import type { ListedStatus } from "./people/registrant-status.ts";

// What callers ask of lists of registrants.

/** Days back from today, where a client-level list is asked for without dates. */
const DEFAULT_DAYS = 30;

const page = parameter.page({ size: 100, most: 1000 });
const partnerRef = parameter.text("partnerref", "Only from this partner reference");

const statusesOf = {
  active: ["active"],
  any: ["active", "deleted", "forgotten"],
  all: ["active", "deleted"],
  deleted: ["deleted"],
  forgotten: ["forgotten"],
} as const satisfies Record<string, readonly ListedStatus[]>;

const userStatus = parameter.choice("userstatus", ["active", "any", "all", "deleted", "forgotten"], "active");
const filterForgotten = parameter.flag("filterforgotten", false, "Deprecated: only the forgotten");

const statuses: Parameter<ListedStatus[]> = {
  properties: { ...userStatus.properties, ...filterForgotten.properties },
  async read(fields, asked) {
    const isForgotten = await filterForgotten.read(fields, asked);
    return [...statusesOf[isForgotten ? "forgotten" : await userStatus.read(fields, asked)]];
  },
};

const people = {
  page,
  statuses,
  isAnonymousExcluded: parameter.flag("excludeanonymous", false, "Leave out people registered without an address"),
  partnerRef,
  dateFilterMode: parameter.choice(
    "datefiltermode",
    ["created", "lastactivity"],
    "created",
    "Which time the dates are of",
  ),
};

const email: Parameter<string | undefined> = {
  properties: { email: text("Only this address, compared without case") },
  read: (fields) => oneEmail(fields, "email"),
};

export const askedOfEvent = parameters({
  ...people,
  window: parameter.window({ defaults: "none" }),
  email,
  noShow: parameter.flag("noshow", false, "Only people who did not attend"),
});

export const askedOfClient = parameters({
  ...people,
  window: parameter.window({ defaults: { days: DEFAULT_DAYS } }),
  clientIds: parameter.subaccounts("excluded"),
  isLateExcluded: parameter.flag("excludelive", false, "Leave out people registered after the live webinar ended"),
});

export const askedByEmail = parameters({ partnerRef, eventId: parameter.text("eventid", "Only in this event") });

export const askedOfAllEvents = parameters({ page, clientIds: parameter.subaccounts("excluded") });
