import type { Kysely } from "kysely";
import { isDataFault, retryDeadlocks } from "../../../db/transaction.ts";
import type { Database } from "../../../db/types.ts";
import { coalesce } from "../../../lib/coalesce.ts";
import { createGroupCommit, type GroupCommit } from "../../../lib/group-commit.ts";
import { type Joined, joinPeople } from "./join-people.ts";
import type { Join } from "./join-queries.ts";
import { type SessionKind, type Sign, Viewing } from "./viewing.ts";
import { writeGains } from "./write-gains.ts";

export interface AttendanceDeps {
  readonly db: Kysely<Database>;
  now(): Date;
  /** What could not be written is tried again with the next flush. */
  onError(error: unknown): void;
}

const MOST_JOINS_IN_GROUP = 512;
const FLUSH_MS = 1000;
/** Rows of one statement; it locks them all. */
const MOST_GAINS = 5000;

/**
 * Who watches, and for how long. Signs of life are gathered per process and written down about once a second: a kill loses that
 * second of minutes, never somebody who came in.
 */
export class Attendance {
  readonly #deps: AttendanceDeps;
  readonly #viewings = new Map<number, Viewing>();
  readonly #changed = new Set<Viewing>();
  readonly #joins: GroupCommit<Join, Joined>;
  readonly #flushing: NodeJS.Timeout;
  /** Writes down what is known now. */
  readonly flush = coalesce(() => this.#flush());

  constructor(deps: AttendanceDeps) {
    this.#deps = deps;
    this.#joins = createGroupCommit({
      keyOf: ({ registrantId }) => String(registrantId),
      commit: (group) => joinPeople(deps.db, group),
      isItemsFault: isDataFault,
      most: MOST_JOINS_IN_GROUP,
    });
    this.#flushing = setInterval(() => void this.flush().catch(deps.onError), FLUSH_MS).unref();
  }

  /** Settles when it is durable that somebody is there. */
  async join(join: Join): Promise<Joined> {
    const joined = await this.#joins.submit(join);
    if (joined.outcome !== "in" || !joined.session) return joined;
    const { lastSeenAt, ...key } = joined.session;
    if (!this.#viewings.has(key.sessionId)) this.#viewings.set(key.sessionId, new Viewing(key, lastSeenAt.getTime()));
    return joined;
  }

  /** Takes a sign of life; false when the session has ended by then, so that its page has to join anew. */
  see(sessionId: number, sign: Sign): boolean {
    const viewing = this.#viewings.get(sessionId);
    const at = this.#deps.now().getTime();
    if (!viewing) return false;
    if (viewing.isGone(at)) {
      this.#end(viewing, at);
      return false;
    }
    viewing.see(sign, at);
    this.#changed.add(viewing);
    return true;
  }

  /** The page is closed. One that is only lost ends by itself, at its last sign of life. */
  leave(sessionId: number): void {
    const viewing = this.#viewings.get(sessionId);
    if (viewing) this.#end(viewing, this.#deps.now().getTime());
  }

  /** Ends what is watched of an event in this process: its live part is over. */
  endAll(eventId: number, kind: SessionKind, at: Date): void {
    for (const viewing of this.#viewings.values())
      if (viewing.key.eventId === eventId && viewing.key.kind === kind) this.#end(viewing, at.getTime());
  }

  async close(): Promise<void> {
    clearInterval(this.#flushing);
    await this.#joins.drain();
    while (this.#changed.size > 0) await this.flush();
  }

  #end(viewing: Viewing, at: number): void {
    viewing.end(at);
    this.#viewings.delete(viewing.key.sessionId);
    this.#changed.add(viewing);
  }

  async #flush(): Promise<void> {
    const at = this.#deps.now().getTime();
    for (const viewing of this.#viewings.values()) if (viewing.isGone(at)) this.#end(viewing, at);
    const due = this.#due();
    for (let from = 0; from < due.length; from += MOST_GAINS) await this.#write(due.slice(from, from + MOST_GAINS));
  }

  /**
   * What has changed by now; what comes while it is written waits for the next flush. So does a session that a page went on
   * with before its end was written: one statement writes a session once.
   */
  #due(): Viewing[] {
    const bySession = new Map<number, Viewing>();
    for (const viewing of this.#changed)
      if (!bySession.has(viewing.key.sessionId)) bySession.set(viewing.key.sessionId, viewing);
    return [...bySession.values()];
  }

  async #write(viewings: readonly Viewing[]): Promise<void> {
    const gains = viewings.map((viewing) => ({ viewing, key: viewing.key, ...viewing.take() }));
    for (const viewing of viewings) this.#changed.delete(viewing);
    try {
      await retryDeadlocks(() => writeGains(this.#deps.db, gains));
    } catch (error) {
      for (const { viewing, ...gain } of gains) {
        viewing.putBack(gain);
        this.#changed.add(viewing);
      }
      throw error;
    }
  }
}
