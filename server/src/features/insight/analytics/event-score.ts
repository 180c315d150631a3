import type { EventWithScore } from "./queries.ts";

/** What its attendees scored on average: 0 to 10, one decimal. */
export function engagementScoreOf({ attendees, allTenths }: Pick<EventWithScore, "attendees" | "allTenths">): number {
  return attendees > 0 ? Math.round(allTenths / attendees) / 10 : 0;
}
