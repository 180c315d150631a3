import type { AnswerOf, CallOptions, Calls, FormOf, QueryOf } from "./calls.ts";

export type ListedEvent = AnswerOf<"AnalyticsClientLevel.Events">["events"][number];
export type EventDetail = AnswerOf<"AnalyticsEventLevel.MetadataAndUsage">;
export type CreatedEvent = AnswerOf<"EventManagement.CreateAWebinar">["wccevent"];
export type EventFilter = QueryOf<"AnalyticsClientLevel.Events">;
export type NewEvent = FormOf<"EventManagement.CreateAWebinar">;

/** Webinars of a client. Without dates, lists hold those of the last three months and all to come. */
export function createEvents({ call, pages }: Calls) {
  return {
    /** One page when `itemsperpage` or `pageoffset` is given, else the whole list. */
    list: (filter: EventFilter = {}, options: CallOptions = {}) =>
      call("AnalyticsClientLevel.Events", { ...options, query: filter }),

    /** Every event, fetched page by page. */
    async *walk(filter: EventFilter = {}, options: CallOptions = {}): AsyncGenerator<ListedEvent, void, undefined> {
      const input = { ...options, query: { itemsperpage: 100, ...filter } };
      for await (const page of pages("AnalyticsClientLevel.Events", input)) yield* page.events;
    },

    get: (eventId: number, options: CallOptions = {}): Promise<EventDetail> =>
      call("AnalyticsEventLevel.MetadataAndUsage", { ...options, params: { eventId } }),

    create: async (form: NewEvent, options: CallOptions = {}): Promise<CreatedEvent> =>
      (await call("EventManagement.CreateAWebinar", { ...options, form })).wccevent,

    /** @param form must hold `livestart` and `liveduration`; the rest is the source's unless given. */
    copy: async (eventId: number, form: NewEvent, options: CallOptions = {}): Promise<CreatedEvent> =>
      (await call("EventManagement.CreateAWebinar", { ...options, query: { eventsource: eventId }, form })).wccevent,
  };
}
