/**
 * What processes tell each other about a room: that there is something to read, or what is true for a moment only. Nothing
 * is lost with a message that does not arrive: rooms look now and then by themselves.
 */
export interface BusMessage {
  /** The event's id. */
  readonly room: number;
  /** Of the process that tells; the database itself has none. */
  readonly from?: string;
  /** Messages were told. */
  readonly wake?: true;
  /** People may have to go. */
  readonly recheck?: true;
  /** How many of the audience the process has. */
  readonly here?: number;
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
    return typeof message?.room === "number" ? message : undefined;
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
