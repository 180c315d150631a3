import Type from "typebox";

export const UploadSlidesForm = Type.Object({
  file: Type.Unsafe<string>({ type: "string", format: "binary", description: "A .ppt, .pptx or .pdf, 200 MB at most" }),
});

export const UploadedSlides = Type.Object({
  message: Type.Literal("RECEIVED"),
  mediafile: Type.String(),
});

export const SlideList = Type.Object({
  eventid: Type.Integer(),
  eventtitle: Type.String(),
  slides: Type.Array(
    Type.Object({
      mediaurlid: Type.Integer(),
      message: Type.String({ description: "RECEIVED, PROCESSING, SUCCESS or FAILED" }),
      mediafile: Type.String({ description: "Name of the uploaded file" }),
      reason: Type.Optional(Type.String({ description: "Why it failed; Lectern's own" })),
    }),
  ),
});
