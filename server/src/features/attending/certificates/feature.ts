import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { Feature, ForgottenPerson } from "../../../feature.ts";
import { peopleTable } from "../attendance/forget-attendance.ts";
import { certificateChanges } from "./changes.ts";
import { certificatePages } from "./pages.ts";
import { certificateRoutes } from "./routes.ts";
import { certificatesSocket } from "./socket.ts";

export const certificates = {
  name: "certificates",
  web: [certificateRoutes],
  pages: [certificatePages],
  socket: [certificatesSocket],
  changes: certificateChanges.kinds,
  forget: {
    async people(tx: Db, people: readonly ForgottenPerson[]): Promise<void> {
      await sql`
        update certificates c set holder = null from ${peopleTable(people)}
        where c.client_id = p.client_id and c.registrant_id = p.registrant_id`.execute(tx);
    },
  },
} satisfies Feature;
