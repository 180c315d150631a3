import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import type { Web } from "../../../http/web/operation.ts";
import { deleteSlides } from "./delete-slides.ts";
import { listDecks, listEventSlides } from "./queries.ts";
import { DeckList } from "./schema.ts";

interface SlideRouteDeps {
  readonly db: Kysely<Database>;
  readonly publicUrl: string;
}

/** The slides of an event. */
export function slideRoutes(web: Web, { db, publicUrl }: SlideRouteDeps): void {
  web.operation("listSlides", {
    route: "GET /clients/{clientId}/events/{eventId}/slides",
    right: "events.read",
    group: "Media",
    summary: "List the slides of an event",
    answer: DeckList,
    handle: async ({ client, event }) => {
      const decks = await listDecks(db, client.id, event.id);
      const shown = await listEventSlides(db, client.id, event.id);
      const pagesOf = (deckId: number) => shown.find((deck) => deck.deckId === deckId)?.pages ?? [];
      return {
        decks: decks.map(({ id, fileName, fileKey, state, reason, createdAt }) => ({
          deckId: id,
          fileName,
          state,
          ...(reason !== null && { reason }),
          createdAt: createdAt.toISOString(),
          fileUrl: `${publicUrl}/files/${fileKey}`,
          pages: pagesOf(id).map(({ page, imagePath, text }) => ({ page, imageUrl: publicUrl + imagePath, text })),
        })),
      };
    },
  });

  web.operation("deleteSlides", {
    route: "DELETE /clients/{clientId}/events/{eventId}/slides/{deckId}",
    right: "events.manage",
    group: "Media",
    summary: "Take a deck of slides out of an event",
    handle: ({ actor, client, event, params: { deckId } }) =>
      deleteSlides(db, { clientId: client.id, eventId: event.id, deckId, actor }),
  });
}
