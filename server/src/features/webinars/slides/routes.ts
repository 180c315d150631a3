import type { Kysely } from "kysely";
import Type from "typebox";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import { problems, type WebApp } from "../../../http/web/dialect.ts";
import { findEvent } from "../events/queries.ts";
import { deleteSlides } from "./delete-slides.ts";
import { listDecks, listEventSlides } from "./queries.ts";
import { DeckList, DeckParams, EventParams } from "./schema.ts";

const described = { tags: ["Operator"], security: [{ operatorKey: [] }] };

interface SlideRouteDeps {
  readonly db: Kysely<Database>;
  readonly publicUrl: string;
}

/** The operator's API for slides. */
export function slideRoutes(web: WebApp, { db, publicUrl }: SlideRouteDeps): void {
  web.get("/clients/:clientId/events/:eventId/slides", {
    schema: {
      ...described,
      operationId: "listSlides",
      summary: "List the slides of an event",
      params: EventParams,
      response: { 200: DeckList, ...problems },
    },
    handler: async ({ params: { clientId, eventId } }) => {
      if (!(await findEvent(db, clientId, eventId))) fail("event.unknown", { eventId });
      const decks = await listDecks(db, clientId, eventId);
      const shown = await listEventSlides(db, clientId, eventId);
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

  web.delete("/clients/:clientId/events/:eventId/slides/:deckId", {
    schema: {
      ...described,
      operationId: "deleteSlides",
      summary: "Take a deck of slides out of an event",
      params: DeckParams,
      response: { 204: Type.Null(), ...problems },
    },
    handler: async ({ params }, reply) => {
      await deleteSlides(db, { ...params, actor: "operator" });
      return reply.status(204).send(null);
    },
  });
}
