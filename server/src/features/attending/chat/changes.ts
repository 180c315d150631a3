import { defineChanges } from "../../base/changes/define-changes.ts";

/** What happens to the chat of an event; what is said in it is no change of anything. */
export const chatChanges = defineChanges({
  "chat.set": { of: "event", meaning: "Whether and how the audience chats was changed" },
  "chat-line.restored": {
    of: "event",
    subject: "chat line",
    meaning: "The team brought a deleted line of the chat back",
  },
  "chat-line.deleted": { of: "event", subject: "chat line", meaning: "The team deleted a line of the audience's chat" },
});
