import type { Db } from "../../../db/database.ts";
import { listCaptions } from "../../webinars/captions/queries.ts";
import type { PageEvent } from "../../webinars/events/page-queries.ts";
import { listChosenVideos } from "../../webinars/media/queries.ts";
import { listDecks } from "../../webinars/slides/queries.ts";
import type { WorkItem } from "./present-page.ts";
import { clock } from "./video-player.ts";

export interface Work {
  decks: WorkItem[];
  videos: WorkItem[];
  captions: string[];
}

/** Everything uploaded for an event, and how far it is. */
export async function listWork(db: Db, { clientId, id }: PageEvent): Promise<Work> {
  const [decks, videos, captions] = await Promise.all([
    listDecks(db, clientId, id),
    listChosenVideos(db, clientId, id),
    listCaptions(db, clientId, id),
  ]);
  return {
    decks: decks.map(({ fileName, state, reason, pageCount }) => ({
      name: fileName,
      state,
      reason,
      size: pageCount === null ? "" : pageCount === 1 ? "1 page" : `${pageCount} pages`,
    })),
    videos: videos.map(({ title, state, reason, durationSeconds }) => ({
      name: title,
      state,
      reason,
      size: durationSeconds === null ? "" : clock(durationSeconds),
    })),
    captions: captions.map(({ label }) => label),
  };
}
