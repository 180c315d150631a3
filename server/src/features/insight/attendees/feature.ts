import type { Feature } from "../../../feature.ts";
import { attendeeLists } from "./v2.ts";

/** Who attended, and all that they did. */
export const attendees = { name: "attendees", v2: [attendeeLists] } satisfies Feature;
