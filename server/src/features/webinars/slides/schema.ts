import Type from "typebox";

export const DeckList = Type.Object({
  decks: Type.Array(
    Type.Object({
      deckId: Type.Integer(),
      fileName: Type.String(),
      state: Type.String({ description: "received, processing, ready or failed" }),
      reason: Type.Optional(Type.String({ description: "Why it failed" })),
      createdAt: Type.String({ format: "date-time" }),
      fileUrl: Type.String({ description: "The upload itself" }),
      pages: Type.Array(Type.Object({ page: Type.Integer(), imageUrl: Type.String(), text: Type.String() })),
    }),
  ),
});
