/** What callers of our own API may have the right to do; each operation takes exactly one. */
export const rights = {
  "installation.manage": "What belongs to no client: to create clients, and the demo",
  "bounces.report": "Hand over what mail servers reported",
  "users.manage": "Staff users",
  "tokens.manage": "What integrations call the API with",
  "sign-in.manage": "Identity providers, and what we are to them",
  "settings.manage": "What holds for all events of a client",
  "events.read": "Events and what is in them",
  "events.manage": "What is in events, and whom they let in",
  "events.present": "Start and end live events",
  "staff-pages.open": "All pages of an event's staff: to start and end it, and to see who comes and their mails",
  "people.read": "Who came, waits or was forgotten, and mails to people",
  "people.manage": "Register people, let them in, send them mails again",
  "media.read": "Uploads",
  "hubs.read": "Hubs and their contents",
  "hubs.manage": "Hubs, their contents and the texts made of webinars",
} as const;

export type Right = keyof typeof rights;
