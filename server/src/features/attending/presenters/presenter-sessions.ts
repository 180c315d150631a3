import { GONE_AFTER_MS } from "@lectern/wire/room";
import type { Db } from "../../../db/database.ts";
import { findOpenSession, insertSession, type PresenterRole } from "./queries.ts";

interface PresenterJoin {
  readonly clientId: number;
  readonly eventId: number;
  readonly presenterId: number;
  readonly role: PresenterRole;
  readonly tab: string;
  readonly isPractice: boolean;
  readonly at: Date;
}

/** Opens a session, or goes on with the one of the same page after a short silence; answers its id. */
export async function joinAsPresenter(db: Db, join: PresenterJoin): Promise<number> {
  const { at, ...session } = join;
  const aliveAfter = new Date(at.getTime() - GONE_AFTER_MS);
  const known = await findOpenSession(db, { ...session, aliveAfter });
  return known ?? insertSession(db, { ...session, startedAt: at, lastSeenAt: at });
}
