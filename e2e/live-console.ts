import { setTimeout as sleep } from "node:timers/promises";
import type { BrowserContext } from "playwright-core";
import { personKeyOf } from "../server/src/features/admission/registration/people/person-key.ts";
import { addWidget } from "../server/src/features/webinars/console/add-widget.ts";
import { eventAddresses } from "../server/src/features/webinars/events/addresses.ts";
import type { NewEvent } from "../server/src/features/webinars/events/create-event.ts";
import { sealer, type TestApp } from "../server/test/harness.ts";
import { pollsOf } from "../server/test/poll-fixture.ts";
import { RoomClient } from "../server/test/room-client.ts";
import { furnishEvent } from "./furnished-event.ts";

/** A furnished webinar that is live, with a producer in it and people to come. @param given of the event. */
export async function liveConsole(app: TestApp, given: Partial<NewEvent> = {}) {
  const base = await app.listen();
  const client = await app.build.client({ name: "Northlight Media" });
  const token = await app.build.token(client.id);
  const startsAt = new Date(Date.now() - 12 * 60_000);
  const event = await furnishEvent(app, token, { startsAt, type: "webcam", ...given });
  const room = { clientId: client.id, eventId: event.id };
  const add = (kind: Parameters<typeof addWidget>[2]["kind"], content = {}) =>
    addWidget(app.database.db, { ...room, actor: "operator" }, { kind, content });
  await add("group-chat");
  await add("call-to-action", {
    ...{ label: "Book a demo", purpose: "demo", url: "https://example.com/demo" },
    text: "See the whole system at work, with your own slides.",
  });
  await app.runJobs();
  const { id: presenterId } = await app.database.db
    .insertInto("presenters")
    .values({ ...room, firstName: "Ada", lastName: "Okafor", email: "ada@example.com", role: "producer" })
    .returning("id")
    .executeTakeFirstOrThrow();
  const desk = await RoomClient.connect(base, event.id, { presenterId });
  const opened = [desk];
  let people = 0;

  /** Registers somebody; answers their eventuserid. */
  async function register(firstname: string, lastname: string): Promise<number> {
    const form = { firstname, lastname, email: `person${++people}@example.com`, company: "Acme" };
    const answer = await app.call(token, `POST /client/${client.id}/event/${event.id}/registrant`, { form });
    return answer.json().eventuserid as number;
  }

  return {
    ...{ app, base, client, token, event, desk, register, add, ...room },
    polls: pollsOf(app, room),
    addresses: eventAddresses(event, base),

    /** Somebody beside the browser. */
    async guest(firstname: string, lastname: string): Promise<RoomClient> {
      const guest = await RoomClient.connect(base, event.id, { registrantId: await register(firstname, lastname) });
      opened.push(guest);
      await guest.welcome();
      return guest;
    },

    /** Lets a browser in as somebody who is registered. */
    async letIn(context: BrowserContext, registrantId: number): Promise<void> {
      const value = personKeyOf(sealer, registrantId, "pass");
      await context.addCookies([{ name: `lectern_seat_${event.id}`, value, url: `${base}/wcc` }]);
    },

    /** Shows a page of the furnished deck. */
    async showSlide(page: number): Promise<void> {
      const { decks } = (await desk.welcome()).state.presenting as { decks: { deckId: number }[] };
      await desk.say("presenting.slide", { slide: { deckId: decks[0]?.deckId ?? 0, page } });
    },

    async closeAll(): Promise<void> {
      for (const one of opened.splice(0)) await one.close();
      await sleep(0);
    },
  };
}

export type LiveConsole = Awaited<ReturnType<typeof liveConsole>>;
