/** How somebody came into a webinar, in the published words. */
export function presentLaunchMode(launchMode: string): string {
  return launchMode === "venue" ? "At the Venue" : "Watching remote";
}

/** As what somebody of the team came in, in the published words. */
export function presentRole(role: string): string {
  return role.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}

/** To the nearest minute; more than none counts as one. */
export function toMinutes(ms: number): number {
  return ms > 0 ? Math.max(1, Math.round(ms / 60_000)) : 0;
}
