import { parseArgs } from "node:util";

export const contenderIds = ["a", "b1", "b2", "c", "d", "e"] as const;
export type ContenderId = (typeof contenderIds)[number];

export interface Options {
  readonly seconds: number;
  readonly warmUpSeconds: number;
  readonly rounds: number;
  readonly connections: readonly number[];
  readonly only: readonly ContenderId[];
}

/** Reads the command line; throws a readable error. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      seconds: { type: "string", default: "3" },
      "warm-up": { type: "string", default: "1" },
      rounds: { type: "string", default: "3" },
      connections: { type: "string", default: "1,32,256" },
      only: { type: "string", default: contenderIds.join(",") },
    },
  });
  return {
    seconds: readNumber("seconds", values.seconds),
    warmUpSeconds: readNumber("warm-up", values["warm-up"]),
    rounds: readNumber("rounds", values.rounds),
    connections: values.connections.split(",").map((text) => readNumber("connections", text)),
    only: values.only.split(",").map(readContender),
  };
}

function readNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} must be a whole number above 0`);
  return number;
}

function readContender(text: string): ContenderId {
  const known = contenderIds.find((id) => id === text);
  if (!known) throw new Error(`--only takes a list of ${contenderIds.join(", ")}`);
  return known;
}
