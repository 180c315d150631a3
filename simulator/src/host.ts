import { setTimeout as sleep } from "node:timers/promises";
import type { SaidBody, SaidKind } from "@lectern/wire/messages";
import { Page, Unanswered } from "./page.ts";

interface Hosting {
  readonly baseUrl: string;
  readonly eventId: number;
  /** Of the producer's link. */
  readonly presenter: string;
  readonly ms: number;
}

/** A producer who asks one poll after the other, shows what came of each, and asks for the survey at last. */
export async function host({ baseUrl, eventId, presenter, ms }: Hosting): Promise<void> {
  const address = `${baseUrl.replace(/^http/, "ws")}/wcc/room/${eventId}?presenter=${encodeURIComponent(presenter)}`;
  const page = new Page(address, "desk");
  await page.join();
  const polls = [...page.polls.keys()];
  for (const pollId of polls) {
    await insist(page, "polls.push", { pollId });
    await sleep(ms / (polls.length + 1));
    await insist(page, "polls.close", { pollId });
    await insist(page, "polls.publish", { pollId });
  }
  await insist(page, "surveys.push", {});
  await page.leave();
}

/** Until it is answered: the same thing done twice is done once. */
async function insist<Kind extends SaidKind>(page: Page, kind: Kind, body: SaidBody<Kind>): Promise<void> {
  for (;;)
    try {
      await page.say(kind, body);
      return;
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      await sleep(200);
    }
}
