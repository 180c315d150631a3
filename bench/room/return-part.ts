import { formatTable, show, summarise } from "../lib/figures.ts";
import type { Sandbox } from "../registration/database.ts";
import { gather } from "./crowds.ts";
import { type Hall, openBareHall, openLecternHall } from "./halls.ts";
import { joinWithinMs, type PartOptions } from "./part.ts";

const WITHIN_MS = 60_000;

/** The server is restarted around everybody, and they come back as pages do: when it told them to, else at random. */
export async function measureReturn(sandbox: Sandbox, { people = [10_000] }: PartOptions): Promise<void> {
  const rows: string[][] = [];
  for (const count of people) {
    const bare = await comeBack(await openBareHall(count));
    const lectern = await comeBack(await openLecternHall(sandbox, count, 1));
    rows.push(bare.cells, lectern.cells);
    rows.push(["Lectern / bare ws", show(count), "", show(lectern.seconds / bare.seconds), "", ""]);
  }
  const header = ["back after a restart", "people", "lost", "all back, s", "out p50, s", "out p99, s"];
  console.log(`\n${formatTable(header, rows)}\n`);
}

async function comeBack(hall: Hall): Promise<{ seconds: number; cells: string[] }> {
  const crowds = gather(hall.pages);
  try {
    const { joined } = await crowds.join(joinWithinMs(hall.pages.length));
    const { returned, outMs, firstLostAt, lastBackAt } = await crowds.comeBack(WITHIN_MS, () => hall.restart());
    const attendees = await hall.countAttendees();
    if (attendees !== undefined && attendees !== joined)
      throw new Error(`${joined} people had come, and ${attendees} are recorded`);
    const seconds = (lastBackAt - firstLostAt) / 1000;
    const { p50Ms, p99Ms } = summarise(outMs, 1);
    const figures = [joined, joined - returned, seconds, p50Ms / 1000, p99Ms / 1000];
    return { seconds, cells: [hall.name, ...figures.map(show)] };
  } finally {
    await crowds.stop();
    await hall.stop();
  }
}
