import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Program, residentMb, root, startProgram } from "../lib/program.ts";
import { type LoadResult, runLoad } from "../load/run-load.ts";
import type { Contender, Effort, Measurement } from "./contender.ts";
import { type BenchDatabase, countStored, REGISTERED_BEFORE, type Sandbox } from "./database.ts";
import type { ContenderId } from "./options.ts";
import { writeForm } from "./person.ts";

/** (b) The product itself: the compiled program, over HTTP, in one process or several that share the port. */
export async function startLectern(sandbox: Sandbox, id: ContenderId, processes: number): Promise<Contender> {
  const database = await sandbox.createDatabase(`bench_${id}`);
  const program = startProgram([join(root, "server/dist/src/program/main.js")], {
    env: {
      DATABASE_URL: database.url,
      LECTERN_DATA: join(sandbox.folder, id),
      PORT: "0",
      PROCESSES: String(processes),
      SERVICES: "web",
      THROTTLE: "off",
      LOG_LEVEL: "warn",
      LECTERN_DEMO: "off",
    },
  });
  return createContender({
    id,
    name: `Lectern, ${processes === 1 ? "one process" : `${processes} processes`}`,
    database,
    program,
  });
}

/** (c) The same app, but one statement for each request. */
export async function startSingleStatement(sandbox: Sandbox): Promise<Contender> {
  const database = await sandbox.createDatabase("bench_c");
  const file = fileURLToPath(new URL("./single-statement-server.js", import.meta.url));
  const program = startProgram([file], { env: { DATABASE_URL: database.url } });
  return createContender({ id: "c", name: "Lectern, a statement per request", database, program });
}

interface Server {
  readonly id: ContenderId;
  readonly name: string;
  readonly database: BenchDatabase;
  readonly program: Program;
}

async function createContender({ id, name, database, program }: Server): Promise<Contender> {
  const [, port] = await program.printed(/ready at http:\/\/[\w.]+:(\d+)/);
  let acknowledged = 0;

  async function measure(effort: Effort): Promise<Measurement> {
    const result = await load(database, Number(port), effort);
    acknowledged += result.acknowledged;
    if (result.errors > 0)
      throw new Error(`${name}: ${result.errors} errors, first: ${result.firstError}\n${program.output()}`);
    await checkBooks(name, database, { acknowledged, unanswered: result.unanswered });
    return { ...result, residentMb: residentMb(program.pid) };
  }

  // The first seconds of a program are its compiler's; they are nobody's figure.
  await measure({ connections: 32, warmUpSeconds: 1, seconds: 2 });
  return {
    id,
    name,
    measure,
    async stop() {
      await program.stop();
      await database.close();
    },
  };
}

function load({ clientId, eventId, token }: BenchDatabase, port: number, effort: Effort): Promise<LoadResult> {
  return runLoad({
    ...effort,
    request: {
      host: "127.0.0.1",
      port,
      path: `/v2/client/${clientId}/event/${eventId}/registrant`,
      headers: {
        accept: "Application/json",
        accesstokenkey: token.key,
        accesstokensecret: token.secret,
        "cache-control": "no-cache",
        "content-type": "application/x-www-form-urlencoded",
      },
      body: writeForm("bench"),
    },
    expectedStatus: 200,
    drainSeconds: 10,
  });
}

/** Every acknowledged registration is stored, counted and recorded; nothing else is, but for requests never answered. */
async function checkBooks(
  name: string,
  database: BenchDatabase,
  { acknowledged, unanswered }: { acknowledged: number; unanswered: number },
): Promise<void> {
  const { stored, counted, recorded } = await countStored(database);
  const isMissing = stored - REGISTERED_BEFORE < acknowledged;
  const isTooMuch = stored - REGISTERED_BEFORE > acknowledged + unanswered;
  if (!isMissing && !isTooMuch && counted === stored && recorded === stored) return;
  const figures = `${acknowledged} acknowledged, ${stored - REGISTERED_BEFORE} stored, ${counted - REGISTERED_BEFORE} counted`;
  throw new Error(`${name}: the books do not agree: ${figures}, ${recorded - REGISTERED_BEFORE} recorded`);
}
