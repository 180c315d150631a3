import { oneEmail } from "../../../http/forms.ts";
import { type Param, param, params } from "../../../http/v2/params.ts";
import { text } from "../../../http/v2/schema-parts.ts";
import type { ListedStatus } from "./people/registrant-status.ts";

// What callers ask of lists of registrants.

/** Days back from today, where a client-level list is asked for without dates. */
const DEFAULT_DAYS = 30;

const page = param.page({ size: 100, most: 1000 });
const partnerRef = param.text("partnerref", "Only from this partner reference");

const statusesOf = {
  active: ["active"],
  any: ["active", "deleted", "forgotten"],
  all: ["active", "deleted"],
  deleted: ["deleted"],
  forgotten: ["forgotten"],
} as const satisfies Record<string, readonly ListedStatus[]>;

const userStatus = param.choice("userstatus", ["active", "any", "all", "deleted", "forgotten"], "active");
const filterForgotten = param.flag("filterforgotten", false, "Deprecated: only the forgotten");

const statuses: Param<ListedStatus[]> = {
  properties: { ...userStatus.properties, ...filterForgotten.properties },
  async read(fields, asked) {
    const isForgotten = await filterForgotten.read(fields, asked);
    return [...statusesOf[isForgotten ? "forgotten" : await userStatus.read(fields, asked)]];
  },
};

const people = {
  page,
  statuses,
  isAnonymousExcluded: param.flag("excludeanonymous", false, "Leave out people registered without an address"),
  partnerRef,
  dateFilterMode: param.choice("datefiltermode", ["created", "lastactivity"], "created", "Which time the dates are of"),
};

const email: Param<string | undefined> = {
  properties: { email: text("Only this address, compared without case") },
  read: (fields) => oneEmail(fields, "email"),
};

export const askedOfEvent = params({
  ...people,
  window: param.window({ defaults: "none" }),
  email,
  noShow: param.flag("noshow", false, "Only people who did not attend"),
});

export const askedOfClient = params({
  ...people,
  window: param.window({ defaults: { days: DEFAULT_DAYS } }),
  clientIds: param.subaccounts("excluded"),
  isLateExcluded: param.flag("excludelive", false, "Leave out people registered after the live webinar ended"),
});

export const askedByEmail = params({ partnerRef, eventId: param.text("eventid", "Only in this event") });

export const askedOfAllEvents = params({ page, clientIds: param.subaccounts("excluded") });
