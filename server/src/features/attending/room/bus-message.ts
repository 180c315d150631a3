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

/** Undefined for what no process of ours has told. */
export function readBusMessage(text: string): BusMessage | undefined {
  try {
    const message = JSON.parse(text) as BusMessage;
    return typeof message === "object" && message !== null ? message : undefined;
  } catch {
    return undefined;
  }
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
