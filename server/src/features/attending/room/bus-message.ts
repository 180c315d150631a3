import { type ToldKind, told } from "@lectern/wire/messages";
import Type from "typebox";
import { Compile } from "typebox/compile";
import { Check } from "typebox/value";

/**
 * What processes tell each other about a room: that there is something to read, or what is true for a moment only. Nothing
 * is lost with a message that does not arrive: rooms look now and then by themselves.
 */
export interface BusMessage {
  /** The event's id; none where it is about the process itself. */
  readonly room?: number;
  /** Of the process that tells; the database itself has none. */
  readonly from?: string;
  /** Messages were told. */
  readonly wake?: true;
  /** These people may have to go, by name. */
  readonly recheck?: readonly string[];
  /** These people are forgotten, and what was told of them, by the ids of registrants. */
  readonly forget?: readonly number[];
  /** The process lives on: what it told of its people is still so. */
  readonly isAlive?: true;
  /** How many of the audience the process has. */
  readonly here?: number;
  /** The others shall tell how many they have. */
  readonly asksHere?: true;
  /** Counters that changed. */
  readonly touch?: readonly string[];
  /** What was counted in the last second, by kind of message and key. */
  readonly pulses?: Pulses;
}

export type Pulses = Readonly<Record<string, Readonly<Record<string, number>>>>;

const names = Type.Optional(Type.Array(Type.String()));

const shape = Compile(
  Type.Object({
    ...{ room: Type.Optional(Type.Integer()), from: Type.Optional(Type.String({ maxLength: 100 })) },
    ...{ recheck: names, touch: names, forget: Type.Optional(Type.Array(Type.Integer())) },
    here: Type.Optional(Type.Integer({ minimum: 0 })),
    pulses: Type.Optional(Type.Record(Type.String(), Type.Record(Type.String(), Type.Integer()))),
  }),
);

/** Undefined for what no process of ours has told: others may speak where NATS is shared. */
export function readBusMessage(text: string): BusMessage | undefined {
  const message = parseJson(text);
  return shape.Check(message) && areTold(message.pulses) ? (message as BusMessage) : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether pages know messages of these kinds, and read counts in them. */
function areTold(pulses: Pulses = {}): boolean {
  return Object.entries(pulses).every(
    ([kind, counts]) => Object.hasOwn(told, kind) && Check(told[kind as ToldKind], { counts }),
  );
}

export function addPulses(one: Pulses, other: Pulses): Pulses {
  const sum: Record<string, Record<string, number>> = {};
  for (const pulses of [one, other])
    for (const [kind, counts] of Object.entries(pulses)) {
      sum[kind] ??= {};
      for (const [key, count] of Object.entries(counts)) sum[kind][key] = (sum[kind][key] ?? 0) + count;
    }
  return sum;
}
