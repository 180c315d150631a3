import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { Web } from "../../../http/web/operation.ts";
import { cutPage, readCursor } from "../../../http/web/paging.ts";
import { presentMedia } from "./present.ts";
import { findMedia, listChosenVideos, listMedia } from "./queries.ts";
import { ChosenVideos, MediaList, MediaQuery, Medium, VideoList } from "./schema.ts";
import { setEventVideos } from "./set-event-videos.ts";

interface MediaDeps {
  readonly db: Kysely<Database>;
  readonly publicUrl: string;
}

/** What was uploaded, and the videos of events. */
export function mediaRoutes(web: Web, { db, publicUrl }: MediaDeps): void {
  const listVideos = async (clientId: number, eventId: number) => {
    const videos = await listChosenVideos(db, clientId, eventId);
    return { videos: videos.map((media) => presentMedia(media, publicUrl)) };
  };

  web.operation("listMedia", {
    route: "GET /clients/{clientId}/media",
    right: "media.read",
    group: "Media",
    summary: "List uploaded videos and documents",
    description: "Newest first.",
    query: MediaQuery,
    answer: MediaList,
    handle: async ({ client, query: { limit, cursor } }) => {
      const found = await listMedia(db, client.id, { before: readCursor(cursor), limit: limit + 1 });
      const { page, ...next } = cutPage(found, limit, ({ id }) => id);
      return { media: page.map((media) => presentMedia(media, publicUrl)), ...next };
    },
  });

  web.operation("getMedia", {
    route: "GET /clients/{clientId}/media/{mediaId}",
    right: "media.read",
    group: "Media",
    summary: "Tell what became of an upload",
    answer: Medium,
    handle: async ({ client, params: { mediaId } }) => {
      const media = await findMedia(db, client.id, mediaId);
      return presentMedia(media ?? fail("media.unknown", { mediaId }), publicUrl);
    },
  });

  web.operation("listEventVideos", {
    route: "GET /clients/{clientId}/events/{eventId}/videos",
    right: "events.read",
    group: "Media",
    summary: "List the videos of an event's player",
    answer: VideoList,
    handle: ({ client, event }) => listVideos(client.id, event.id),
  });

  web.operation("setEventVideos", {
    route: "PUT /clients/{clientId}/events/{eventId}/videos",
    right: "events.manage",
    group: "Media",
    summary: "Choose the videos of an event's player",
    body: ChosenVideos,
    answer: VideoList,
    handle: async ({ actor, client, event, body: { mediaIds } }) => {
      await setEventVideos(db, { clientId: client.id, eventId: event.id, actor }, mediaIds);
      return listVideos(client.id, event.id);
    },
  });
}
