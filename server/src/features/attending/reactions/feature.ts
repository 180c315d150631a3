import type { Feature } from "../../../feature.ts";
import { lowerLeftHandsJob } from "./jobs.ts";
import { reactionsSocket } from "./socket.ts";

/** Reactions of the audience, and hands that are up. Both tell who did it by their id alone, so nothing is to be forgotten. */
export const reactions = {
  name: "reactions",
  socket: [reactionsSocket],
  jobs: [lowerLeftHandsJob],
} satisfies Feature;
