import type { Feature } from "../../../feature.ts";
import { pollChanges } from "./changes.ts";
import { copyPolls } from "./copy-polls.ts";
import { forgetPollAnswers } from "./forget-polls.ts";
import { pollRoutes } from "./routes.ts";
import { pollsSocket } from "./socket.ts";

export const polls = {
  name: "polls",
  web: [pollRoutes],
  socket: [pollsSocket],
  eventPart: { onCopy: copyPolls },
  forget: { people: forgetPollAnswers },
  changes: pollChanges.kinds,
} satisfies Feature;
