import Type from "typebox";
import { id, strict } from "./parts.ts";

export const testsSaid = {
  /** Answers a whole test at once; answered with whether it is passed. */
  "tests.submit": Type.Object(
    {
      testId: id(),
      /** The version that was shown. */
      version: Type.Integer(),
      /** For each question the places of the answers that were chosen, from 0. */
      answers: Type.Array(Type.Array(Type.Integer({ minimum: 0, maximum: 99 }), { maxItems: 100, uniqueItems: true }), {
        maxItems: 100,
      }),
    },
    strict,
  ),
} as const;
