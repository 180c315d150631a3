import { parameter, parameters } from "../../../http/v2/parameters.ts";
import { DEFAULT_DAYS, peopleParameter } from "../../../http/v2/people-parameters.ts";

// What callers ask of lists of registrants.

const { email, page, partnerRef, statuses, isAnonymousExcluded } = peopleParameter;

const people = {
  page,
  statuses,
  isAnonymousExcluded,
  partnerRef,
  dateFilterMode: parameter.choice(
    "datefiltermode",
    ["created", "lastactivity"],
    "created",
    "Which time the dates are of",
  ),
};

export const askedOfEvent = parameters({
  ...people,
  window: parameter.window({ defaults: "none" }),
  email,
  isNoShow: parameter.flag("noshow", false, "Only people who did not attend"),
});

export const askedOfClient = parameters({
  ...people,
  window: parameter.window({ defaults: { days: DEFAULT_DAYS } }),
  clientIds: parameter.subaccounts("excluded"),
  isLateExcluded: parameter.flag("excludelive", false, "Leave out people registered after the live webinar ended"),
});

export const askedByEmail = parameters({ partnerRef, eventId: parameter.text("eventid", "Only in this event") });

export const askedOfAllEvents = parameters({ page, clientIds: parameter.subaccounts("excluded") });
