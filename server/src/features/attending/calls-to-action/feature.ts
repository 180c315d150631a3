import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { Feature, ForgottenPerson } from "../../../feature.ts";
import { peopleTable } from "../attendance/forget-attendance.ts";
import { callToActionChanges } from "./changes.ts";
import { callsToActionRoutes } from "./routes.ts";
import { callsToActionSocket } from "./socket.ts";

export const callsToAction = {
  name: "calls-to-action",
  socket: [callsToActionSocket],
  web: [callsToActionRoutes],
  changes: callToActionChanges.kinds,
  forget: {
    async people(tx: Db, people: readonly ForgottenPerson[]): Promise<void> {
      await sql`
        update conversions c set message = null from ${peopleTable(people)}
        where c.client_id = p.client_id and c.registrant_id = p.registrant_id`.execute(tx);
    },
  },
} satisfies Feature;
