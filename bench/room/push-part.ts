import { formatTable, median, show } from "../lib/figures.ts";
import type { Sandbox } from "../registration/database.ts";
import { gather } from "./crowds.ts";
import { type Hall, openBareHall, openLecternHall } from "./halls.ts";
import { joinWithinMs, MOST_PER_PROCESS, type PartOptions } from "./part.ts";

const PUSHES = 5;

/** A poll that is pushed to as many pages as one process may hold, until the last has heard it. */
export async function measurePush(sandbox: Sandbox, { people = [MOST_PER_PROCESS] }: PartOptions): Promise<void> {
  const rows: string[][] = [];
  for (const count of people) {
    const bare = await openBareHall(count);
    // As long as a poll is.
    const frame = (text: string) => JSON.stringify({ kind: "told", text, pad: "x".repeat(250) });
    const bareMs = await measurePushes(bare, (text) => bare.tell(frame(text)));
    const lectern = await openLecternHall(sandbox, count, 1);
    const lecternMs = await measurePushes(lectern, async (text) => void (await lectern.pushPoll(text)));
    for (const [name, ms] of [
      ["bare ws", bareMs],
      ["Lectern", lecternMs],
    ] as const)
      rows.push([name, show(count), show(median(ms)), show(Math.max(...ms))]);
    rows.push(["Lectern / bare ws", show(count), show(median(lecternMs) / median(bareMs)), ""]);
  }
  console.log(`\n${formatTable(["a poll reaches everybody", "people", "ms, median", "ms, slowest"], rows)}\n`);
}

async function measurePushes(hall: Hall, push: (text: string) => Promise<void>): Promise<number[]> {
  const crowds = gather(hall.pages);
  try {
    const { joined } = await crowds.join(joinWithinMs(hall.pages.length));
    if (joined < hall.pages.length) throw new Error(`${hall.pages.length - joined} were not let into ${hall.name}`);
    const ms: number[] = [];
    for (let number = 1; number <= PUSHES; number++) {
      const text = `Poll ${number} of the bench?`;
      ms.push(await crowds.hear(text, () => push(text)));
    }
    return ms;
  } finally {
    await crowds.stop();
    await hall.stop();
  }
}
