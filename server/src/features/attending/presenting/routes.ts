import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import type { Web } from "../../../http/web/operation.ts";
import { listMarks } from "./mark-queries.ts";
import { MarkList } from "./schema.ts";
import { setMarks } from "./set-marks.ts";

const path = "/clients/{clientId}/events/{eventId}/marks";

/** What comes by itself while an event's recording is played. */
export function markRoutes(web: Web, { db }: { readonly db: Kysely<Database> }): void {
  const list = async (clientId: number, eventId: number) => {
    const marks = await listMarks(db, { clientId, eventId });
    return {
      marks: marks.map(({ atMs, kind, ref, page }) =>
        kind === "slide" ? { atMs, kind, deckId: ref, page } : { atMs, kind, pollId: ref },
      ),
    };
  };

  web.operation("listMarks", {
    route: `GET ${path}`,
    right: "events.read",
    group: "Presenting",
    summary: "List the slides and polls that come at times of an event's recording",
    answer: MarkList,
    handle: ({ client, event }) => list(client.id, event.id),
  });

  web.operation("setMarks", {
    route: `PUT ${path}`,
    right: "events.manage",
    group: "Presenting",
    summary: "Say which slides and polls come at which times of an event's recording",
    description: "In place of what there was. Those that stay and have come already do not come again.",
    body: MarkList,
    answer: MarkList,
    handle: async ({ actor, client, event, body: { marks } }) => {
      await setMarks(db, { clientId: client.id, eventId: event.id, actor }, marks);
      return list(client.id, event.id);
    },
  });
}
