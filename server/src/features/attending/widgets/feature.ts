import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { Feature, ForgottenPerson } from "../../../feature.ts";
import { peopleTable } from "../attendance/forget-attendance.ts";
import { widgetsSocket } from "./socket.ts";

export const widgets = {
  name: "widgets",
  socket: [widgetsSocket],
  forget: {
    async people(tx: Db, people: readonly ForgottenPerson[]): Promise<void> {
      await sql`
        update shares s set text = null from ${peopleTable(people)}
        where s.client_id = p.client_id and s.registrant_id = p.registrant_id`.execute(tx);
    },
  },
} satisfies Feature;
