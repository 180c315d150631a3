import Type, { type TSchema } from "typebox";
import { id } from "../../../http/web/schema-parts.ts";

const line = (maxLength: number) => Type.String({ minLength: 1, maxLength });
const text = (maxLength: number) => Type.String({ maxLength });
const list = <Item extends TSchema>(item: Item, maxItems = 100) => Type.Array(item, { maxItems });

export const title = line(250);
export const html = text(900_000);
const slug = Type.String({
  pattern: "^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$",
  description: "Stands in the hub's address: small letters, digits, hyphens",
});
const language = Type.String({ pattern: "^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$", description: "BCP 47; en by default" });
const webAddress = Type.String({ pattern: "^https?://[^\\s\\u0000]+$", maxLength: 2000 });

const strict = { additionalProperties: false };

export const NewHub = Type.Object(
  {
    title,
    kind: Type.Optional(
      Type.Union([Type.Literal("hub"), Type.Literal("experience")], {
        description: "Engagement Hub (default) or Target Experience",
      }),
    ),
    abstract: Type.Optional(line(4000)),
    slug: Type.Optional(slug),
    languageCode: Type.Optional(language),
  },
  strict,
);

export const HubChange = Type.Object(
  { title: Type.Optional(title), abstract: Type.Optional(line(4000)), slug: Type.Optional(slug) },
  { ...strict, minProperties: 1 },
);

const SortName = Type.Object(
  { id: Type.Optional(id("Of one there is; it may get another name")), name: line(100) },
  strict,
);

export const Categories = Type.Object({ categories: list(SortName) }, strict);
export const Filters = Type.Object(
  { groups: list(Type.Object({ name: line(100), filters: list(SortName) }, strict), 20) },
  strict,
);

const classification = {
  tags: Type.Optional(list(line(100))),
  funnelStages: Type.Optional(list(line(100))),
  categoryIds: Type.Optional(list(id())),
  filterIds: Type.Optional(list(id())),
};

const mediaKinds = Type.Union(["video", "podcast", "pdf", "image"].map((kind) => Type.Literal(kind)));

export const NewContent = Type.Object(
  {
    contentId: Type.Optional(id("A webinar, or content that another hub has")),
    media: Type.Optional(Type.Object({ mediaId: id(), kind: mediaKinds }, strict)),
    url: Type.Optional(webAddress),
    text: Type.Optional(html),
    derivativeId: Type.Optional(id()),
    title: Type.Optional(title),
    abstract: Type.Optional(line(4000)),
    languageCode: Type.Optional(language),
    ...classification,
  },
  { ...strict, description: "Exactly one of contentId, media, url, text and derivativeId" },
);

export const ContentChange = Type.Object(
  {
    title: Type.Optional(title),
    abstract: Type.Optional(line(4000)),
    text: Type.Optional(html),
    ...classification,
  },
  { ...strict, minProperties: 1 },
);

export const Order = Type.Object({ contentIds: list(id(), 10_000) }, strict);

const instant = Type.String({ format: "date-time" });
const Named = Type.Object({ id: Type.Integer(), name: Type.String() });

export const HubAnswer = Type.Object({
  id: Type.Integer(),
  kind: Type.String(),
  title: Type.String(),
  abstract: Type.Optional(Type.String()),
  slug: Type.String(),
  languageCode: Type.String(),
  url: Type.String(),
  isActive: Type.Boolean(),
  createdAt: instant,
  modifiedAt: instant,
});

export const HubDetail = Type.Object({
  ...HubAnswer.properties,
  categories: Type.Array(Named),
  filterGroups: Type.Array(Type.Object({ name: Type.String(), filters: Type.Array(Named) })),
});

export const ContentAnswer = Type.Object({
  contentId: Type.Integer(),
  title: Type.String(),
  abstract: Type.Optional(Type.String()),
  contentType: Type.String(),
  url: Type.String(),
  publishedAt: Type.Optional(instant),
  thumbnail: Type.Optional(Type.String()),
  tags: Type.Array(Type.String()),
  funnelStages: Type.Array(Type.String()),
  categoryIds: Type.Array(Type.Integer()),
  filterIds: Type.Array(Type.Integer()),
  mediaId: Type.Optional(Type.Integer()),
  webAddress: Type.Optional(Type.String()),
  derivativeId: Type.Optional(Type.Integer()),
  text: Type.Optional(Type.String()),
});

export const Comment = Type.Object({
  id: Type.Integer(),
  visitorId: Type.String({ description: "Random, of the visitor's browser" }),
  text: Type.String(),
  happenedAt: instant,
});
