import Type from "typebox";

const label = Type.String({ minLength: 1, maxLength: 100 });

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
