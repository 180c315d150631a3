import type { Feature } from "../../../feature.ts";
import { presentingChanges } from "./changes.ts";
import { copyMarks } from "./mark-queries.ts";
import { markRoutes } from "./routes.ts";
import { controlSocket, peopleSocket, stageSocket } from "./socket.ts";

export const presenting = {
  name: "presenting",
  socket: [controlSocket, stageSocket, peopleSocket],
  web: [markRoutes],
  eventPart: { onCopy: copyMarks },
  changes: presentingChanges.kinds,
} satisfies Feature;
