import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { Feature, ForgottenPerson } from "../../../feature.ts";
import { peopleTable } from "../attendance/forget-attendance.ts";
import { ideaChanges } from "./changes.ts";
import { ideasRoutes } from "./routes.ts";
import { ideasSocket } from "./socket.ts";
import { copyTopics } from "./topics.ts";

export const ideas = {
  name: "ideas",
  socket: [ideasSocket],
  web: [ideasRoutes],
  eventPart: { onCopy: copyTopics },
  changes: ideaChanges.kinds,
  forget: {
    async people(tx: Db, people: readonly ForgottenPerson[]): Promise<void> {
      await sql`
        update ideas i set text = null from ${peopleTable(people)}
        where i.client_id = p.client_id and i.registrant_id = p.registrant_id`.execute(tx);
    },
  },
} satisfies Feature;
