/** Groups of the reference that our own operations stand in, in its order. */
export const groups = {
  Events: "Phases, times and addresses of events",
  Console: "Widgets of the audience's console, and what is in them",
  "Polls and surveys": "What the audience is asked, and what came of it",
  Media: "Uploads, videos, slides and captions",
  Presenting: "Who presents, and by which link they come in",
  Room: "Who is let into webinars' rooms, and what people do there",
  Insight: "What people did in webinars, and what that tells",
  Admission: "Who is let in by which doors, what the form asks, lists of people, proof of forgetting",
  "E-mails": "What e-mails say, where they come from, and what became of them",
  Hubs: "Engagement Hubs and their contents",
  "Derivative content": "Texts made of webinars",
  "Single sign-on": "Identity providers, and what we are to them",
  Operator: "Clients, users and tokens",
} as const;

export type Group = keyof typeof groups;
