import type { Feature } from "../../../feature.ts";
import { engagementReports } from "./v2.ts";

/** What an audience did with the things of a console, thing by thing. */
export const engagement = { name: "engagement", v2: [engagementReports] } satisfies Feature;
