import type { Random } from "./random.ts";

/** What one person means to do, in milliseconds from the beginning of the run. */
export interface PersonPlan {
  readonly number: number;
  /** From coming to leaving, one for each device. */
  readonly visits: readonly Visit[];
}

export interface Visit {
  readonly joinAt: number;
  readonly leaveAt: number;
  /** When the network is gone, or the laptop sleeps, and how long. */
  readonly gaps: readonly { readonly at: number; readonly ms: number }[];
  /** When the person may do something. */
  readonly acts: readonly number[];
}

const SHARE = {
  early: 0.55, // There when it begins.
  soon: 0.3, // In the first quarter.
  leavesEarly: 0.2,
  secondDevice: 0.08,
  isCutOff: 0.1,
};

/** Acts of a lively person in the whole time; most do less. */
const MOST_ACTS = 20;

/** An audience as webinars know it: most come at the beginning, some trickle in, some leave early, some watch on two devices. */
export function planAudience(random: Random, people: number, ms: number): PersonPlan[] {
  return Array.from({ length: people }, (_, index) => {
    const joinAt = planJoin(random, ms);
    const leaveAt = planLeave(random, joinAt, ms);
    const visits = [planVisit(random, joinAt, leaveAt)];
    if (random.chance(SHARE.secondDevice)) {
      const second = random.between(joinAt, leaveAt);
      visits.push(planVisit(random, second, random.between(second, leaveAt)));
    }
    return { number: index + 1, visits };
  });
}

function planJoin(random: Random, ms: number): number {
  const draw = random.next();
  if (draw < SHARE.early) return random.between(0, ms * 0.06);
  if (draw < SHARE.early + SHARE.soon) return random.between(ms * 0.06, ms * 0.25);
  return random.between(ms * 0.25, ms * 0.8);
}

function planLeave(random: Random, joinAt: number, ms: number): number {
  if (random.chance(SHARE.leavesEarly)) return random.between(joinAt + (ms - joinAt) * 0.1, ms * 0.95);
  return random.between(Math.max(joinAt, ms * 0.93), ms);
}

function planVisit(random: Random, joinAt: number, leaveAt: number): Visit {
  const length = leaveAt - joinAt;
  const gapAt = random.between(joinAt, leaveAt);
  const gaps = random.chance(SHARE.isCutOff) ? [{ at: gapAt, ms: random.between(length * 0.05, length * 0.2) }] : [];
  const acts = Array.from({ length: Math.floor(MOST_ACTS * random.next() ** 2) }, () =>
    random.between(joinAt, leaveAt),
  );
  return { joinAt, leaveAt, gaps, acts: acts.sort((a, b) => a - b) };
}
