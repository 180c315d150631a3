import Type from "typebox";
import { next, pageQuery } from "../../../http/web/paging.ts";
import { id } from "../../../http/web/schema-parts.ts";

export const MediaQuery = Type.Object(pageQuery({ usual: 100, most: 500 }));

export const Medium = Type.Object({
  mediaId: Type.Integer(),
  kind: Type.Union([Type.Literal("video"), Type.Literal("document")]),
  title: Type.String(),
  externalId: Type.Optional(Type.String({ description: "The uploader's own id" })),
  fileName: Type.String(),
  mediaType: Type.String(),
  byteSize: Type.Integer(),
  state: Type.String({ description: "received, processing, ready or failed" }),
  reason: Type.Optional(Type.String({ description: "Why it failed" })),
  createdAt: Type.String({ format: "date-time" }),
  fileUrl: Type.String({ description: "The upload itself" }),
  streamUrl: Type.Optional(Type.String({ description: "HLS, of videos that are ready" })),
  posterUrl: Type.Optional(Type.String({ description: "A picture of it" })),
  durationSeconds: Type.Optional(Type.Number()),
  width: Type.Optional(Type.Integer({ description: "Pixels" })),
  height: Type.Optional(Type.Integer({ description: "Pixels" })),
  pageCount: Type.Optional(Type.Integer()),
});

export const MediaList = Type.Object({ media: Type.Array(Medium), next });

export const VideoList = Type.Object({ videos: Type.Array(Medium) });

export const ChosenVideos = Type.Object(
  { mediaIds: Type.Array(id(), { maxItems: 100, uniqueItems: true, description: "In the order of playing" }) },
  { additionalProperties: false },
);
