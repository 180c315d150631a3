/** Content types of events that are hubs. */
export const hubTypes = { hub: "Engagement Hub", experience: "experience" } as const;
export type HubKind = keyof typeof hubTypes;

/** What a piece of content can be that is no webinar; each is an event type of the same name. */
export const contentKinds = ["video", "podcast", "pdf", "image", "webpage", "article"] as const;
export type ContentKind = (typeof contentKinds)[number];

/** Content types that a hub publishes. */
export const publishable = ["webcast", "forum", ...contentKinds] as const;

/** Whether content of the type takes time to look at here; a web page is looked at elsewhere. */
export function isTimed(contentType: string): boolean {
  return ["video", "podcast", "pdf", "image", "article"].includes(contentType);
}
