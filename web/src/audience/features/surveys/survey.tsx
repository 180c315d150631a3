import type { Survey as AskedSurvey } from "@lectern/wire/surveys";
import { type FormEvent, useEffect, useState } from "react";
import { useMention, usePart, useRoom } from "../../../lib/room/use-room.tsx";
import { useSend } from "../../../lib/room/use-send.ts";
import { useSay } from "../../../lib/texts/texts.ts";
import { useDraft } from "../../../lib/use-draft.ts";
import { Empty } from "../../../ui/empty.tsx";
import { Scroll } from "../../../ui/scroll.tsx";
import { WrittenText } from "../../../ui/written-text.tsx";
import type { Widget } from "../layout/widgets-part.ts";
import { surveyPart } from "./survey-part.ts";
import { type Answer, isAnswered, SurveyQuestion } from "./survey-question.tsx";

export function Survey({ widget }: { readonly widget: Widget }) {
  const say = useSay();
  const mention = useMention();
  const { survey, isSubmitted } = usePart(surveyPart);
  useEffect(() => mention("surveys.open", {}), [mention]);
  const { thanks } = widget.content as { readonly thanks?: string };
  return (
    <Scroll className="stack">
      {isSubmitted && <div role="status">{thanks ? <WrittenText html={thanks} /> : <p>{say("survey.thanks")}</p>}</div>}
      {!isSubmitted && survey && <SurveyForm survey={survey} />}
      {!isSubmitted && !survey && <Empty>{say("resources.none")}</Empty>}
    </Scroll>
  );
}

function SurveyForm({ survey }: { readonly survey: AskedSurvey }) {
  const say = useSay();
  const { store } = useRoom();
  const { send, isSending, fault } = useSend();
  const { answers, give, clear } = useAnswers();
  const [isTried, setTried] = useState(false);
  const given = survey.questions.filter(({ questionId }) => isAnswered(answers.get(questionId)));
  const missing = survey.questions.filter((question) => question.isRequired && !given.includes(question));
  const submit = async () => {
    const body = given.map(({ questionId }) => ({ questionId, ...answers.get(questionId) }));
    if (!(await send("surveys.submit", { answers: body }))) return;
    store.change(surveyPart, (state) => ({ ...state, isSubmitted: true }));
    clear();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing.length === 0 && given.length > 0 && !isSending) void submit();
  };
  return (
    <form className="stack" onSubmit={onSubmit} noValidate>
      {survey.questions.map((question) => (
        <SurveyQuestion
          key={question.questionId}
          question={question}
          answer={answers.get(question.questionId)}
          isMissing={isTried && missing.includes(question)}
          onAnswer={(answer) => give(question.questionId, answer)}
        />
      ))}
      <button type="submit" className="button" aria-disabled={given.length === 0 || isSending}>
        {say("survey.submit")}
      </button>
      <p className="fault" role="status">
        {fault ?? (isTried && missing.length > 0 && say("survey.missing"))}
      </p>
    </form>
  );
}

/** What was chosen and typed so far, by question: a draft like any other. */
function useAnswers() {
  const { text, change } = useDraft("survey");
  const answers: ReadonlyMap<number, Answer> = new Map(text === "" ? [] : (JSON.parse(text) as [number, Answer][]));
  return {
    answers,
    give: (questionId: number, answer: Answer) => change(JSON.stringify([...new Map(answers).set(questionId, answer)])),
    clear: () => change(""),
  };
}
