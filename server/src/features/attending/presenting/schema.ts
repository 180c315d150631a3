import Type from "typebox";
import { id } from "../../../http/web/schema-parts.ts";

const strict = { additionalProperties: false } as const;
const atMs = Type.Integer({
  minimum: 0,
  maximum: 86_400_000,
  description: "Milliseconds from the recording's beginning",
});

export const GivenMark = Type.Union([
  Type.Object(
    { atMs, kind: Type.Literal("slide"), deckId: id(), page: Type.Integer({ minimum: 1, maximum: 10_000 }) },
    strict,
  ),
  Type.Object({ atMs, kind: Type.Literal("poll"), pollId: id() }, strict),
]);

export const MarkList = Type.Object({ marks: Type.Array(GivenMark, { maxItems: 2000 }) }, strict);
