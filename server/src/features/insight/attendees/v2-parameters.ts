import { parameter, parameters } from "../../../http/v2/parameters.ts";
import { DEFAULT_DAYS, peopleParameter } from "../../../http/v2/people-parameters.ts";

// What callers ask of lists of attendees.

const { page, partnerRef, statuses, isAnonymousExcluded } = peopleParameter;

const people = {
  page,
  partnerRef,
  statuses,
  isAnonymousExcluded,
  dateFilterMode: parameter.choice(
    "datefiltermode",
    ["activity", "lastactivity"],
    "activity",
    "Whether any activity lies between the dates, or the last",
  ),
};

export const askedOfEvent = parameters({ ...people, window: parameter.window({ defaults: "none" }) });

export const askedOfClient = parameters({
  ...people,
  window: parameter.window({ defaults: { days: DEFAULT_DAYS } }),
  clientIds: parameter.subaccounts("excluded"),
  isLiveExcluded: parameter.flag("excludelive", false, "Leave out people who watched live"),
  isRealtimeOnly: parameter.flag("realtimeonly", false, "Leave out what ON24 knows only hours later"),
});

export const askedOfAllEvents = parameters({ page, clientIds: parameter.subaccounts("excluded") });
