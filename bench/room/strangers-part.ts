import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { endedWithUs } from "../lib/ending.ts";
import { formatTable, median, show, summarise } from "../lib/figures.ts";
import { residentMb } from "../lib/program.ts";
import type { Sandbox } from "../registration/database.ts";
import type { Page } from "./crowd-messages.ts";
import { type Crowds, gather } from "./crowds.ts";
import { type Hall, openBareHall, openLecternHall } from "./halls.ts";
import { joinWithinMs, type PartOptions } from "./part.ts";

/** One that reads slowly, one that never reads, one that floods. */
const STRANGERS = 3;
/** Among so much that is told a slow reader falls behind. */
const TELL_EVERY_MS = 100;
const LONG = "x".repeat(2000);

/** What others notice of three that behave as no page should. */
export async function measureStrangers(sandbox: Sandbox, { people = [1000], seconds }: PartOptions): Promise<void> {
  const rows: string[][] = [];
  for (const count of people) {
    rows.push(...(await measureBeside(await openBareHall(count + STRANGERS), seconds)));
    rows.push(...(await measureBeside(await openLecternHall(sandbox, count + STRANGERS, 1), seconds)));
  }
  const header = ["others' figures", "people", "unanswered", "sign of life p99, ms", "told to all, ms", "MB"];
  console.log(`\n${formatTable(header, rows)}\n`);
}

async function measureBeside(hall: Hall, seconds: number): Promise<string[][]> {
  const strangers = hall.pages.slice(0, STRANGERS);
  const crowds = gather(hall.pages.slice(STRANGERS));
  try {
    const { joined } = await crowds.join(joinWithinMs(hall.pages.length));
    const before = await measureOthers(hall, crowds, seconds);
    const end = letIn(strangers);
    const beside = await measureOthers(hall, crowds, seconds);
    await end();
    const line = (name: string, one: Others) => [
      ...[`${hall.name}, ${name}`, show(joined), show(one.unanswered), show(one.p99Ms), show(one.tellMs), show(one.mb)],
    ];
    const ratio = (of: (one: Others) => number) => show(of(beside) / of(before));
    const ratios = [ratio(({ p99Ms }) => p99Ms), ratio(({ tellMs }) => tellMs), ratio(({ mb }) => mb)];
    return [line("alone", before), line("beside them", beside), [`${hall.name}, ratio`, show(joined), "", ...ratios]];
  } finally {
    await crowds.stop();
    await hall.stop();
  }
}

function letIn(pages: readonly Page[]): () => Promise<void> {
  const child = fork(fileURLToPath(new URL("./strangers.js", import.meta.url)));
  child.send(pages);
  return endedWithUs(async () => {
    const exit = once(child, "exit");
    child.kill();
    await exit;
  });
}

interface Others {
  readonly unanswered: number;
  readonly p99Ms: number;
  readonly tellMs: number;
  readonly mb: number;
}

async function measureOthers(hall: Hall, crowds: Crowds, seconds: number): Promise<Others> {
  let told = 0;
  const telling = setInterval(
    () => void hall.tell(JSON.stringify({ kind: "told", told: ++told, LONG })),
    TELL_EVERY_MS,
  );
  const beaten = await crowds.beat(seconds);
  clearInterval(telling);
  const tellingsMs: number[] = [];
  for (let number = 0; number < 5; number++) {
    const text = `telling ${++texts} of the bench`;
    tellingsMs.push(await crowds.hear(text, () => hall.tell(JSON.stringify({ kind: "told", text }))));
  }
  const { p99Ms } = summarise(beaten.latenciesMs, 1);
  const unanswered = beaten.sent - beaten.answered;
  return { unanswered, p99Ms, tellMs: median(tellingsMs), mb: residentMb(hall.pid) ?? 0 };
}

let texts = 0;
