import { setTimeout as sleep } from "node:timers/promises";
import type { Answer, Heard, SaidBody, SaidKind, Told, Welcome } from "@lectern/wire/messages";
import type { Poll } from "@lectern/wire/polls";
import { GONE_AFTER_MS, HEARTBEAT_MS, type PlayerState } from "@lectern/wire/room";
import { WebSocket } from "ws";

/** When a page was surely there, by the server's clock. */
export interface Span {
  readonly from: number;
  /** The last of `signs`. */
  to: number;
  /** When the room answered a sign of life, or let the page in. */
  readonly signs: number[];
  /** So much longer it may have been: what it took to come in. */
  readonly slackMs: number;
}

const [LEAST_RETRY_MS, MOST_RETRY_MS] = [200, 5000];
const ANSWER_MS = 20_000;

/** What was said and not answered: the room may have done it or not. */
export class Unanswered extends Error {}

/** The room does not want this page any more. */
export class Dismissed extends Error {}

/**
 * A page in a room, as the audience console is one: gives signs of life, comes back when the connection breaks, goes on where it
 * was, and keeps when it was surely there.
 */
export class Page {
  readonly spans: Span[] = [];
  /** Widgets, tests and the survey, as the last snapshot had them and as told since. */
  state: Record<string, unknown> = {};
  /** As told last. */
  readonly polls = new Map<number, Poll>();
  /** Of the questions that are shown to all. */
  readonly questionIds = new Set<number>();
  readonly tab: string;
  readonly #url: string;
  readonly #onTold: (told: Told) => void;
  readonly #waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>();
  #socket: WebSocket | undefined;
  #ids = 0;
  #seq: number | undefined;
  #beating: NodeJS.Timeout | undefined;
  #isLeaving = false;
  #returnAfterMs: number | undefined;
  player: PlayerState = "playing";

  /** @param url of the room, with the ticket. */
  constructor(url: string, tab: string, onTold: (told: Told) => void = () => {}) {
    this.#url = url;
    this.tab = tab;
    this.#onTold = onTold;
  }

