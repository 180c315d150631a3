import Type from "typebox";
import { MAX_NAME } from "./limits.ts";
import { type Area, areas, kindNames, type WidgetKind } from "./widgets.ts";

const strict = { additionalProperties: false };
const area = Type.Unsafe<Area>({ type: "string", enum: areas, description: "Where a wide console shows it" });

const settings = {
  name: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: MAX_NAME,
      pattern: "^\\s*[^\\s\\u0000][^\\u0000]*$",
      description: "What integrations find it by; the kind's name unless given",
    }),
  ),
  position: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: Number.MAX_SAFE_INTEGER,
      description: "Place in the console, from 1; the last unless given",
    }),
  ),
  area: Type.Optional(area),
  isOpen: Type.Optional(Type.Boolean({ description: "Whether it is open when people come in" })),
  content: Type.Optional(
    Type.Object({}, { additionalProperties: true, description: "By kind; replaces the whole content" }),
  ),
};

const kind = Type.Unsafe<WidgetKind>({ type: "string", enum: kindNames });

export const NewWidget = Type.Object({ kind, ...settings }, strict);
export const WidgetChanges = Type.Object(settings, { ...strict, minProperties: 1 });

const optionalText = Type.Optional(Type.String());

const Resource = Type.Object({
  id: Type.Integer(),
  name: Type.String(),
  address: Type.String({ description: "As given, or /files/{key} for files" }),
  fileName: optionalText,
  mediaType: optionalText,
  byteSize: Type.Optional(Type.Integer()),
});

const Speaker = Type.Object({
  id: Type.Integer(),
  name: Type.String(),
  title: optionalText,
  company: optionalText,
  email: Type.String(),
  twitter: optionalText,
  linkedin: optionalText,
  website: optionalText,
  facebook: optionalText,
  description: optionalText,
  picture: Type.Optional(Type.String({ description: "/files/{key}" })),
});

const Question = Type.Object({
  id: Type.Integer(),
  type: Type.String({ description: "singleoption, multioption or singletext" }),
  isRequired: Type.Boolean(),
  question: Type.String(),
  answers: Type.Array(Type.String()),
});

export const Widget = Type.Object({
  id: Type.Integer(),
  kind,
  name: Type.String(),
  area,
  isOpen: Type.Boolean(),
  content: Type.Object({}, { additionalProperties: true }),
  resources: Type.Array(Resource),
  speakers: Type.Array(Speaker),
  questions: Type.Array(Question),
});

export const Console = Type.Object({ widgets: Type.Array(Widget, { description: "In their order" }) });
