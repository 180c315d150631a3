import Type from "typebox";
import { next, pageQuery } from "../../../http/web/paging.ts";

export const LineQuery = Type.Object(pageQuery({ usual: 500, most: 1000 }));

const saidAt = Type.String({ format: "date-time" });

const Line = Type.Object({
  lineId: Type.Integer(),
  eventUserId: Type.Optional(Type.Integer({ description: "Of lines by the audience" })),
  presenterId: Type.Optional(Type.Integer({ description: "Of lines by the team" })),
  name: Type.String(),
  text: Type.String(),
  saidAt,
  isShown: Type.Boolean({ description: "Whether the audience sees it, or saw it until it was deleted" }),
  isPractice: Type.Boolean({ description: "Whether the team said it before the webinar was live" }),
  deletedAt: Type.Optional(Type.String({ format: "date-time" })),
  deletedBy: Type.Optional(Type.Integer({ description: "The presenter who deleted it" })),
  questionId: Type.Optional(Type.Integer({ description: "The question that the team made of it" })),
});
export const LineList = Type.Object({ lines: Type.Array(Line), next });

const TeamLine = Type.Object({
  lineId: Type.Integer(),
  presenterId: Type.Integer(),
  name: Type.String(),
  role: Type.String({ description: "producer, presenter or moderator, at that time" }),
  text: Type.String(),
  saidAt,
});
export const TeamLineList = Type.Object({ lines: Type.Array(TeamLine), next });
