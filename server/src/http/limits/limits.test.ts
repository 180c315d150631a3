import type { FastifyRequest } from "fastify";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { sealer, withApp } from "../../../test/harness.ts";
import { connect } from "../../db/database.ts";
import { Refusal } from "../../errors.ts";
import { sweepVisitCountsJob } from "../../features/base/status/jobs.ts";
import { createCount } from "./count.ts";
import { createLimits, type Limits, type LimitsOptions, type Visited } from "./limits.ts";

const app = await withApp();
const { pool } = app.database;
const warnings: string[] = [];
const log = {
  warn: (_facts: unknown, message?: string) => void warnings.push(String(message)),
} as LimitsOptions["log"];

beforeEach(async () => {
  warnings.length = 0;
  await pool.query("truncate visit_counts");
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-06-01T12:00:00Z") });
});
afterEach(() => void vi.useRealTimers());

const create = (more: Partial<LimitsOptions> = {}) => createLimits({ factor: 1, pool, sealer, log, ...more });
const from = (ip: string, headers: Record<string, string> = {}) =>
  ({ request: { ip, headers, socket: { remoteAddress: ip } } as unknown as FastifyRequest }) satisfies Visited;
const pass = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);

/** The seconds to wait, or "in". */
async function enter(limits: Limits, visited: Visited, limit: Parameters<Limits["enter"]>[0] = "registration") {
  try {
    await limits.enter(limit, visited);
    return "in";
  } catch (error) {
    if (error instanceof Refusal && error.code === "visit.tooMany") return error.params.seconds;
    throw error;
  }
}

async function enterOften(limits: Limits, visits: readonly Visited[]): Promise<number> {
  let entered = 0;
  for (const visited of visits) if ((await enter(limits, visited)) === "in") entered++;
  return entered;
}

const times = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n));

describe.each([
  ["in the database", () => pool],
  ["by each process", () => undefined],
])("counted %s", (_name, poolOf) => {
  test("so many come in ten seconds from one address, and again after them", async () => {
    const limits = create({ pool: poolOf() });
    expect(
      await enterOften(
        limits,
        times(40, () => from("192.0.2.1")),
      ),
    ).toBe(30);
    expect(await enter(limits, from("192.0.2.1"))).toBe(10);
    expect(await enter(limits, from("192.0.2.2"))).toBe("in");
    pass(10_001);
    expect(await enter(limits, from("192.0.2.1"))).toBe("in");
  });

  test("an address has an end in ten minutes however slowly it asks, and another one does not feel it", async () => {
    const limits = create({ pool: poolOf(), factor: 0.1 });
    let entered = 0;
    for (let second = 0; second < 590; second += 5) {
      if ((await enter(limits, from("192.0.2.1"))) === "in") entered++;
      pass(5000);
    }
    expect(entered).toBe(40);
    expect(await enter(limits, from("192.0.2.2"))).toBe("in");
  });

  test("so do a network and an event", async () => {
    const limits = create({ pool: poolOf(), factor: 0.01 });
    expect(
      await enterOften(
        limits,
        times(20, (n) => from(`198.51.100.${n}`)),
      ),
    ).toBe(12);
    expect(
      await enterOften(
        limits,
        times(20, (n) => from(`2001:db8:1:${n}::1`)),
      ),
    ).toBe(12);
    expect(
      await enterOften(
        limits,
        times(20, (n) => from(`2001:db8:2:3::${n}`)),
      ),
    ).toBe(1);
    expect(
      await enterOften(
        limits,
        times(210, () => ({ eventId: 7 })),
      ),
    ).toBe(200);
  });

  test("what is refused uses up nothing of what others may", async () => {
    const limits = create({ pool: poolOf(), factor: 0.1 });
    // Sixty fit into the network of an address that gets three.
    await enterOften(
      limits,
      times(500, () => from("203.0.113.1")),
    );
    expect(
      await enterOften(
        limits,
        times(100, (n) => from(`203.0.113.${n + 2}`)),
      ),
    ).toBe(100);
  });
});

test("processes share the counts, unless each counts by itself", async () => {
  const [one, other] = [create(), create()];
  expect(
    await enterOften(
      one,
      times(20, () => from("192.0.2.1")),
    ),
  ).toBe(20);
  expect(
    await enterOften(
      other,
      times(20, () => from("192.0.2.1")),
    ),
  ).toBe(10);
  expect(await enter(one, from("192.0.2.1"))).toBe(10);
  const [alone, too] = [create({ pool: undefined }), create({ pool: undefined })];
  for (const each of [alone, too])
    expect(
      await enterOften(
        each,
        times(40, () => from("192.0.2.1")),
      ),
    ).toBe(30);
});

test("a flood is refused from memory and does not reach the database", async () => {
  const limits = create();
  await enterOften(
    limits,
    times(30, () => from("192.0.2.1")),
  );
  const query = vi.spyOn(pool, "query");
  expect(
    await enterOften(
      limits,
      times(300, () => from("192.0.2.1")),
    ),
  ).toBe(0);
  expect(query).not.toHaveBeenCalled();
  query.mockRestore();
});

test("while the database is away each process counts by itself, and says so once a minute", async () => {
  const away = connect("postgres://nobody@127.0.0.1:1/none", { poolSize: 2 });
  const limits = create({ pool: away.pool });
  expect(
    await enterOften(
      limits,
      times(40, () => from("192.0.2.1")),
    ),
  ).toBe(30);
  expect(warnings).toEqual(["visits are counted by this process alone"]);
  pass(60_001);
  expect(await enter(limits, from("192.0.2.1"))).toBe("in");
  expect(warnings).toHaveLength(2);
  const [, unshared] = await Promise.all(limits.figures.map((figure) => figure.get()));
  expect(unshared?.values[0]?.value).toBeGreaterThan(30);
  await away.close();
});

test("visitors who never come twice from an address fill no memory: the newest are remembered", async () => {
  const count = createCount({ most: 1, seconds: 600, pool: undefined, onUnshared: () => {} });
  expect([await count.add("first"), await count.add("first")]).toEqual([undefined, 600]);
  for (let n = 0; n < 20_000; n++) await count.add(`address ${n}`);
  expect([await count.look("first"), await count.look("address 0")]).toEqual([undefined, 600]);
});

test("addresses do not lie in the database, and counts go when their time is over", async () => {
  await enter(create(), { ...from("192.0.2.1"), eventId: 7 });
  const { rows } = await pool.query("select key from visit_counts");
  expect(rows).toHaveLength(4);
  expect(JSON.stringify(rows)).not.toMatch(/192/);
  // The database's clock runs on in the present, which the counts of June lie before.
  await sweepVisitCountsJob.run(app.jobContext, {});
  expect((await pool.query("select key from visit_counts")).rows).toEqual([]);
});

test("nothing is limited when that is switched off", async () => {
  const limits = create({ factor: undefined });
  expect(
    await enterOften(
      limits,
      times(200, () => from("192.0.2.1")),
    ),
  ).toBe(200);
});

test("a proxy that nobody told us of is told of", async () => {
  const limits = create({ factor: 0.01 });
  const visit = from("10.0.0.1", { "x-forwarded-for": "192.0.2.1" });
  await enterOften(limits, [visit, visit, visit]);
  expect(warnings).toEqual([expect.stringContaining("TRUST_PROXY")]);
});
