import type { FastifyBaseLogger, FastifyRequest } from "fastify";
import type pg from "pg";
import { Counter } from "prom-client";
import { fail } from "../../errors.ts";
import { emailKey, foldCase } from "../../lib/email-address.ts";
import { networkOf } from "../../lib/ip-network.ts";
import type { Sealer } from "../../lib/sealer.ts";
import { clientAddress } from "../client-address.ts";
import { createCount } from "./count.ts";
import { type Counted, type LimitName, limitRules, type Rule } from "./rules.ts";

/** Whom or what a visit is counted for; rules about what is not told do not apply. */
export interface Visited {
  readonly request?: FastifyRequest;
  readonly eventId?: number;
  /** What a user goes by, a name or an address, in any spelling. */
  readonly name?: string;
}

/** How often strangers may come to the public pages. */
export interface Limits {
  /** Counts a visit. Refuses visit.tooMany, with the seconds to wait. */
  enter(name: LimitName, visited: Visited): Promise<void>;
  /** Refuses the same where there is no more to be had, and counts nothing. */
  check(name: LimitName, visited: Visited): Promise<void>;
  /** Visits refused, and counts that could not be shared. */
  readonly figures: readonly Counter[];
}

export interface LimitsOptions {
  /** On what `rules.ts` says; undefined = nothing is limited. */
  readonly factor: number | undefined;
  /** Where processes count together; each counts by itself when undefined. */
  readonly pool: pg.Pool | undefined;
  readonly sealer: Sealer;
  readonly log: Pick<FastifyBaseLogger, "warn">;
}

export function createLimits({ factor, pool, sealer, log }: LimitsOptions): Limits {
  const refusals = new Counter({
    name: "lectern_visits_refused_total",
    help: "Visits of strangers that were refused because there were too many, by limit and by what was counted",
    labelNames: ["limit", "counted"],
    registers: [],
  });
  const unshared = new Counter({
    name: "lectern_visit_counts_unshared_total",
    help: "Visits that this process counted by itself because the database did not take the count",
    registers: [],
  });
  const warn = atMostOnceAMinute((facts: object, message: string) => log.warn(facts, message));
  const onUnshared = (err: unknown) => {
    unshared.inc();
    warn({ err }, "visits are counted by this process alone");
  };
  const countOf = counts(({ most, seconds }) =>
    createCount({ most: Math.ceil(most * (factor ?? 1)), seconds, pool, onUnshared }),
  );

  const pass = async (name: LimitName, visited: Visited, isCounted: boolean) => {
    if (factor === undefined) return;
    for (const [index, rule] of limitRules[name].entries()) {
      const value = nameOf(rule.of, visited);
      if (value === undefined) continue;
      const key = sealer.sign("limit", `${name}/${index}/${value}`);
      const count = countOf(name, index, rule);
      const waitSeconds = await (isCounted ? count.add(key) : count.look(key));
      if (waitSeconds === undefined) continue;
      refusals.labels(name, rule.of).inc();
      if (isProxyUnknown(visited.request))
        warn({}, "visitors behind a proxy are counted as one: see TRUST_PROXY in docs/operate/settings.md");
      fail("visit.tooMany", { seconds: waitSeconds });
    }
  };
  return {
    enter: (name, visited) => pass(name, visited, true),
    check: (name, visited) => pass(name, visited, false),
    figures: [refusals, unshared],
  };
}

/** Counts by limit and place in its list, made when first asked for. */
function counts<Count>(create: (rule: Rule) => Count) {
  const made = new Map<string, Count>();
  return (name: LimitName, index: number, rule: Rule): Count => {
    const place = `${name}/${index}`;
    const count = made.get(place) ?? create(rule);
    made.set(place, count);
    return count;
  };
}

/** All whose address cannot be read are one visitor. A household of IPv6 has 64 bits to itself, a site often 48. */
function nameOf(of: Counted, { request, eventId, name }: Visited): string | undefined {
  if (of === "event") return eventId?.toString();
  if (of === "name") return name === undefined ? undefined : foldCase(emailKey(name));
  if (!request) return undefined;
  const address = clientAddress(request) ?? "unknown";
  return of === "address" ? networkOf(address, { ipv4: 32, ipv6: 64 }) : networkOf(address, { ipv4: 24, ipv6: 48 });
}

/** Whether a proxy passed this on that we were not told of. */
function isProxyUnknown(request: FastifyRequest | undefined): boolean {
  return request?.headers["x-forwarded-for"] !== undefined && request.ip === request.socket.remoteAddress;
}

function atMostOnceAMinute<Args extends unknown[]>(say: (...args: Args) => void): (...args: Args) => void {
  let next = 0;
  return (...args) => {
    if (Date.now() < next) return;
    next = Date.now() + 60_000;
    say(...args);
  };
}
