import type { Playback } from "@lectern/wire/presenting";
import type { Db } from "../../../db/database.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";
import { startsByItself } from "../../base/lookups/event-types.ts";
import { beginsAt, type EventCourse, type Phase } from "../../webinars/events/event-phase.ts";
import { type EventVideo, listEventVideos } from "../../webinars/media/queries.ts";
import { listSlideTimes } from "./mark-queries.ts";

export const NOTHING: Playback = { videos: [], startedAt: null, slides: [] };

/**
 * What everybody's player plays in a phase: live, what began for all at the same time; on demand, what each starts for themselves,
 * with the times of its slides. Before that nobody learns its address.
 */
export async function readPlayback(db: Db, room: RoomKey, event: EventCourse, phase: Phase): Promise<Playback> {
  const isLive = phase === "live" && startsByItself(event.type);
  if (!isLive && phase !== "on-demand") return NOTHING;
  const videos = await listEventVideos(db, room.clientId, room.eventId);
  return {
    videos: videos.map(describeVideo),
    startedAt: isLive ? beginsAt(event).getTime() : null,
    slides: isLive ? [] : await listSlideTimes(db, room),
  };
}

function describeVideo({ mediaId, title, streamKey, streamEntry, posterKey, durationSeconds }: EventVideo) {
  return {
    mediaId,
    title,
    streamPath: `/files/${streamKey}/${streamEntry}`,
    posterPath: posterKey === null ? null : `/files/${posterKey}`,
    durationMs: durationSeconds === null ? null : Math.round(durationSeconds * 1000),
  };
}
