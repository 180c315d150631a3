import Type from "typebox";
import { id } from "../../../http/web/schema-parts.ts";
import { html, title } from "../hubs/schema.ts";
import { textKinds } from "./kinds.ts";

const strict = { additionalProperties: false };
const names = Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { maxItems: 100 }));
const userName = Type.Optional(
  Type.String({ minLength: 1, maxLength: 200, description: "The staff user it is made for" }),
);

export const NewDerivatives = Type.Object(
  {
    kinds: Type.Array(Type.Union(textKinds.map((kind) => Type.Literal(kind))), { minItems: 1, maxItems: 4 }),
    userName,
  },
  strict,
);

export const NewNurturePage = Type.Object(
  {
    title,
    derivativeIds: Type.Array(id(), { minItems: 1, maxItems: 20 }),
    tags: names,
    funnelStages: names,
    userName,
  },
  strict,
);

export const DerivativeChange = Type.Object(
  { title: Type.Optional(title), text: Type.Optional(html), tags: names, funnelStages: names },
  { ...strict, minProperties: 1 },
);

export const HubChoice = Type.Object({ hubId: id() }, strict);

const instant = Type.String({ format: "date-time" });

export const DerivativeAnswer = Type.Object({
  id: Type.Integer(),
  kind: Type.String(),
  sourceEventId: Type.Integer(),
  title: Type.String(),
  state: Type.String({ description: "received, processing, ready or failed" }),
  reason: Type.Optional(Type.String({ description: "Why it failed" })),
  tags: Type.Array(Type.String()),
  funnelStages: Type.Array(Type.String()),
  contentId: Type.Optional(Type.Integer({ description: "Once it has been published" })),
  createdBy: Type.Optional(Type.String()),
  createdAt: instant,
  modifiedAt: instant,
  text: Type.Optional(Type.String({ description: "HTML; when one is asked for" })),
});
