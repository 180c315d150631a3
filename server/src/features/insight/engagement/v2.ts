import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import type { V2 } from "../../../http/v2/dialect.ts";
import { listQuestions } from "../../attending/surveys/queries.ts";
import { listClickedCalls, listOpenedResources, listPolled } from "./queries.ts";
import { presentCall, presentPoll, presentResources, presentSurvey } from "./v2-present.ts";
import { CallsToAction, Polls, ResourcesViewed, Surveys } from "./v2-schema.ts";

export function engagementReports(v2: V2, { db }: { readonly db: Kysely<Database> }): void {
  v2.eventOperation("AnalyticsEventLevel.Polls", {
    answer: Polls,
    handle: async ({ client, event }) => {
      const polled = await listPolled(db, { clientId: client.id, eventId: event.id });
      return { eventid: event.id, polls: polled.map(presentPoll) };
    },
  });

  v2.eventOperation("AnalyticsEventLevel.Surveys", {
    answer: Surveys,
    handle: async ({ client, event }) => {
      const asked = await listQuestions(db, [{ clientId: client.id, eventId: event.id }], { isPastTold: true });
      return { eventid: event.id, surveys: asked.length > 0 ? [presentSurvey(event.id, asked)] : [] };
    },
  });

  v2.eventOperation("AnalyticsEventLevel.ResourcesViewed", {
    answer: ResourcesViewed,
    handle: async ({ client, event }) =>
      presentResources(await listOpenedResources(db, { clientId: client.id, eventId: event.id })),
  });

  v2.eventOperation("AnalyticsEventLevel.CallToAction", {
    answer: CallsToAction,
    handle: async ({ client, event }) => {
      const calls = await listClickedCalls(db, { clientId: client.id, eventId: event.id });
      return { eventid: event.id, calltoactions: calls.map(presentCall) };
    },
  });
}
