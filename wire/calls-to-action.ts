import Type from "typebox";
import { id, strict, typed } from "./parts.ts";

const CallToAction = { callToActionId: id() };

export const callsToActionSaid = {
  "calls-to-action.click": Type.Object(CallToAction, strict),
  /** What a form, or another company's page in a frame, was filled in for. */
  "calls-to-action.request": Type.Object({ ...CallToAction, message: Type.Optional(typed(4000)) }, strict),
  /** Shows it to everybody now. */
  "calls-to-action.push": Type.Object(CallToAction, strict),
  "calls-to-action.withdraw": Type.Object(CallToAction, strict),
} as const;

export const callsToActionTold = {
  "calls-to-action.shown": Type.Object({
    ...CallToAction,
    isShown: Type.Boolean(),
    name: Type.String(),
    /** As in the console. */
    content: Type.Object({}, { additionalProperties: true }),
  }),
} as const;
