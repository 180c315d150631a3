import type { Survey } from "@lectern/wire/surveys";
import { useId } from "react";
import { useSay } from "../../../lib/texts/texts.ts";
import { Choices } from "../../../ui/choices.tsx";

export interface Answer {
  codes?: string[];
  text?: string;
}

export function isAnswered(answer: Answer | undefined): boolean {
  return (answer?.codes?.length ?? 0) > 0 || (answer?.text?.trim() ?? "") !== "";
}

interface SurveyQuestionProps {
  readonly question: Survey["questions"][number];
  readonly answer: Answer | undefined;
  /** Whether it has to be answered, and was not. */
  readonly isMissing: boolean;
  onAnswer(answer: Answer): void;
}

export function SurveyQuestion({ question, answer, isMissing, onAnswer }: SurveyQuestionProps) {
  const say = useSay();
  const id = useId();
  const { type, options, isRequired } = question;
  return (
    <div className={`survey-question ${isMissing ? "missing" : ""}`}>
      <p className="survey-asks" id={id}>
        <strong dir="auto">{question.question}</strong>
        {isRequired && <span className="quiet small"> ({say("required")})</span>}
      </p>
      {type === "singletext" ? (
        <textarea
          aria-labelledby={id}
          aria-invalid={isMissing}
          dir="auto"
          maxLength={4000}
          value={answer?.text ?? ""}
          onChange={(event) => onAnswer({ text: event.target.value })}
        />
      ) : (
        <Choices
          {...{ legend: question.question, options, chosen: answer?.codes ?? [] }}
          isMany={type === "multioption"}
          onChoose={(codes) => onAnswer({ codes: [...codes] })}
        />
      )}
    </div>
  );
}
