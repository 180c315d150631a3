import Type from "typebox";
import { id, strict } from "./parts.ts";

export const certificatesSaid = {
  /** Asks for what was earned so far; answered with the credits, whether they are all there are, the number and the address of its page. */
  "certificates.claim": Type.Object({ certificationId: id() }, strict),
} as const;
