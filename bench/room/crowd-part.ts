import { formatTable, show, summarise } from "../lib/figures.ts";
import { processorSeconds } from "../lib/processor.ts";
import { residentMb } from "../lib/program.ts";
import type { Sandbox } from "../registration/database.ts";
import { gather } from "./crowds.ts";
import { type Hall, openBareHall, openLecternHall } from "./halls.ts";
import { joinWithinMs, MOST_PER_PROCESS, type PartOptions, processesFor } from "./part.ts";

const TELLINGS = 5;

interface Measured {
  readonly people: number;
  readonly name: string;
  readonly refused: number;
  readonly missing: number;
  readonly joinSeconds: number;
  readonly joinP99Ms: number;
  readonly corePercent: number;
  readonly kilobytesEach: number;
  readonly beatP99Ms: number;
  readonly tellMs: number;
}

/** People who come, stay and are told something, beside a bare WebSocket server with the same. */
export async function measureCrowd(sandbox: Sandbox, { people, seconds }: PartOptions): Promise<void> {
  const measured: Measured[] = [];
  for (const count of people ?? [1000, 10_000]) {
    measured.push(await measureHall(await openBareHall(Math.min(count, MOST_PER_PROCESS)), count, seconds));
    measured.push(await measureHall(await openLecternHall(sandbox, count, processesFor(count)), count, seconds));
    console.error(measured.slice(-2).map(line).join("\n"));
  }
  console.log(
    `\n${formatTable(header, measured.map(cells))}\n\n${formatTable(["ratio", "people", ""], ratios(measured))}`,
  );
}

async function measureHall(hall: Hall, people: number, seconds: number): Promise<Measured> {
  const emptyMb = residentMb(hall.pid) ?? 0;
  const crowds = gather(hall.pages);
  try {
    const joined = await crowds.join(joinWithinMs(people));
    if (joined.joined === 0) throw new Error(`nobody came into ${hall.name}`);
    const attendees = await hall.countAttendees();
    const before = processorSeconds(hall.pid);
    const beaten = await crowds.beat(seconds);
    const used = processorSeconds(hall.pid) - before;
    const fullMb = residentMb(hall.pid) ?? 0;
    const tellingsMs: number[] = [];
    for (let number = 0; number < TELLINGS; number++) {
      const text = `telling ${number} of the bench`;
      tellingsMs.push(
        await crowds.hear(text, () => hall.tell(JSON.stringify({ kind: "told", text, pad: "x".repeat(150) }))),
      );
    }
    return {
      people: hall.pages.length,
      name: hall.name,
      refused: joined.refused,
      missing: attendees === undefined ? 0 : joined.joined - attendees,
      joinSeconds: joined.seconds,
      joinP99Ms: summarise(joined.latenciesMs, 1).p99Ms,
      corePercent: (used / seconds) * 100,
      kilobytesEach: ((fullMb - emptyMb) * 1024) / hall.pages.length,
      beatP99Ms: summarise(beaten.latenciesMs, 1).p99Ms,
      tellMs: summarise(tellingsMs, 1).p50Ms,
    };
  } finally {
    await crowds.stop();
    await hall.stop();
  }
}

const header = [
  ...["", "people", "refused", "not recorded", "joined in, s", "join p99, ms", "% of a core", "KB each"],
  ...["sign of life p99, ms", "told to all, ms"],
];

function cells(one: Measured): string[] {
  const figures = [one.people, one.refused, one.missing, one.joinSeconds, one.joinP99Ms, one.corePercent];
  return [one.name, ...[...figures, one.kilobytesEach, one.beatP99Ms, one.tellMs].map(show)];
}

function line(one: Measured): string {
  return `${one.people} people, ${one.name}: ${show(one.corePercent)} % of a core, told to all in ${show(one.tellMs)} ms`;
}

/** Lectern by the bare server, which comes before it. */
function ratios(measured: readonly Measured[]): string[][] {
  return measured.flatMap((lectern, index) => {
    const bare = measured[index - 1];
    if (index % 2 === 0 || !bare) return [];
    const ratio = (name: string, of: (one: Measured) => number) => [
      `Lectern / bare ws, ${name}`,
      show(lectern.people),
      show(of(lectern) / of(bare)),
    ];
    return [
      ratio("processor each", (one) => one.corePercent / one.people),
      ratio("memory each", (one) => one.kilobytesEach),
      ratio("told to all", (one) => one.tellMs / one.people),
      ratio("sign of life p99", (one) => one.beatP99Ms),
    ];
  });
}
