import Type from "typebox";
import { registrantFields } from "../../admission/registration/form/fields.ts";

const PageField = Type.Object(
  {
    field: Type.Enum(registrantFields.map(({ name }) => name)),
    caption: Type.String({
      maxLength: 2000,
      description: "What stands beside it; the text of a consent, which may hold links and emphasis as HTML",
    }),
    type: Type.Enum(["textbox", "textarea", "listbox", "multiselect", "checkbox", "hidden", "consent"]),
    validation: Type.Optional(Type.Enum(["none", "email", "phone", "number"])),
    isRequired: Type.Boolean(),
    options: Type.Optional(
      Type.Union(
        [Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { maxItems: 1000, uniqueItems: true }), Type.Null()],
        {
          description: "Of lists; an empty list for the country stands for every country",
        },
      ),
    ),
  },
  { additionalProperties: false },
);

// A text of no characters is none: without a least length, null would be read as one.
const settings = {
  banner: Type.Optional(
    Type.Union([Type.String({ pattern: "^(https://[^\\s\"'<>]+|/files/[\\w-]+)$", maxLength: 2000 }), Type.Null()], {
      description: "A picture above the title: an https address, or /files/{key} of an uploaded file",
    }),
  ),
  bannerText: Type.Optional(
    Type.Union([Type.String({ minLength: 1, maxLength: 500 }), Type.Null()], { description: "What the picture shows" }),
  ),
  intro: Type.Optional(
    Type.Union([Type.String({ minLength: 1, maxLength: 10_000 }), Type.Null()], {
      description: "Above the form; text or HTML",
    }),
  ),
  embedOrigins: Type.Optional(
    Type.Array(Type.String({ pattern: "^https?://[A-Za-z0-9.-]+(:\\d{1,5})?$", maxLength: 300 }), {
      maxItems: 100,
      uniqueItems: true,
      description: "Sites that may show the form in a frame, such as https://www.example.com",
    }),
  ),
};

export const PageSettings = Type.Object(
  { fields: Type.Optional(Type.Array(PageField, { minItems: 1, maxItems: 60 })), ...settings },
  { additionalProperties: false },
);

export const ShownSettings = Type.Object({ fields: Type.Array(PageField), ...settings });
