import Type from "typebox";
import { id, oneOf, strict, typed } from "./parts.ts";

/** Where somebody tells others of an event; "link" copies its address. */
export const networks = ["twitter", "facebook", "linkedin", "xing", "whatsapp", "email", "link"] as const;
export type Network = (typeof networks)[number];

export const widgetsSaid = {
  /** Somebody opens a widget: what is open from the start is not opened by anybody. */
  "widgets.open": Type.Object({ widgetId: id() }, strict),
  /** Somebody tells others, by a widget that offers it. */
  "widgets.share": Type.Object({ widgetId: id(), network: oneOf(networks), text: Type.Optional(typed(1000)) }, strict),
} as const;
