import { fail } from "../../../errors.ts";
import type { V2 } from "../../../http/v2/dialect.ts";
import { findEvent } from "../events/queries.ts";
import { addSlides, type SlidesDeps } from "./add-slides.ts";
import { listDecks } from "./queries.ts";
import { SlideList, UploadedSlides, UploadSlidesForm } from "./v2-schema.ts";

/** None is published. */
const MAX_BYTES = 200 * 1024 * 1024;

const messages: Readonly<Record<string, string>> = {
  received: "RECEIVED",
  processing: "PROCESSING",
  ready: "SUCCESS",
  failed: "FAILED",
};

export function slideOperations(v2: V2, deps: SlidesDeps): void {
  v2.eventOperation("EventManagement.UploadSlides", {
    form: UploadSlidesForm,
    upload: { field: "file", maxBytes: MAX_BYTES },
    answer: UploadedSlides,
    handle: async ({ token, client, event, file }) => {
      if (!file) fail("file.missing", { field: "file" });
      await addSlides(deps, { clientId: client.id, eventId: event.id, staged: file, actor: `token:${token.id}` });
      return { message: "RECEIVED" as const, mediafile: file.name };
    },
  });

  v2.eventOperation("EventManagement.SlideListing", {
    answer: SlideList,
    handle: async ({ client, event }) => {
      const decks = await listDecks(deps.db, client.id, event.id);
      if (decks.length === 0) fail("slides.none");
      const found = await findEvent(deps.db, client.id, event.id);
      if (!found) fail("event.unknown", { eventId: event.id });
      return {
        eventid: event.id,
        eventtitle: found.title,
        slides: decks.map(({ id, state, fileName, reason }) => ({
          mediaurlid: id,
          message: messages[state] ?? state,
          mediafile: fileName,
          ...(reason !== null && { reason }),
        })),
      };
    },
  });
}
