import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import { ROOM_CHANNEL } from "../../../db/listen.ts";
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
      // What processes keep for those who come back goes, too; a payload has 8,000 bytes at most.
      await sql`
        select pg_notify(${ROOM_CHANNEL}, json_build_object('room', event_id, 'forget', json_agg(id))::text) from (
          select r.event_id, r.id, row_number() over (partition by r.event_id order by r.id) / 200 as part
          from registrants r join ${peopleTable(people)} on r.client_id = p.client_id and r.id = p.registrant_id
        ) forgotten group by event_id, part`.execute(tx);
    },
  },
} satisfies Feature;
