import Type from "typebox";
import { id, strict } from "./parts.ts";

export const resourcesSaid = {
  /** Somebody opens a link or downloads a file of related content. */
  "resources.open": Type.Object({ resourceId: id() }, strict),
} as const;
