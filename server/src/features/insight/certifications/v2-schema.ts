import Type, { type Static } from "typebox";
import { text } from "../../../http/v2/schema-parts.ts";

const Credit = Type.Object({
  type: Type.String({ description: "fullcreditoption, partialcreditoption1, partialcreditoption2 ..." }),
  name: Type.String(),
  requiredViewingMinutes: Type.Integer(),
  requiredNumberOfPollsToAnswer: Type.Integer(),
  messageForPartialCreditComplete: text("To whoever has earned it, the full credit too"),
  earnedCreditForCompletion: Type.Optional(Type.Number()),
});
export type Credit = Static<typeof Credit>;

export const Certifications = Type.Object({
  eventId: Type.Integer(),
  certifications: Type.Array(
    Type.Object({
      certificationid: Type.Integer(),
      certificationname: Type.String(),
      certificationcredit: Type.Array(Credit),
    }),
  ),
});
