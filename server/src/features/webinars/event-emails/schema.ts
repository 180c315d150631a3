import Type from "typebox";
import { id } from "../../../http/web/schema-parts.ts";

export const PreviewQuery = Type.Object({
  registrantId: Type.Optional(id("Whom the e-mail goes to; a made-up person when left out")),
});

export const RenderedMail = Type.Object({
  subject: Type.String(),
  html: Type.String({ description: "A whole document, safe to show in a sandboxed frame" }),
  text: Type.String({ description: "The same for readers without HTML" }),
});
