import type { EngagementLevel } from "../../../admission/registration/people/predict-engagement.ts";

/** What the mean score of somebody's webinars makes them. @param tenths of a score. */
export function levelOf(tenths: number): EngagementLevel {
  if (tenths >= 50) return "HIGH";
  return tenths >= 25 ? "MEDIUM" : "LOW";
}
