/** What a staff user may do, by the names that the users list shows. */
export const permissions = [
  "Account Analytics",
  "Create Events",
  "Event Analytics",
  "Manage Audience Console Layout",
  "Manage Brand Settings",
  "Manage Engagement Hub(s)",
  "Manage Forums",
  "Manage Forums Basic",
  "Manage Go Live",
  "Manage Integrations",
  "Manage Target Experience",
  "Manage Users",
  "Order Services",
  "Workgroup Access (View and Edit all events)",
] as const;

export type Permission = (typeof permissions)[number];
