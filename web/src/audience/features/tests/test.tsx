import { type FormEvent, useState } from "react";
import { usePart, useRoom } from "../../../lib/room/use-room.tsx";
import { useSend } from "../../../lib/room/use-send.ts";
import { useSay } from "../../../lib/texts/texts.ts";
import { Choices } from "../../../ui/choices.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { Scroll } from "../../../ui/scroll.tsx";
import type { Widget } from "../layout/widgets-part.ts";
import { type AskedTest, type Taken, testsPart, withTaken } from "./tests-part.ts";

export function Test({ widget }: { readonly widget: Widget }) {
  const say = useSay();
  const { tests, taken } = usePart(testsPart);
  const test = tests.find(({ testId }) => testId === widget.id);
  const standing = taken.find(({ testId }) => testId === widget.id);
  const [isAgain, setAgain] = useState(false);
  if (!test) return <Empty>{say("resources.none")}</Empty>;
  const isLeft = test.maxAttempts === undefined || (standing?.attempts ?? 0) < test.maxAttempts;
  const isAsking = !standing || (isAgain && !standing.isPassed && isLeft);
  return (
    <Scroll className="stack">
      <h3 dir="auto">{test.title}</h3>
      {isAsking ? (
        <TestForm test={test} attempts={standing?.attempts ?? 0} onDone={() => setAgain(false)} />
      ) : (
        <Standing {...{ standing, isLeft }} onAgain={() => setAgain(true)} />
      )}
    </Scroll>
  );
}

interface StandingProps {
  readonly standing: Taken;
  readonly isLeft: boolean;
  onAgain(): void;
}

function Standing({ standing, isLeft, onAgain }: StandingProps) {
  const say = useSay();
  const { isPassed, correct, needed } = standing;
  return (
    <>
      <p className={`notice ${isPassed ? "good" : "warn"}`} role="status">
        {isPassed ? say("tests.passed") : say("tests.failed", { correct, needed })}
      </p>
      {!isPassed && !isLeft && <p>{say("tests.noneLeft")}</p>}
      {!isPassed && isLeft && (
        <button type="button" className="button" onClick={onAgain}>
          {say("tests.again")}
        </button>
      )}
    </>
  );
}

interface TestFormProps {
  readonly test: AskedTest;
  readonly attempts: number;
  onDone(): void;
}

function TestForm({ test, attempts, onDone }: TestFormProps) {
  const { testId, version, introduction, questions } = test;
  const say = useSay();
  const { store } = useRoom();
  const { send, isSending, fault } = useSend();
  const [chosen, setChosen] = useState<ReadonlyMap<number, readonly string[]>>(new Map());
  const submit = async () => {
    const answers = questions.map((_, index) => (chosen.get(index) ?? []).map(Number));
    const done = await send("tests.submit", { testId, version, answers });
    if (!done) return;
    const result = done as unknown as Pick<Taken, "isPassed" | "correct" | "needed">;
    store.change(testsPart, (state) => withTaken(state, { testId, attempts: attempts + 1, ...result }));
    onDone();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isSending) void submit();
  };
  return (
    <form className="stack" onSubmit={onSubmit}>
      {introduction && (
        <p className="prose" dir="auto">
          {introduction}
        </p>
      )}
      {questions.map(({ question, answers }, index) => (
        <div key={question} className="survey-question">
          <p className="survey-asks">
            <strong dir="auto">{question}</strong>
          </p>
          <Choices
            legend={question}
            options={answers.map((answer, place) => ({ code: String(place), answer }))}
            chosen={chosen.get(index) ?? []}
            isMany
            onChoose={(codes) => setChosen(new Map(chosen).set(index, codes))}
          />
        </div>
      ))}
      <button type="submit" className="button" aria-disabled={isSending}>
        {say("tests.submit")}
      </button>
      <p className="fault" role="status">
        {fault}
      </p>
    </form>
  );
}
