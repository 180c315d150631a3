import { join } from "node:path";
import { parseArgs } from "node:util";
import { composeMails } from "@lectern/server/dist/src/features/mail/compose/compose-mail.js";
import { createSealer } from "@lectern/server/dist/src/lib/sealer.js";
import { formatTable, show } from "../lib/figures.ts";
import { askProgram, type Program, root, startProgram } from "../lib/program.ts";
import { type LoadResult, runLoad } from "../load/run-load.ts";
import { type BenchDatabase, openSandbox, REGISTERED_BEFORE, type Sandbox } from "../registration/database.ts";
import { writeForm } from "../registration/person.ts";
import { describeMachine } from "../registration/report.ts";
import { type Arrivals, type Sink, startSink } from "./arrivals.ts";
import type { BareJob } from "./bare-sender.ts";

const SECRET_KEY = "secret-key-of-the-bench-0123456789abcdef";
const CONNECTIONS = 5;
/** Who registers meanwhile: far below what the machine can do, so that waiting for a mail would show. */
const LOAD = { connections: 2, warmUpSeconds: 1, seconds: 6 };

/**
 * Measures thousands of reminders that fall due in one minute: how fast they go out against nodemailer alone, and how
 * long people who register meanwhile wait against when nothing goes out.
 */
export async function measureMail(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { mails: { type: "string", default: "25000" } } });
  const mails = Number(values.mails);
  if (!Number.isInteger(mails) || mails < REGISTERED_BEFORE)
    throw new Error(`--mails must be ${REGISTERED_BEFORE} or more`);
  const sandbox = await openSandbox();
  const stops: (() => Promise<void>)[] = [() => sandbox.close()];
  try {
    const sink = await startSink();
    stops.push(() => sink.stop());
    const database = await sandbox.createDatabase("bench_mail");
    stops.push(() => database.close());
    await registerMore(database, mails);
    const sample = await writeSample(database);
    const bare = await sendBare(sink, sample, mails);
    const program = startLectern(sandbox, database, sink);
    stops.push(() => program.stop());
    const [, port] = await program.printed(/ready at http:\/\/[\w.]+:(\d+)/);
    const lectern = await sendReminders(sink, database);
    const quiet = await register(database, Number(port));
    const besideBare = sendBare(sink, sample, mails);
    const bareBusy = await register(database, Number(port));
    await besideBare;
    const { arrivals, load: busy } = await sendWhileRegistering(sink, database, Number(port));
    const figures = { bare, lectern, arrivals, quiet, bareBusy, busy };
    console.log(`\n${describeMachine(sandbox.postgresVersion)}\n\n${formatMail(figures)}\n`);
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

async function registerMore({ pool, clientId, eventId }: BenchDatabase, people: number): Promise<void> {
  await pool.query(
    `insert into registrants (client_id, event_id, email, email_key, first_name, last_name)
     select $1, $2, 'more.' || n || '@example.com', 'more.' || n || '@example.com', 'John', 'Smith' from generate_series(1, $3::int) n`,
    [clientId, eventId, people - REGISTERED_BEFORE],
  );
  await pool.query("update registrants set created_at = now() - interval '1 day'");
  // Whoever registers while it is measured would get mails too.
  await pool.query("update event_emails set is_activated = kind = 'reminder-1'");
  await pool.query("vacuum analyze");
}

/** One of the mails that Lectern will send. */
async function writeSample({ db, clientId, eventId, pool }: BenchDatabase): Promise<BareJob["sample"]> {
  const { rows } = await pool.query<{ id: number }>("select min(id) as id from registrants");
  const context = {
    db,
    sealer: createSealer(SECRET_KEY),
    now: () => new Date(),
    config: {
      publicUrl: "http://127.0.0.1:8024",
      mailFrom: "bench@example.com",
      bounceTo: undefined,
      mailTracking: true,
    },
  };
  const mail = { clientId, eventId, registrantId: rows[0]?.id ?? 0, kind: "reminder-1" as const, occasion: "x" };
  const [outcome] = await composeMails(context, [mail]);
  if (!outcome || "suppressed" in outcome) throw new Error("the sample was not written");
  const { from, subject, html, text, headers } = outcome;
  return { from, subject, html, text, headers: { ...headers } };
}

async function sendBare(sink: Sink, sample: BareJob["sample"], mails: number): Promise<Arrivals> {
  await sink.reset();
  const program = new URL("./bare-sender.js", import.meta.url);
  await askProgram(program, { port: sink.port, mails, connections: CONNECTIONS, sample } satisfies BareJob);
  return checkArrivals(sink, mails);
}

/** As it is started: everything in one program. */
function startLectern(sandbox: Sandbox, database: BenchDatabase, sink: Sink): Program {
  return startProgram([join(root, "server/dist/src/program/main.js")], {
    env: {
      DATABASE_URL: database.url,
      LECTERN_DATA: join(sandbox.folder, "mail"),
      PORT: "0",
      THROTTLE: "off",
      LOG_LEVEL: "warn",
      LECTERN_DEMO: "off",
      LECTERN_SECRET_KEY: SECRET_KEY,
      SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
      SMTP_CONNECTIONS: String(CONNECTIONS),
    },
  });
}

/** Everybody's reminder falls due now; the worker finds it when the minute is over. Answers how many it will send. */
async function makeDue({ pool }: BenchDatabase): Promise<number> {
  await pool.query("update event_emails set timing = 'custom', custom_at = now() where kind = 'reminder-1'");
  const { rows } = await pool.query<{ people: number }>("select count(*) as people from registrants");
  return rows[0]?.people ?? 0;
}

async function sendReminders(sink: Sink, database: BenchDatabase): Promise<Arrivals> {
  await sink.reset();
  const mails = await makeDue(database);
  await sink.arrived(mails);
  return checkArrivals(sink, mails);
}

async function sendWhileRegistering(sink: Sink, database: BenchDatabase, port: number) {
  await sink.reset();
  const mails = await makeDue(database);
  await sink.arrived(1);
  const load = await register(database, port);
  if ((await sink.arrivals()).mails >= mails)
    throw new Error("the mails were out before the registrations: raise --mails");
  await sink.arrived(mails);
  return { arrivals: await checkArrivals(sink, mails), load };
}

/** Each mail once, and no other. */
async function checkArrivals(sink: Sink, mails: number): Promise<Arrivals> {
  const arrivals = await sink.arrivals();
  if (arrivals.mails !== mails || arrivals.unique !== mails)
    throw new Error(`${mails} mails were owed, ${arrivals.mails} arrived, ${arrivals.unique} different ones`);
  return arrivals;
}

async function register({ clientId, eventId, token }: BenchDatabase, port: number): Promise<LoadResult> {
  const result = await runLoad({
    ...LOAD,
    request: {
      host: "127.0.0.1",
      port,
      path: `/v2/client/${clientId}/event/${eventId}/registrant`,
      headers: {
        accesstokenkey: token.key,
        accesstokensecret: token.secret,
        "content-type": "application/x-www-form-urlencoded",
      },
      body: writeForm("meanwhile"),
    },
    expectedStatus: 200,
    drainSeconds: 10,
  });
  if (result.errors > 0) throw new Error(`registering failed: ${result.firstError}`);
  return result;
}

interface MailFigures {
  readonly bare: Arrivals;
  readonly lectern: Arrivals;
  readonly arrivals: Arrivals;
  readonly quiet: LoadResult;
  readonly bareBusy: LoadResult;
  readonly busy: LoadResult;
}

function formatMail({ bare, lectern, arrivals, quiet, bareBusy, busy }: MailFigures): string {
  const rate = ({ mails, seconds }: Arrivals) => mails / seconds;
  const mailRow = (name: string, one: Arrivals) => [
    ...[name, show(rate(one)), show(one.seconds), show(rate(one) / rate(bare))],
  ];
  const mailTable = formatTable(
    ["", "mails/s", "seconds", "of the limit"],
    [
      mailRow("nodemailer alone, no database", bare),
      mailRow("Lectern", lectern),
      mailRow("Lectern while people register", arrivals),
    ],
  );
  const loadRow = (name: string, one: LoadResult) => [
    ...[name, show(one.perSecond), show(one.p50Ms), show(one.p99Ms), show(one.p99Ms / quiet.p99Ms)],
  ];
  const loadTable = formatTable(
    ["", "registrations/s", "p50 ms", "p99 ms", "p99 ratio"],
    [
      loadRow("nothing goes out", quiet),
      loadRow("nodemailer sends beside Lectern", bareBusy),
      loadRow("Lectern sends reminders", busy),
    ],
  );
  return `${mailTable}\n\n${loadTable}`;
}
