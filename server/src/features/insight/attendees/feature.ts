import type { Feature } from "../../../feature.ts";
import { leadOperations } from "./leads/v2-leads.ts";
import { attendeeLists } from "./v2.ts";

/** Who attended, and all that they did, webinar by webinar and address by address. */
export const attendees = { name: "attendees", v2: [attendeeLists, leadOperations] } satisfies Feature;
