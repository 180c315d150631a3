import type { Survey } from "@lectern/wire/surveys";
import type { Part } from "../../../lib/room/room-store.ts";

export interface SurveyState {
  /** Absent while nothing is asked. */
  readonly survey: Survey | undefined;
  readonly isSubmitted: boolean;
}

export const surveyPart: Part<SurveyState> = {
  name: "surveys",
  begin: ({ state, mine }) => ({
    survey: state.surveys as Survey | undefined,
    isSubmitted: mine.surveys !== undefined,
  }),
  on: {
    "surveys.survey": (state, survey) => ({ ...state, survey }),
  },
};
