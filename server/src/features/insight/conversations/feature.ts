import type { Feature } from "../../../feature.ts";
import { groupChats } from "./v2-group-chat.ts";
import { teamChats } from "./v2-team-chat.ts";
import { userQuestions } from "./v2-user-questions.ts";

/** What was said in rooms, by whom. */
export const conversations = { name: "conversations", v2: [groupChats, teamChats, userQuestions] } satisfies Feature;
