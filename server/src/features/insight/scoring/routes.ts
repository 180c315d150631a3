import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { Web } from "../../../http/web/operation.ts";
import { explainScore, getModel, type Model } from "./queries.ts";
import { EngagementModel, EngagementScore, EngagementWeights } from "./schema.ts";
import { setModel } from "./set-model.ts";

/** Of `engagement_signals`, which docs/metrics.md describes. */
const FORMULA = 1;

export interface ScoringDeps {
  readonly db: Kysely<Database>;
  now(): Date;
}

export function scoringRoutes(web: Web, { db, now }: ScoringDeps): void {
  web.operation("getEngagementModel", {
    route: "GET /clients/{clientId}/engagement-model",
    right: "people.read",
    group: "Insight",
    summary: "What engagement scores are made of",
    answer: EngagementModel,
    handle: async ({ client }) => presentModel(await getModel(db, client.id)),
  });

  web.operation("setEngagementModel", {
    route: "PUT /clients/{clientId}/engagement-model",
    right: "settings.manage",
    group: "Insight",
    summary: "Change what signals are worth",
    description: "Signals that are not sent stay. The client's attendees are scored anew in the background.",
    body: EngagementWeights,
    answer: EngagementModel,
    handle: async ({ client, body }) => presentModel(await setModel(db, client.id, body.weights, now())),
  });

  web.operation("explainEngagementScore", {
    route: "GET /clients/{clientId}/events/{eventId}/attendees/{registrantId}/engagement",
    right: "people.read",
    group: "Insight",
    summary: "How an attendee's engagement score comes about",
    answer: EngagementScore,
    handle: async ({ client, event, params: { registrantId } }) => {
      const place = { clientId: client.id, eventId: event.id, registrantId };
      const explained = (await explainScore(db, place)) ?? fail("registrant.unknownId", { registrantId });
      const { version } = await getModel(db, client.id);
      return { formula: FORMULA, version, score: explained.tenths / 10, signals: [...explained.signals] };
    },
  });
}

function presentModel({ version, weights, changedAt, total, done, finishedAt }: Model) {
  return {
    formula: FORMULA,
    version,
    weights,
    ...(changedAt !== null && { changedAt: changedAt.toISOString() }),
    ...(total !== null &&
      done !== null && {
        scoring: { total, done, ...(finishedAt !== null && { finishedAt: finishedAt.toISOString() }) },
      }),
  };
}
