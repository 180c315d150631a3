import Type from "typebox";

const worded = {
  questioncode: Type.Integer({ description: "The same in surveys of every language" }),
  question: Type.String(),
  surveyanswer: Type.Optional(
    Type.Array(
      Type.Object({ answercode: Type.String({ description: "choice1, choice2 ..." }), answer: Type.String() }),
      { description: "Left out of texts" },
    ),
  ),
};

export const SurveyLibrary = Type.Object({
  surveyquestions: Type.Array(
    Type.Object({
      ...worded,
      questiontype: Type.String({ description: "SINGLE_OPTION, MULTI_OPTION or SINGLE_TEXT" }),
      variations: Type.Array(
        Type.Object({ ...worded, languagecode: Type.String({ description: "Of the events that ask in these words" }) }),
        { description: "In other languages" },
      ),
    }),
  ),
});
