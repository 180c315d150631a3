import type { AnswerOf, CallOptions, Calls, FormOf, QueryOf } from "./calls.ts";

export type Registrant = AnswerOf<"AnalyticsClientLevel.Registrants">["registrants"][number];
export type NewRegistrant = FormOf<"Registration.RESTRegistrationAPI">;
export type EventRegistrantFilter = QueryOf<"AnalyticsEventLevel.Registrants">;
export type ClientRegistrantFilter = QueryOf<"AnalyticsClientLevel.Registrants">;

export interface RegisterOptions extends CallOptions {
  /** false: fields that the event's page requires may be missing. */
  readonly honorRequired?: boolean | undefined;
  /** false: fields with options take any value. */
  readonly honorValidation?: boolean | undefined;
}

/** Of one event with `eventId`, else of all events of the client. */
export type RegistrantFilter =
  | (EventRegistrantFilter & { readonly eventId: number })
  | (ClientRegistrantFilter & { readonly eventId?: undefined });

/** People registered for webinars. Client-level lists hold the last 30 days unless told otherwise. */
export function createRegistrants({ call, pages }: Calls) {
  return {
    /** Registers a person, or updates the one with that address. */
    register: (
      eventId: number,
      person: NewRegistrant,
      { honorRequired, honorValidation, ...options }: RegisterOptions = {},
    ) =>
      call("Registration.RESTRegistrationAPI", {
        ...options,
        params: { eventId },
        query: { honorrequired: honorRequired, honorvalidation: honorValidation },
        form: person,
      }),

    /** One page when `itemsperpage` or `pageoffset` is given, else the whole list. */
    listOfEvent: (eventId: number, filter: EventRegistrantFilter = {}, options: CallOptions = {}) =>
      call("AnalyticsEventLevel.Registrants", { ...options, params: { eventId }, query: filter }),

    /** Every registrant, fetched page by page. */
    async *walk(filter: RegistrantFilter = {}, options: CallOptions = {}): AsyncGenerator<Registrant, void, undefined> {
      for await (const page of pagesOf(pages, filter, options)) yield* page.registrants;
    },

    /** The most recent registration of an address. */
    byEmail: async (
      email: string,
      filter: QueryOf<"AnalyticsClientLevel.RegistrantByEmail"> = {},
      options: CallOptions = {},
    ) => {
      const input = { ...options, params: { email }, query: filter };
      return (await call("AnalyticsClientLevel.RegistrantByEmail", input)).registrant;
    },

    /** Every registration of an address, in all events; LecternError of kind notFound when there is none. */
    async *allEvents(email: string, options: CallOptions = {}): AsyncGenerator<Registrant, void, undefined> {
      const input = { ...options, params: { email }, query: { itemsperpage: 100 } };
      for await (const page of pages("AnalyticsClientLevel.RegistrantsByEmailMultipleEvents", input))
        yield* page.registrants;
    },
  };
}

function pagesOf(pages: Calls["pages"], filter: RegistrantFilter, options: CallOptions) {
  const { eventId, ...rest } = filter;
  const query = { itemsperpage: 100, ...rest };
  return eventId === undefined
    ? pages("AnalyticsClientLevel.Registrants", { ...options, query })
    : pages("AnalyticsEventLevel.Registrants", { ...options, params: { eventId }, query });
}
