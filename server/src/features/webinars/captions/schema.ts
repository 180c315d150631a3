import Type from "typebox";

const id = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });

export const EventParams = Type.Object({ clientId: id, eventId: id });

export const CaptionParams = Type.Object({
  clientId: id,
  eventId: id,
  language: Type.String({ maxLength: 100, description: "BCP 47: en, pt-BR, zh-Hant" }),
});

const label = Type.String({ minLength: 1, maxLength: 100, pattern: "^[^\\u0000]*$" });

export const LabelQuery = Type.Object({ label: Type.Optional(label) });

export const NewCaption = Type.Object(
  { label: Type.Optional(label), vtt: Type.String({ description: "The WebVTT text, 5 MB at most" }) },
  { additionalProperties: false },
);

export const Caption = Type.Object({
  language: Type.String(),
  label: Type.String({ description: "As players list it; the language's own name unless given" }),
  url: Type.String({ description: "Where players read the text" }),
  createdAt: Type.String({ format: "date-time" }),
});
