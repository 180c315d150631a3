/** What counts towards a score, as the formula `engagement_signals` of the database names it. */
export const signals = {
  minutes: "Minutes watched, live and on demand, each once",
  questions: "Questions asked",
  polls: "Polls answered",
  surveys: "Surveys submitted",
  resources: "Different resources opened",
  callsToAction: "Clicks on calls to action",
  tools: "Different widgets opened",
  chat: "Lines in the group chat",
  reactions: "Reactions",
  buyingSignals: "Meetings, demos, trials and prices asked for, and messages to contacts",
} as const;

export type Signal = keyof typeof signals;

export const signalNames = Object.keys(signals) as Signal[];

/** What one of a signal is worth, and all of it together at most. */
export interface Weight {
  readonly points: number;
  readonly most: number;
}

export type Weights = Readonly<Record<Signal, Weight>>;
