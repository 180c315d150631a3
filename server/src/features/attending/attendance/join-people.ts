import { GONE_AFTER_MS } from "@lectern/wire/room";
import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { type Join, listNewcomers, type Newcomer, type NewSession, openSessions } from "./join-queries.ts";
import type { SessionKey } from "./viewing.ts";

export type Joined =
  | { readonly outcome: "blocked" | "unregistered" }
  | {
      readonly outcome: "in";
      readonly firstName: string;
      readonly lastName: string;
      /** Absent while there is nothing to watch. */
      readonly session?: SessionKey & { readonly lastSeenAt: Date };
    };

/**
 * Lets people in, in one transaction, no two joins by the same person; results in the order of the joins. A page that was
 * silent for a moment goes on with its session; one that was longer away opens another, which does not count as opened anew.
 */
export async function joinPeople(db: Db, joins: readonly Join[]): Promise<Joined[]> {
  return inTransaction(db, async (tx) => {
    const results: Joined[] = joins.map(() => ({ outcome: "unregistered" }));
    const sessions: NewSession[] = [];
    const newcomers = await listNewcomers(tx, joins);
    for (const newcomer of newcomers) {
      const join = joins[newcomer.n] as Join;
      results[newcomer.n] = resultOf(newcomer, join);
      const session = findNewSession(newcomer, join);
      if (session) sessions.push(session);
    }
    const opened = sessions.length === 0 ? [] : await openSessions(tx, sessions);
    for (const { n, sessionId } of opened) {
      const [result, join] = [results[n], joins[n] as Join];
      if (result?.outcome === "in") results[n] = { ...result, ...withSession(join, sessionId) };
    }
    return results;
  });
}

function resultOf(newcomer: Newcomer, join: Join): Joined {
  if (newcomer.isBlocked) return { outcome: "blocked" };
  if (newcomer.status !== "active") return { outcome: "unregistered" };
  const { firstName, lastName, sessionId, startedAt, lastSeenAt } = newcomer;
  const known = goesOn(newcomer, join) && sessionId !== null && startedAt && lastSeenAt && join.kind;
  const session = known && { ...keyOf(join), sessionId, startedAt, kind: join.kind, lastSeenAt };
  return { outcome: "in", firstName: firstName ?? "", lastName: lastName ?? "", ...(session && { session }) };
}

function findNewSession(newcomer: Newcomer, join: Join): NewSession | undefined {
  const { n, isBlocked, status } = newcomer;
  if (isBlocked) return { n, join, kind: "blocked", isOpening: false };
  if (status !== "active" || join.kind === null || goesOn(newcomer, join)) return undefined;
  return { n, join, kind: join.kind, isOpening: newcomer.sessionId === null };
}

function goesOn({ endedAt, lastSeenAt }: Newcomer, { at }: Join): boolean {
  return endedAt === null && lastSeenAt !== null && at.getTime() - lastSeenAt.getTime() <= GONE_AFTER_MS;
}

function withSession(join: Join, sessionId: number) {
  const { at, kind } = join;
  return kind === null ? {} : { session: { ...keyOf(join), sessionId, startedAt: at, kind, lastSeenAt: at } };
}

function keyOf({ clientId, eventId, registrantId }: Join) {
  return { clientId, eventId, registrantId };
}