  /** Comes in, however long it takes; rejects when the room refuses for good. */
  async join(): Promise<void> {
    const askedAt = performance.now();
    for (let attempt = 0; !this.#isLeaving; attempt++) {
      try {
        return await this.#connect(askedAt);
      } catch (error) {
        if (error instanceof Dismissed || this.#isLeaving) throw error;
        await sleep(Math.random() * Math.min(MOST_RETRY_MS, LEAST_RETRY_MS * 2 ** attempt));
      }
    }
  }

  /** Says something and waits for the answer. Rejects with Unanswered when the connection broke before. */
  say<Kind extends SaidKind>(kind: Kind, body: SaidBody<Kind>): Promise<Answer> {
    const id = ++this.#ids;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => settle(() => reject(new Unanswered(kind))), ANSWER_MS);
      const settle = (end: () => void) => {
        clearTimeout(timer);
        this.#waiting.delete(id);
        end();
      };
      this.#waiting.set(id, {
        resolve: (answer) => settle(() => resolve(answer)),
        reject: (error) => settle(() => reject(error)),
      });
      if (this.#socket?.readyState !== WebSocket.OPEN) this.#waiting.get(id)?.reject(new Unanswered(kind));
      else this.#socket.send(JSON.stringify({ kind, id, ...body }));
    });
  }

  /** The network is gone for a while, or the laptop sleeps. */
  async sleep(ms: number): Promise<void> {
    clearInterval(this.#beating);
    const socket = this.#socket;
    socket?.removeAllListeners("close");
    socket?.terminate();
    this.#forget();
    await sleep(ms);
    await this.join();
  }

  /** Closes the tab. */
  async leave(): Promise<void> {
    this.#isLeaving = true;
    clearInterval(this.#beating);
    await this.#beat().catch(() => {});
    await this.say("room.leave", {}).catch(() => {});
    this.#socket?.removeAllListeners("close");
    this.#socket?.close(1001);
  }

  /**
   * Rejects when there is no welcome in time: a connection may be lost between processes without a word.
   *
   * @param askedAt when the page first asked: the room may have let it in by an attempt that broke before the welcome.
   */
  #connect(askedAt: number): Promise<void> {
    const since = this.#seq === undefined ? "" : `&since=${this.#seq}`;
    const socket = new WebSocket(`${this.#url}&tab=${this.tab}${since}`, { perMessageDeflate: false });
    const patience = setTimeout(() => socket.terminate(), ANSWER_MS);
    return new Promise<void>((resolve, reject) => {
      socket.once("unexpected-response", (_request, response) => {
        const isFinal = [401, 403, 404].includes(response.statusCode ?? 0);
        const reason = `${response.statusCode} at the door`;
        reject(isFinal ? new Dismissed(reason) : new Error(reason));
        socket.terminate();
      });
      socket.once("error", reject);
      socket.once("close", () => reject(new Error("closed before the welcome")));
      socket.on("message", (data) => {
        const heard = JSON.parse(String(data)) as Heard;
        if (heard.kind === "welcome" || heard.kind === "resumed") {
          this.#arrive(socket, heard.at, performance.now() - askedAt);
          resolve();
        }
        this.#hear(heard);
      });
    }).finally(() => clearTimeout(patience));
  }

  #arrive(socket: WebSocket, at: number, slackMs: number): void {
    if (this.#isLeaving) return void socket.terminate();
    this.#socket = socket;
    this.#returnAfterMs = undefined;
    socket.removeAllListeners("close");
    socket.removeAllListeners("error");
    socket.on("error", () => {});
    socket.once("close", () => this.#lose());
    const last = this.spans.at(-1);
    // The room takes a short silence for no absence, once it has got the next sign of life.
    if (!last || at - last.to > GONE_AFTER_MS) this.spans.push({ from: at, to: at, signs: [at], slackMs });
    clearInterval(this.#beating);
    this.#beating = setInterval(() => void this.#beat().catch(() => {}), HEARTBEAT_MS);
    this.#beat().catch(() => {});
  }

  async #beat(): Promise<void> {
    const answer = await this.say("room.alive", { player: this.player });
    const last = this.spans.at(-1);
    if (answer.kind !== "done" || !last) return;
    last.to = Math.max(last.to, answer.at);
    last.signs.push(answer.at);
  }

  #hear(heard: Heard): void {
    if ("re" in heard) {
      this.#waiting.get(heard.re)?.resolve(heard);
      return;
    }
    if ("seq" in heard && heard.seq !== undefined && heard.kind !== "resumed") this.#seq = heard.seq;
    if (heard.kind === "welcome") this.#see(heard as Welcome);
    else if (heard.kind !== "resumed") {
      if (heard.kind === "room.goodbye")
        this.#returnAfterMs = (heard as { returnAfterMs?: number }).returnAfterMs ?? -1;
      this.#note(heard as Told);
      this.#onTold(heard as Told);
    }
  }

  #note(told: Told): void {
    if (told.kind === "polls.poll") this.polls.set(told.pollId, told);
    if (told.kind === "surveys.survey") this.state.surveys = told;
    if (told.kind === "questions.shown") this.questionIds.add(told.question.questionId);
    if (told.kind === "questions.hidden") this.questionIds.delete(told.questionId);
  }

  /** Keeps no more than is needed: thousands of pages are in one process. */
  #see({ state }: Welcome): void {
    this.state = { widgets: state.widgets, tests: state.tests, surveys: state.surveys };
    this.polls.clear();
    const { polls = [] } = (state.polls ?? {}) as { polls?: readonly Poll[] };
    for (const poll of polls) this.polls.set(poll.pollId, poll);
    this.questionIds.clear();
    const { questions = [] } = (state.questions ?? {}) as { questions?: readonly { questionId: number }[] };
    for (const { questionId } of questions) this.questionIds.add(questionId);
  }

  /** The connection broke by itself. */
  #lose(): void {
    clearInterval(this.#beating);
    this.#forget();
    const afterMs = this.#returnAfterMs;
    if (this.#isLeaving || afterMs === -1) return;
    const back = sleep(afterMs ?? Math.random() * LEAST_RETRY_MS).then(() => this.join());
    back.catch(() => {});
  }

  #forget(): void {
    this.#socket = undefined;
    for (const { reject } of [...this.#waiting.values()]) reject(new Unanswered("the connection broke"));
  }
}
