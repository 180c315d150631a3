import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import { countInEvents } from "../attendance/count-activity.ts";
import type { PresenterRole } from "../presenters/queries.ts";
import { tell } from "../room/room-log.ts";
import { makeOnce } from "../room/say-once.ts";
import { listByIds } from "./queries.ts";
import { ensureChats, readSettings } from "./settings.ts";
import { listTeamLines } from "./team-queries.ts";
import { tellLines } from "./tell-lines.ts";

interface TeamSaying {
  readonly clientId: number;
  readonly eventId: number;
  readonly presenterId: number;
  readonly text: string;
  readonly nonce?: string | undefined;
  readonly at: Date;
}

/** Says a line in the audience's chat; in practice only the team hears it, and it counts nowhere. Answers its id. */
export async function sayAsTeam(
  db: Kysely<Database>,
  { isPractice, ...saying }: TeamSaying & { isPractice: boolean },
): Promise<number> {
  const { clientId, eventId, presenterId, text, at: saidAt } = saying;
  return makeOnce(db, "chat.say", saying, async (tx) => {
    if ((await readSettings(tx, saying)).mode === "off") fail("chat.off");
    await ensureChats(tx, [saying]);
    const { id } = await tx
      .insertInto("chatLines")
      .values({ clientId, eventId, presenterId, text, saidAt, isShown: !isPractice, isPractice })
      .returning("id")
      .executeTakeFirstOrThrow();
    await tellLines(tx, await listByIds(tx, [clientId], [id]), false);
    if (!isPractice) await countInEvents(tx, [{ clientId, eventId, counts: { chatMessages: 1 } }]);
    return id;
  });
}

/** Says a line in the team's own chat; answers its id. */
export async function sayToTeam(
  db: Kysely<Database>,
  { role, ...saying }: TeamSaying & { role: PresenterRole },
): Promise<number> {
  const { clientId, eventId, presenterId, text, at: saidAt } = saying;
  return makeOnce(db, "chat.sayToTeam", saying, async (tx) => {
    const { id } = await tx
      .insertInto("teamChatLines")
      .values({ clientId, eventId, presenterId, role, text, saidAt })
      .returning("id")
      .executeTakeFirstOrThrow();
    const room = { clientId, eventId };
    const [line] = await listTeamLines(tx, room, { after: id - 1, limit: 1 });
    if (line) await tell(tx, [{ room, to: "team", kind: "chat.toTeam", body: { line } }]);
    return id;
  });
}
