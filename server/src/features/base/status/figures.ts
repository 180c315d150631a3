import { collectDefaultMetrics, Gauge, Histogram, type Metric, Registry } from "prom-client";
import type { Db } from "../../../db/database.ts";
import { countOverdueSeconds, findBackupAgeSeconds } from "./queries.ts";

export interface Figures {
  /** Media type of what `read` answers. */
  readonly contentType: string;
  /** @param route operation or route as it is defined, never as it was called */
  countRequest(route: string, status: number, seconds: number): void;
  /** All figures as Prometheus reads them, also while the database is away. */
  read(): Promise<string>;
}

/** What this process counts, `others` besides, and what it asks the database when it is read. */
export function createFigures(db: Db, others: readonly Metric[]): Figures {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  for (const metric of others) registry.registerMetric(metric);
  const durations = new Histogram({
    name: "lectern_request_duration_seconds",
    help: "Time from a request's arrival to its answer, by operation or route",
    labelNames: ["route", "status"],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers,
  });
  const isUp = new Gauge({ name: "lectern_database_up", help: "Whether the database answers", registers });
  const overdue = new Gauge({
    name: "lectern_jobs_overdue_seconds",
    help: "How long the background job that waits longest has been due: it grows while no worker runs",
    registers,
  });
  const backupAge = new Gauge({
    name: "lectern_backup_age_seconds",
    help: "Since the last good backup was taken; absent while there is none",
    registers,
  });
  const set = (gauge: Gauge, value: number | undefined) => (value === undefined ? gauge.remove() : gauge.set(value));
  return {
    contentType: registry.contentType,
    countRequest: (route, status, seconds) => durations.labels(route, String(status)).observe(seconds),
    async read() {
      const seconds = await countOverdueSeconds(db).catch(() => undefined);
      isUp.set(seconds === undefined ? 0 : 1);
      set(overdue, seconds);
      set(backupAge, await findBackupAgeSeconds(db).catch(() => undefined));
      return registry.metrics();
    },
  };
}
