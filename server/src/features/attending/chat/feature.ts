import type { Feature } from "../../../feature.ts";
import { chatChanges } from "./changes.ts";
import { forgetChat } from "./forget-chat.ts";
import { chatRoutes } from "./routes.ts";
import { copySettings } from "./settings.ts";
import { chatSocket } from "./socket.ts";

/** The chat of a webinar's audience, and the one of its team. */
export const chat = {
  name: "chat",
  socket: [chatSocket],
  web: [chatRoutes],
  eventPart: { onCopy: copySettings },
  forget: { people: forgetChat },
  changes: chatChanges.kinds,
} satisfies Feature;
