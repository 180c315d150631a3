import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { Feature, ForgottenPerson } from "../../../feature.ts";
import { peopleTable } from "../attendance/forget-attendance.ts";
import { dropOldMessagesJob } from "./jobs.ts";
import { roomRoutes } from "./routes.ts";
import { roomSocket } from "./socket.ts";

export const room = {
  name: "room",
  socket: [roomSocket],
  web: [roomRoutes],
  jobs: [dropOldMessagesJob],
  forget: {
    async people(tx: Db, people: readonly ForgottenPerson[]): Promise<void> {
      await sql`
        delete from room_messages m using ${peopleTable(people)}
        where m.client_id = p.client_id and m.registrant_id = p.registrant_id`.execute(tx);
    },
  },
} satisfies Feature;
