/** What the compatible API tells of. */
export const listedStatuses = ["active", "deleted", "forgotten"] as const;

/** Before the gates, in the order in which they are passed; and turned away. */
export const waitingStatuses = ["unconfirmed", "pending", "waitlisted", "denied"] as const;

export type ListedStatus = (typeof listedStatuses)[number];
export type RegistrantStatus = ListedStatus | (typeof waitingStatuses)[number];

/** Whether somebody has cancelled, was taken out, or is forgotten. */
export function isGone(status: RegistrantStatus): boolean {
  return status === "deleted" || status === "forgotten";
}

/** Whether somebody is no registrant yet. */
export function isWaiting(status: RegistrantStatus): boolean {
  return (waitingStatuses as readonly string[]).includes(status);
}
