import Type from "typebox";
import { id, strict } from "./parts.ts";

export const certificatesSaid = {
  /** Asks for what was earned so far; answered with the credits, and whether they are all there are. */
  "certificates.claim": Type.Object({ certificationId: id() }, strict),
} as const;
