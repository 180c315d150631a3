/** The words of the `contenttype` filter and column. */
export type ContentType =
  | "webcast"
  | "forum"
  | "gateway"
  | "experience"
  | "golive"
  | "video"
  | "pdf"
  | "webpage"
  | "article"
  | "image"
  | "podcast";

export interface EventType {
  /** What answers carry as `eventtype`. */
  label: string;
  /** What requests carry as `eventType`. */
  value: string;
  contentType: ContentType;
  /** Whether `POST /event` makes it: webinars and forums. Content comes in by upload, hubs have doors of their own. */
  canCreate: boolean;
}

/** Published labels and values as they are, in their order; "webcam" and "screenshare" join the other live kinds. */
export const eventTypes: readonly EventType[] = [
  { label: "Live Video and Audio", value: "fav", contentType: "webcast", canCreate: true },
  // Published as a label of events but missing in the published list, as is the value that creates such an event.
  { label: "Live PC Mic", value: "webcam", contentType: "webcast", canCreate: true },
  { label: "Live Screen Share", value: "screenshare", contentType: "webcast", canCreate: true },
  { label: "Simu-live", value: "simulive", contentType: "webcast", canCreate: true },
  { label: "Sim-2-live", value: "sim2live", contentType: "webcast", canCreate: true },
  { label: "Broadcast Video", value: "encodeonsite", contentType: "webcast", canCreate: true },
  { label: "On Demand", value: "ondemand", contentType: "webcast", canCreate: true },
  { label: "forum", value: "forum", contentType: "forum", canCreate: true },
  { label: "Engagement Hub", value: "Engagement Hub", contentType: "gateway", canCreate: false },
  { label: "experience", value: "experience", contentType: "experience", canCreate: false },
  { label: "Go Live", value: "Go Live", contentType: "golive", canCreate: false },
  { label: "Go Live Session", value: "Go Live Session", contentType: "golive", canCreate: false },
  { label: "Go Live Content", value: "Go Live Content", contentType: "golive", canCreate: false },
  { label: "Go Live Location", value: "Go Live Location", contentType: "golive", canCreate: false },
  { label: "Recurring Simulive", value: "Recurring Simulive", contentType: "webcast", canCreate: false },
  { label: "article", value: "article", contentType: "article", canCreate: false },
  { label: "image", value: "image", contentType: "image", canCreate: false },
  { label: "pdf", value: "pdf", contentType: "pdf", canCreate: false },
  { label: "podcast", value: "podcast", contentType: "podcast", canCreate: false },
  { label: "video", value: "video", contentType: "video", canCreate: false },
  { label: "webpage", value: "webpage", contentType: "webpage", canCreate: false },
];

const webinarTypes = new Set(
  eventTypes
    .filter(({ contentType }) => contentType === "webcast" || contentType === "forum")
    .map(({ value }) => value),
);

/** Whether events of the type are webinars, with a console and e-mails; content and hubs have neither. */
export function isWebinar(type: string): boolean {
  return webinarTypes.has(type);
}

/** Whether events of the type happen at a time of their own; the others are there to be looked at whenever one likes. */
export function isLive(type: string): boolean {
  return isWebinar(type) && type !== "ondemand";
}

const recordedTypes = new Set(["simulive", "sim2live", "Recurring Simulive"]);

/** Whether a recording begins at the announced time, so that nobody needs to start it. */
export function startsByItself(type: string): boolean {
  return recordedTypes.has(type);
}
