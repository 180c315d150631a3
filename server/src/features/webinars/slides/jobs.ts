import { processClaimed, requeueDropped } from "../../../jobs/claimed-work.ts";
import type { JobDefinition } from "../../../jobs/jobs.ts";
import { slideChanges } from "./changes.ts";
import { processSlides } from "./process-slides.ts";
import { findDeck } from "./queries.ts";

/** Queued with the key `slides:{deckId}` in the transaction that adds the deck. */
export const processSlidesJob: JobDefinition = {
  name: "process-slides",
  isLong: true,
  async run(context, payload) {
    const { clientId, deckId } = payload as { clientId: number; deckId: number };
    const deck = await findDeck(context.db, clientId, deckId);
    if (!deck) return;
    const { eventId } = deck;
    await processClaimed(
      context,
      { table: "slide_decks", clientId, id: deckId },
      {
        process: (claim) => processSlides(context, deck, claim),
        onFailed: (tx) =>
          slideChanges.record(tx, "slides.failed", {
            clientId,
            eventId,
            subjectId: deckId,
            actor: "job:process-slides",
          }),
      },
    );
  },
};

/** Every minute: begins anew what died with its worker. */
export const requeueSlidesJob: JobDefinition = {
  name: "requeue-slides",
  cron: "* * * * *",
  isMissable: true,
  run: ({ db }) => requeueDropped(db, "slide_decks", { name: processSlidesJob.name, key: "slides:", idName: "deckId" }),
};
