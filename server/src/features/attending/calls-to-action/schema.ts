import Type from "typebox";
import { next, pageQuery } from "../../../http/web/paging.ts";
import { purposes } from "../../webinars/console/widget-content.ts";

export const ConversionsQuery = Type.Object(pageQuery({ usual: 100, most: 500 }));

export const ConversionList = Type.Object({
  conversions: Type.Array(
    Type.Object({
      conversionId: Type.Integer(),
      eventUserId: Type.Integer(),
      widgetId: Type.Integer(),
      widgetName: Type.String({ description: "As it was called then" }),
      purpose: Type.Unsafe<string>({ type: "string", enum: [...purposes] }),
      address: Type.Optional(
        Type.String({ description: "The web address that was followed, or the mail address asked" }),
      ),
      message: Type.Optional(Type.String({ description: "As they wrote it" })),
      convertedAt: Type.String({ format: "date-time" }),
    }),
    { description: "Newest first" },
  ),
  next,
});
