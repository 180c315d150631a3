import type { Feature } from "../../../feature.ts";
import { presenterSessions } from "./v2-presenters.ts";
import { viewingSessions } from "./v2-viewing.ts";

/** Who was in the room, visit by visit. */
export const sessions = { name: "sessions", v2: [viewingSessions, presenterSessions] } satisfies Feature;
