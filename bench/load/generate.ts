import { type Connection, openConnection } from "./connection.ts";
import { createRequestWriter, type RequestShape } from "./request.ts";

/** What one run of the load generator is told. */
export interface LoadJob {
  readonly request: RequestShape;
  readonly connections: number;
  readonly warmUpSeconds: number;
  readonly seconds: number;
  /** Any other status is an error. */
  readonly expectedStatus: number;
  /** The first of the numbers that make requests unique; each connection takes a range of its own. */
  readonly firstNumber: number;
  /** How long requests under way at the end are waited for. */
  readonly drainSeconds: number;
}

/** What it reports. */
export interface LoadReport {
  /** Of answers within the measured seconds. */
  readonly latenciesMs: number[];
  /** Answers of the expected status in all, with those of warm-up and end. */
  acknowledged: number;
  /** Requests that were never answered. */
  unanswered: number;
  errors: number;
  firstError: string | undefined;
}

/** Of each connection's range of numbers. */
export const NUMBERS_PER_CONNECTION = 1_000_000;

/** Keeps one request under way on each connection until the time is over. */
export async function generateLoad(job: LoadJob): Promise<LoadReport> {
  const report = { latenciesMs: [], acknowledged: 0, unanswered: job.connections, errors: 0, firstError: undefined };
  const from = performance.now() + job.warmUpSeconds * 1000;
  const until = from + job.seconds * 1000;
  const { promise: allEnded, resolve: endAll } = withResolvers();
  const run: Run = { job, report, from, until, endAll };
  const connections = await Promise.all(Array.from({ length: job.connections }, (_, index) => startLoop(run, index)));
  const patience = setTimeout(endAll, until - performance.now() + job.drainSeconds * 1000);
  await allEnded;
  clearTimeout(patience);
  for (const connection of connections) connection.close();
  return report;
}

interface Run {
  readonly job: LoadJob;
  readonly report: LoadReport;
  /** The measured time, by performance.now(). */
  readonly from: number;
  readonly until: number;
  endAll(): void;
}

async function startLoop(run: Run, index: number): Promise<Connection> {
  const { request, firstNumber, expectedStatus } = run.job;
  const nextRequest = createRequestWriter(request, firstNumber + index * NUMBERS_PER_CONNECTION);
  let sentAt = 0;

  function send(): void {
    sentAt = performance.now();
    connection.send(nextRequest());
  }

  function onAnswer(status: number): void {
    const now = performance.now();
    if (status === expectedStatus) run.report.acknowledged++;
    else countError(run.report, `status ${status}`);
    if (now >= run.from && now < run.until) run.report.latenciesMs.push(now - sentAt);
    if (now < run.until) send();
    else endOne(run);
  }

  function onLoss(reason: string): void {
    countError(run.report, reason);
    endOne(run);
  }

  const connection = await openConnection(request.host, request.port, { onAnswer, onLoss });
  send();
  return connection;
}

function endOne({ report, endAll }: Run): void {
  report.unanswered--;
  if (report.unanswered === 0) endAll();
}

function countError(report: LoadReport, reason: string): void {
  report.errors++;
  report.firstError ??= reason;
}

function withResolvers(): { promise: Promise<void>; resolve(): void } {
  let resolve: () => void = () => {};
  const promise = new Promise<void>((given) => {
    resolve = given;
  });
  return { promise, resolve };
}
