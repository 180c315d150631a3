import { type Answer, type SaidBody, type SaidKind, said } from "@lectern/wire/messages";
import type { Role } from "@lectern/wire/room";
import { Compile } from "typebox/compile";
import { fail, Refusal } from "../../errors.ts";
import { type Refused, refusalOf } from "../refusal-of.ts";
import { Bucket, Buckets, type Pace } from "./pace.ts";
import type { Presence, SpeakerOf } from "./speaker.ts";

/** A message that was read, by somebody who may say it. */
export interface SocketCall<Kind extends SaidKind, Who extends Role = Role> {
  readonly speaker: SpeakerOf<Who>;
  readonly presence: Presence;
  readonly body: SaidBody<Kind>;
}

/** What is answered beside that it is done. */
export type Handle<Kind extends SaidKind, Who extends Role> = (
  call: SocketCall<Kind, Who>,
) => Promise<object | undefined> | object | undefined;

export interface SaidRules<Who extends Role = Role> {
  readonly by: readonly Who[];
  /** How often one person may say it, from all their pages at this process. */
  readonly pace?: Pace;
}

interface Handler {
  readonly rules: SaidRules;
  readonly handle: Handle<SaidKind, Role>;
  isBody(body: unknown): boolean;
}

/** Faster than anybody acts: a page of ours sends a sign of life now and then, and what a person does. */
const PAGE_PACE: Pace = { burst: 40, perMinute: 600 };
/** So much that was not taken, and the page is no page of ours. */
const NONSENSE_PACE: Pace = { burst: 100, perMinute: 60 };

/** All kinds of message that features handle. */
export class Sayings {
  readonly #handlers = new Map<string, Handler>();
  readonly #paces = new Buckets();

  on<Kind extends SaidKind, Who extends Role>(kind: Kind, rules: SaidRules<Who>, handle: Handle<Kind, Who>): void {
    const body = Compile(said[kind]);
    const handler = { rules, handle, isBody: (value: unknown) => body.Check(value) };
    this.#handlers.set(kind, handler as unknown as Handler);
  }

  get kinds(): readonly { kind: string; rules: SaidRules }[] {
    return [...this.#handlers].map(([kind, { rules }]) => ({ kind, rules }));
  }

  /** The handler of a kind that this speaker may say now, with a body of the right shape; throws what else is answered. */
  find(presence: Presence, { kind, body }: Read, now: number): Handler {
    const handler = this.#handlers.get(kind) ?? fail("say.unknown");
    if (!handler.rules.by.includes(presence.speaker.role)) fail("say.notYours", { kind });
    if (!handler.isBody(body)) fail("say.malformed", { kind });
    const { pace } = handler.rules;
    const retryAfterMs = pace ? this.#paces.take(`${kind} ${nameOf(presence)}`, pace, now) : 0;
    return retryAfterMs > 0 ? fail("say.tooFast", { retryAfterMs }) : handler;
  }
}

function nameOf({ speaker }: Presence): string {
  return speaker.role === "audience" ? `r${speaker.registrantId}` : `p${speaker.presenterId}`;
}

/** A frame that was read, as far as it is one. */
interface Read {
  readonly id: number;
  readonly kind: string;
  readonly body: object;
}

/**
 * What one page says: read, checked, and handled one after the other, so that what somebody says first is done first.
 * Answers in the order of the messages; undefined for what has no number to answer to.
 */
export class PageSpeech {
  readonly #sayings: Sayings;
  readonly #refused: Refused;
  readonly #pace: Bucket;
  readonly #nonsense: Bucket;
  #last: Promise<unknown> = Promise.resolve();

  /** @param refused of the request that opened the page; small, because there is one for every page. */
  constructor(sayings: Sayings, refused: Refused, now: number) {
    this.#sayings = sayings;
    this.#refused = refused;
    this.#pace = new Bucket(PAGE_PACE, now);
    this.#nonsense = new Bucket(NONSENSE_PACE, now);
  }

  /** Whether so much was not taken that nothing more should be listened to. */
  isNonsense = false;

  async hear(presence: Presence, text: string, now: number): Promise<Answer | undefined> {
    const read = readSaid(text);
    const waitMs = this.#pace.take(now);
    if (!read) {
      this.#count(now);
      return undefined;
    }
    if (waitMs > 0) return this.#refuse(read.id, new Refusal("say.tooFast", { retryAfterMs: waitMs }), now);
    const answered = this.#last.then(() => this.#answer(presence, read, now));
    this.#last = answered;
    return answered;
  }

  async #answer(presence: Presence, read: Read, now: number): Promise<Answer> {
    try {
      if (presence.hasLeft) fail("room.left", { eventId: presence.speaker.eventId });
      const { handle } = this.#sayings.find(presence, read, now);
      const result = await handle({ speaker: presence.speaker, presence, body: read.body as never });
      return { kind: "done", re: read.id, at: Date.now(), ...result };
    } catch (error) {
      return this.#refuse(read.id, error, now);
    }
  }

  #refuse(id: number, error: unknown, now: number): Answer {
    const refusal = refusalOf(error, this.#refused);
    if (refusal.status < 500) this.#count(now);
    const { code, message, params } = refusal;
    const retryAfterMs = params.retryAfterMs === undefined ? undefined : Number(params.retryAfterMs);
    const again = retryAfterMs === undefined ? {} : { retryAfterMs };
    return { kind: "refused", re: id, at: Date.now(), code, text: message, ...again };
  }

  #count(now: number): void {
    if (this.#nonsense.take(now) > 0) this.isNonsense = true;
  }
}

/** Half a surrogate pair can be written in JSON, but neither kept nor shown. */
const halfPair = /\\u[dD][89a-fA-F]/;

function readSaid(text: string): Read | undefined {
  let message: unknown;
  try {
    message = halfPair.test(text) ? JSON.parse(text, wellFormed) : JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof message !== "object" || message === null) return undefined;
  const { id, kind, ...body } = message as { id?: unknown; kind?: unknown };
  return Number.isSafeInteger(id) && typeof kind === "string" ? { id: id as number, kind, body } : undefined;
}

function wellFormed(_key: string, value: unknown): unknown {
  return typeof value === "string" ? value.toWellFormed() : value;
}
