import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import type { V2 } from "../../../http/v2/dialect.ts";
import { deleteCaptions } from "./set-caption.ts";
import { DeletedVttFiles } from "./v2-schema.ts";

export function captionOperations(v2: V2, { db }: { db: Kysely<Database> }): void {
  v2.eventOperation("EventManagement.DeleteVTTFiles", {
    answer: DeletedVttFiles,
    handle: async ({ token, client, event }) => {
      await deleteCaptions(db, { clientId: client.id, eventId: event.id, actor: `token:${token.id}` });
      return { message: "VTT files have been deleted." };
    },
  });
}
