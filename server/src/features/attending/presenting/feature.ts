import type { Feature } from "../../../feature.ts";
import { controlSocket, peopleSocket, stageSocket } from "./socket.ts";

export const presenting = {
  name: "presenting",
  socket: [controlSocket, stageSocket, peopleSocket],
} satisfies Feature;
