import type { ContentOf } from "../../webinars/console/widgets.ts";

/** What somebody has done in a webinar, as far as certificates ask for it. */
export interface Achievements {
  readonly minutes: number;
  readonly polls: number;
  readonly hasPassedTest: boolean;
  readonly hasAnsweredSurvey: boolean;
}

export interface EarnedCredit {
  /** Absent for the full credit. */
  readonly partialCredit?: string;
  readonly credits?: number | undefined;
}

type Certification = ContentOf<"certification">;
type Conditions = Pick<
  Certification,
  "minimumMinutes" | "minimumPollResponses" | "isTestRequired" | "isSurveyRequired"
>;

/** The best credit whose conditions are all met: the full one, else the first partial one; undefined for none. */
export function earnedCredit(certification: Certification, done: Achievements): EarnedCredit | undefined {
  const { credits, partialCredits = [] } = certification;
  if (meets(certification, done)) return { credits };
  const partial = partialCredits.find((conditions) => meets(conditions, done));
  return partial && { partialCredit: partial.name, credits: partial.credits };
}

function meets(conditions: Conditions, { minutes, polls, hasPassedTest, hasAnsweredSurvey }: Achievements): boolean {
  const { minimumMinutes, minimumPollResponses = 0, isTestRequired = false, isSurveyRequired = false } = conditions;
  return (
    minutes >= minimumMinutes &&
    polls >= minimumPollResponses &&
    (hasPassedTest || !isTestRequired) &&
    (hasAnsweredSurvey || !isSurveyRequired)
  );
}
