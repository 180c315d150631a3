import Type from "typebox";

const id = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });

export const EmailParams = Type.Object({ clientId: id, eventId: id, emailId: id });

export const PreviewQuery = Type.Object({
  registrantId: Type.Optional({ ...id, description: "Whom the e-mail goes to; a made-up person when left out" }),
});

export const RenderedEmail = Type.Object({
  subject: Type.String(),
  html: Type.String({ description: "A whole document, safe to show in a sandboxed frame" }),
  text: Type.String({ description: "The same for readers without HTML" }),
});
