import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import { problems, type WebApp } from "../../../http/web/dialect.ts";
import { findClient } from "../../base/accounts/queries.ts";
import { findEvent } from "../events/queries.ts";
import { presentMedia } from "./present.ts";
import { findMedia, listChosenVideos, listMedia } from "./queries.ts";
import {
  ChosenVideos,
  ClientParams,
  EventParams,
  MediaList,
  MediaParams,
  MediaQuery,
  Medium,
  VideoList,
} from "./schema.ts";
import { setEventVideos } from "./set-event-videos.ts";

const described = { tags: ["Operator"], security: [{ operatorKey: [] }] };

interface MediaDeps {
  readonly db: Kysely<Database>;
  readonly publicUrl: string;
}

/** The operator's API for what was uploaded, and for the videos of events. */
export function mediaRoutes(web: WebApp, { db, publicUrl }: MediaDeps): void {
  web.get("/clients/:clientId/media", {
    schema: {
      ...described,
      operationId: "listMedia",
      summary: "List uploaded videos and documents",
      description: "Newest first.",
      params: ClientParams,
      querystring: MediaQuery,
      response: { 200: MediaList, ...problems },
    },
    handler: async ({ params: { clientId }, query: { limit, before } }) => {
      if (!(await findClient(db, clientId))) fail("client.unknown", { clientId });
      // One more tells whether there is a next page.
      const found = await listMedia(db, clientId, { before, limit: limit + 1 });
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return {
        media: page.map((media) => presentMedia(media, publicUrl)),
        ...(found.length > limit && last && { next: last.id }),
      };
    },
  });

  web.get("/clients/:clientId/media/:mediaId", {
    schema: {
      ...described,
      operationId: "getMedia",
      summary: "Tell what became of an upload",
      params: MediaParams,
      response: { 200: Medium, ...problems },
    },
    handler: async ({ params: { clientId, mediaId } }) => {
      const media = await findMedia(db, clientId, mediaId);
      return presentMedia(media ?? fail("media.unknown", { mediaId }), publicUrl);
    },
  });

  const path = "/clients/:clientId/events/:eventId/videos";
  const listVideos = async (clientId: number, eventId: number) => {
    const videos = await listChosenVideos(db, clientId, eventId);
    return { videos: videos.map((media) => presentMedia(media, publicUrl)) };
  };

  web.get(path, {
    schema: {
      ...described,
      operationId: "listEventVideos",
      summary: "List the videos of an event's player",
      params: EventParams,
      response: { 200: VideoList, ...problems },
    },
    handler: async ({ params: { clientId, eventId } }) => {
      if (!(await findEvent(db, clientId, eventId))) fail("event.unknown", { eventId });
      return listVideos(clientId, eventId);
    },
  });

  web.put(path, {
    schema: {
      ...described,
      operationId: "setEventVideos",
      summary: "Choose the videos of an event's player",
      params: EventParams,
      body: ChosenVideos,
      response: { 200: VideoList, ...problems },
    },
    handler: async ({ params: { clientId, eventId }, body: { mediaIds } }) => {
      await setEventVideos(db, { clientId, eventId, actor: "operator" }, mediaIds);
      return listVideos(clientId, eventId);
    },
  });
}
