import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { createOperator } from "@lectern/sdk";
import { type Progress, runAudience } from "./audience.ts";
import { inviteGuests } from "./invite.ts";
import { presenceMs, type Tally, unionMs } from "./tally.ts";

// `npm run simulate -- --client 4497 --event 1000001 --people 5000 --minutes 50 --speed 60`

const { values } = parseArgs({
  options: {
    url: { type: "string", default: "http://127.0.0.1:8024" },
    client: { type: "string" },
    event: { type: "string" },
    people: { type: "string", default: "100" },
    minutes: { type: "string", default: "50" },
    speed: { type: "string", default: "1" },
    seed: { type: "string", default: "1" },
    tally: { type: "string" },
  },
});

try {
  await simulate();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

async function simulate(): Promise<void> {
  const operatorKey = process.env.LECTERN_OPERATOR_KEY ?? "";
  if (values.client === undefined || values.event === undefined || operatorKey === "")
    throw new Error("Say --client and --event, and set LECTERN_OPERATOR_KEY (data/operator.key of the server).");
  const [clientId, eventId, people, seed] = [values.client, values.event, values.people, values.seed].map(Number) as [
    number,
    number,
    number,
    number,
  ];
  const ms = (Number(values.minutes) * 60_000) / Number(values.speed);
  const operator = createOperator({ baseUrl: values.url, operatorKey });
  console.error(`Registering ${people} people ...`);
  const guests = await inviteGuests({ operator, baseUrl: values.url, clientId, eventId, people, seed });
  const tally = await runAudience({ baseUrls: [values.url], eventId, guests, ms, seed, onProgress: showProgress });
  if (values.tally !== undefined) await writeFile(values.tally, `${JSON.stringify(tally)}\n`);
  console.log(`\n${summaryOf(tally)}`);
}

function showProgress({ here, left, done }: Progress): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${here} here, ${left} have left, ${done} things done   `);
}

function summaryOf({ people }: Tally): string {
  const came = people.filter(({ pages }) => pages.some(({ spans }) => spans.length > 0));
  const minutes = (of: (person: (typeof people)[number]) => number) =>
    Math.round(came.reduce((sum, person) => sum + of(person), 0) / 60_000);
  const done: Record<string, number> = {};
  for (const person of people)
    for (const [kind, count] of Object.entries(person.done)) done[kind] = (done[kind] ?? 0) + count;
  const acts = Object.entries(done).map(([kind, count]) => `  ${kind}: ${count}`);
  return [
    `${came.length} people came, for ${minutes(presenceMs)} minutes in all, ${minutes(unionMs)} when devices count once.`,
    ...acts,
  ].join("\n");
}
