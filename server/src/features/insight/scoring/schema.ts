import Type from "typebox";
import { type Signal, signalNames, signals } from "./signals.ts";

const Weight = Type.Object(
  {
    points: Type.Number({ minimum: 0, maximum: 10, description: "What one is worth" }),
    most: Type.Number({ minimum: 0, maximum: 10, description: "What all of them are worth at most" }),
  },
  { additionalProperties: false },
);

const weightOf = (signal: Signal) =>
  Type.Object(Weight.properties, { additionalProperties: false, description: signals[signal] });

const bySignal = <Schema>(make: (signal: Signal) => Schema) =>
  Object.fromEntries(signalNames.map((signal) => [signal, make(signal)])) as Record<Signal, Schema>;

export const EngagementModel = Type.Object({
  formula: Type.Integer({ description: "Of docs/metrics.md" }),
  version: Type.Integer({ description: "Of the client's weights; 0 for those of the house" }),
  weights: Type.Object(bySignal(weightOf)),
  changedAt: Type.Optional(Type.String({ format: "date-time" })),
  scoring: Type.Optional(
    Type.Object(
      {
        total: Type.Integer({ description: "Attendees there were at the change" }),
        done: Type.Integer({ description: "Scored anew, those who came meanwhile too" }),
        finishedAt: Type.Optional(Type.String({ format: "date-time" })),
      },
      { description: "How far the attendees are scored by these weights" },
    ),
  ),
});

const given = bySignal((signal) => Type.Optional(weightOf(signal)));

export const EngagementWeights = Type.Object(
  { weights: Type.Object(given, { additionalProperties: false }) },
  { additionalProperties: false },
);

export const EngagementScore = Type.Object({
  formula: Type.Integer(),
  version: Type.Integer({ description: "Of the client's weights" }),
  score: Type.Number({ description: "0 to 10, one decimal, as it is told everywhere" }),
  signals: Type.Array(
    Type.Object({
      signal: Type.Unsafe<Signal>({ type: "string", enum: signalNames }),
      count: Type.Integer(),
      points: Type.Number({ description: "What one is worth" }),
      most: Type.Number({ description: "What all of them are worth at most" }),
      gained: Type.Number({ description: "What they are worth; the score is the sum, 10 at most" }),
    }),
  ),
});
