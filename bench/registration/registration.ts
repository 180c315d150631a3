import { startBarePostgres } from "./bare-postgres.ts";
import type { Contender } from "./contender.ts";
import { openSandbox, REGISTERED_BEFORE, type Sandbox } from "./database.ts";
import { startLectern, startSingleStatement } from "./lectern.ts";
import { type ContenderId, type Options, readOptions } from "./options.ts";
import { preparePeer } from "./peers.ts";
import { describeMachine, formatRatios, formatResults } from "./report.ts";
import { Results } from "./results.ts";

/** Measures how many registrations a second are stored, by Lectern and by what it is compared with. */
export async function measureRegistration(args: string[]): Promise<void> {
  const options = readOptions(args);
  const sandbox = await openSandbox();
  const contenders: Contender[] = [];
  try {
    for (const id of options.only) {
      const contender = await prepare(sandbox, id);
      if (contender) contenders.push(contender);
    }
    const results = await runRounds(contenders, options);
    const { rounds, seconds } = options;
    console.log(`\n${describeMachine(sandbox.postgresVersion)}`);
    console.log(
      `${rounds} interleaved rounds of ${seconds} s; median (least–most); ${REGISTERED_BEFORE} people before\n`,
    );
    console.log(`${formatResults(contenders, options, results)}\n\n${formatRatios(results)}\n`);
  } finally {
    for (const contender of contenders) await contender.stop();
    await sandbox.close();
  }
}

async function prepare(sandbox: Sandbox, id: ContenderId): Promise<Contender | undefined> {
  if (id === "a") return startBarePostgres(sandbox);
  if (id === "b1") return startLectern(sandbox, id, 1);
  if (id === "b2") return startLectern(sandbox, id, 2);
  if (id === "c") return startSingleStatement(sandbox);
  return preparePeer(sandbox, id);
}

/** Contenders take turns, so that what else the machine does meets all of them. */
async function runRounds(contenders: readonly Contender[], options: Options): Promise<Results> {
  const results = new Results();
  for (let round = 1; round <= options.rounds; round++) {
    for (const connections of options.connections) {
      for (const { id, name, measure } of contenders) {
        const measured = await measure({ connections, warmUpSeconds: options.warmUpSeconds, seconds: options.seconds });
        results.add(id, connections, measured);
        console.error(`round ${round}, ${connections} connections, ${name}: ${Math.round(measured.perSecond)}/s`);
      }
    }
  }
  return results;
}
