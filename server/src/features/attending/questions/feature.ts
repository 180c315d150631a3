import type { Feature } from "../../../feature.ts";
import { questionChanges } from "./changes.ts";
import { forgetQuestions } from "./forget-questions.ts";
import { questionRoutes } from "./routes.ts";
import { copySettings } from "./settings.ts";
import { questionsSocket } from "./socket.ts";

/** Questions of the audience, and the team's answers. */
export const questions = {
  name: "questions",
  socket: [questionsSocket],
  web: [questionRoutes],
  eventPart: { onCopy: copySettings },
  forget: { people: forgetQuestions },
  changes: questionChanges.kinds,
} satisfies Feature;
