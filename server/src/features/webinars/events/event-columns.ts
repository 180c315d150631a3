import { eventTypes } from "../../base/lookups/event-types.ts";

/** What follows from an event's type. */
export function typeColumns(type: string) {
  const found = eventTypes.find(({ value }) => value === type);
  if (!found) throw new Error(`No event type is called ${type}`);
  return { contentType: found.contentType };
}

/** What follows from an event's campaign tags. */
export function campaignColumns(campaignTags: readonly string[]) {
  return { isApiExcluded: campaignTags.some((tag) => tag.toUpperCase() === "APIEXCLUDE") };
}
