import { MAX_SAID_BYTES } from "@lectern/wire/messages";
import { GONE_AFTER_MS } from "@lectern/wire/room";
import type { FastifyReply } from "fastify";
import { fail } from "../../errors.ts";
import { PollOutlet } from "./poll-outlet.ts";
import { PageSpeech, type Sayings } from "./say.ts";
import type { Doorkeeper, Entry, Presence } from "./speaker.ts";

interface PollPagesDeps {
  readonly doorkeeper: Doorkeeper;
  readonly sayings: Sayings;
}

/** Shorter than proxies wait for an answer. */
const WAIT_MS = 25_000;
const MOST_MESSAGES = 32;

interface Page {
  readonly presence: Presence;
  readonly outlet: PollOutlet;
  readonly speech: PageSpeech;
  heardAt: number;
}

/**
 * Pages where sockets are blocked: they fetch what is told, and post what they say. A page that fetches from another process
 * comes in there anew, and goes on after the last message that it names; so does one that names less than it was sent,
 * because an answer got lost on the way.
 */
export class PollPages {
  readonly #deps: PollPagesDeps;
  readonly #pages = new Map<string, Promise<Page>>();
  readonly #sweeping: NodeJS.Timeout;

  constructor(deps: PollPagesDeps) {
    this.#deps = deps;
    this.#sweeping = setInterval(() => void this.#sweep(), GONE_AFTER_MS / 3).unref();
  }

  /** Answers with a list of messages as soon as there are any. */
  async fetch(entry: Entry, reply: FastifyReply): Promise<FastifyReply> {
    const known = await this.#pageOf(entry);
    const page = (entry.since ?? -1) < known.outlet.lastSeq ? await this.#reopen(entry, known) : known;
    page.heardAt = Date.now();
    const frames = await page.outlet.take(WAIT_MS);
    page.heardAt = Date.now();
    if (page.outlet.hasEnded) this.#end(keyOf(entry), page);
    const body = `[${frames.map(({ text }) => text).join(",")}]`;
    return reply.header("Cache-Control", "no-store").type("application/json").send(body);
  }

  /** Answers each message of the list, in their order. */
  async say(entry: Entry, body: unknown): Promise<object> {
    if (!Array.isArray(body) || body.length > MOST_MESSAGES) fail("say.malformed", { kind: "list" });
    const page = await this.#pageOf(entry);
    page.heardAt = Date.now();
    const { speech, presence } = page;
    const answers = body.map((message) => {
      const text = JSON.stringify(message);
      if (text.length > MAX_SAID_BYTES) fail("say.malformed", { kind: "message" });
      return speech.hear(presence, text, Date.now());
    });
    const answered = (await Promise.all(answers)).filter((answer) => answer !== undefined);
    if (speech.isNonsense) this.#end(keyOf(entry), page);
    return answered;
  }

  async close(): Promise<void> {
    clearInterval(this.#sweeping);
    for (const page of this.#pages.values()) (await page.catch(() => undefined))?.outlet.end();
  }

  #pageOf(entry: Entry): Promise<Page> {
    const key = keyOf(entry);
    const known = this.#pages.get(key);
    if (known) return known;
    const opening = this.#open(entry);
    this.#pages.set(key, opening);
    opening.catch(() => this.#pages.delete(key));
    return opening;
  }

  #reopen(entry: Entry, page: Page): Promise<Page> {
    this.#end(keyOf(entry), page);
    return this.#pageOf(entry);
  }

  async #open(entry: Entry): Promise<Page> {
    const { request } = entry;
    const presence = await this.#deps.doorkeeper.enter(entry);
    const refused = { id: request.id, log: request.server.log };
    const outlet = new PollOutlet();
    presence.begin(outlet);
    return { presence, outlet, speech: new PageSpeech(this.#deps.sayings, refused, Date.now()), heardAt: Date.now() };
  }

  async #sweep(): Promise<void> {
    const before = Date.now() - GONE_AFTER_MS;
    for (const [key, opening] of this.#pages) {
      const page = await opening.catch(() => undefined);
      if (page && page.heardAt < before) this.#end(key, page);
    }
  }

  #end(key: string, { presence, outlet }: Page): void {
    this.#pages.delete(key);
    outlet.end();
    presence.leave("lost");
  }
}

/** Whoever holds the same cookie, ticket or link, and names the same page. */
function keyOf({ request, eventId, tab, ticket, presenter }: Entry): string {
  return [eventId, tab, ticket ?? "", presenter ?? "", request.headers.cookie ?? ""].join("\n");
}
