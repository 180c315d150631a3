import Type from "typebox";

export const DeletedVttFiles = Type.Object({
  message: Type.String({ description: "The same when there were none" }),
});
