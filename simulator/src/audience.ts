import { setTimeout as sleep } from "node:timers/promises";
import type { Answer } from "@lectern/wire/messages";
import type { Deed } from "./act.ts";
import { chooseDeed } from "./acts.ts";
import { Dismissed, Page, Unanswered } from "./page.ts";
import { type PersonPlan, planAudience, type Visit } from "./plan.ts";
import { createRandom, type Random } from "./random.ts";
import type { PersonTally, Tally } from "./tally.ts";

/** Somebody who is registered, and the ticket that lets them in. */
export interface Guest {
  readonly registrantId: number;
  readonly email: string;
  readonly ticket: string;
}

export interface Run {
  /** Of the server, or of several processes of it that people come to in turn. */
  readonly baseUrls: readonly [string, ...string[]];
  readonly eventId: number;
  readonly guests: readonly Guest[];
  /** How long it takes, real time. */
  readonly ms: number;
  readonly seed: number;
  onProgress?(progress: Progress): void;
}

export interface Progress {
  readonly here: number;
  readonly left: number;
  readonly done: number;
}

/** Sends everybody through a webinar, and answers what must be true afterwards. */
export async function runAudience(run: Run): Promise<Tally> {
  const random = createRandom(run.seed);
  const plans = planAudience(random, run.guests.length, run.ms);
  const progress = { here: 0, left: 0, done: 0 };
  const began = Date.now();
  const telling = setInterval(() => run.onProgress?.(progress), 1000);
  try {
    const people = await Promise.all(
      run.guests.map((guest, index) => {
        const person = new Person(run, guest, createRandom(run.seed + index + 1), progress);
        return person.follow(plans[index] as PersonPlan, began);
      }),
    );
    run.onProgress?.(progress);
    return { eventId: run.eventId, seed: run.seed, people };
  } finally {
    clearInterval(telling);
  }
}

class Person {
  readonly #run: Run;
  readonly #guest: Guest;
  readonly #random: Random;
  readonly #progress: { here: number; left: number; done: number };
  readonly #memory = new Set<string>();
  readonly #done: Record<string, number> = {};
  readonly #unanswered: Record<string, number> = {};

  constructor(run: Run, guest: Guest, random: Random, progress: { here: number; left: number; done: number }) {
    this.#run = run;
    this.#guest = guest;
    this.#random = random;
    this.#progress = progress;
  }

  async follow(plan: PersonPlan, began: number): Promise<PersonTally> {
    const pages = await Promise.all(
      plan.visits.map((visit, index) => this.#visit(visit, `${plan.number}-${index}`, began)),
    );
    const { registrantId, email } = this.#guest;
    const there = pages.map(({ tab, spans }) => ({ tab, spans }));
    return { registrantId, email, pages: there, done: this.#done, unanswered: this.#unanswered };
  }

  async #visit(visit: Visit, tab: string, began: number): Promise<Page> {
    const page = this.#open(tab);
    try {
      await until(began + visit.joinAt);
      await page.join();
      this.#progress.here++;
      for (const step of stepsOf(visit)) {
        await until(began + step.at);
        if (step.ms !== undefined) await page.sleep(step.ms);
        else await this.#act(page, step.at / this.#run.ms);
      }
      await until(began + visit.leaveAt);
      await page.leave();
      this.#progress.here--;
      this.#progress.left++;
    } catch (error) {
      if (!(error instanceof Dismissed)) throw error;
    }
    return page;
  }

  #open(tab: string): Page {
    const { baseUrls, eventId } = this.#run;
    const base = baseUrls[this.#guest.registrantId % baseUrls.length] as string;
    const ticket = encodeURIComponent(this.#guest.ticket);
    return new Page(`${base.replace(/^http/, "ws")}/wcc/room/${eventId}?ticket=${ticket}`, tab);
  }

  async #act(page: Page, at: number): Promise<void> {
    const doing = { page, random: this.#random, memory: this.#memory };
    const deed = chooseDeed(doing, { at, crowd: this.#run.guests.length });
    if (!deed) return;
    if (deed.memory !== undefined) this.#memory.add(deed.memory);
    try {
      const answer = await page.say(deed.kind, deed.body as never);
      if (answer.kind === "done") this.#count(this.#done, deed, answer);
      else if (deed.memory !== undefined) this.#memory.delete(deed.memory);
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      this.#count(this.#unanswered, deed);
    }
  }

  #count(counts: Record<string, number>, { kind, adds }: Deed, answer?: Answer): void {
    for (const [figure, added] of Object.entries({ [kind]: 1, ...adds?.(answer) }))
      counts[figure] = (counts[figure] ?? 0) + added;
    if (answer) this.#progress.done++;
  }
}

interface Step {
  readonly at: number;
  /** Of a gap. */
  readonly ms?: number;
}

function stepsOf({ acts: times, gaps }: Visit): Step[] {
  return [...times.map((at) => ({ at })), ...gaps].sort((a, b) => a.at - b.at);
}

async function until(at: number): Promise<void> {
  const ms = at - Date.now();
  if (ms > 0) await sleep(ms);
}
