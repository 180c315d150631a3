import Type from "typebox";

export const UploadMediaForm = Type.Object({
  metadata: Type.Optional(
    Type.String({ description: 'JSON: {"id": "your own id", "title": "a title"}, both optional, 255 characters each' }),
  ),
});

export const UploadedMedia = Type.Object({
  message: Type.Literal("RECEIVED", { description: "Processing goes on in the background" }),
  mediafile: Type.String({ description: "Name of the uploaded file" }),
});
