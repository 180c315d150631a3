import { beforeEach, expect, test } from "vitest";
import { oddText as odd, withConsole } from "../../../../test/console-fixture.ts";

const fixture = await withConsole();
beforeEach(() => fixture.renew());

const survey = {
  surveyquestions: [
    {
      questiontype: "multioption",
      required: "Y",
      question: "What industry are you in?",
      surveyanswers: ["Technology", odd, "Food & Beverage"],
    },
    { questiontype: "singleoption", required: "N", question: "A 1:1 session?", surveyanswers: ["Yes", "No"] },
    { questiontype: "singletext", required: "N", question: "Describe yourself" },
  ],
};
const coded = (...answers: string[]) => answers.map((answer, index) => ({ answercode: `choice${index + 1}`, answer }));
const json = { "content-type": "application/json" };

test.each([
  ["text in a form", { form: { metadata: JSON.stringify(survey) } }],
  ["an object in JSON", { form: JSON.stringify({ metadata: survey }), headers: json }],
  ["text in JSON", { form: JSON.stringify({ Metadata: JSON.stringify(survey) }), headers: json }],
  ["the JSON body itself", { form: JSON.stringify(survey), headers: json }],
  ["multipart", { form: { metadata: JSON.stringify(survey) }, file: { name: "", content: "" } }],
])("survey questions as %s", async (_case, options) => {
  const answer = await fixture.call("POST", "surveyquestions", options);
  const [first, second, third] = survey.surveyquestions;
  expect([answer.statusCode, answer.body]).toEqual([
    200,
    JSON.stringify({
      eventid: fixture.eventId,
      surveyquestions: [
        { ...first, surveyanswers: coded("Technology", odd, "Food & Beverage") },
        { ...second, surveyanswers: coded("Yes", "No") },
        { ...third, surveyanswers: coded("") },
      ],
    }),
  ]);
  expect((await fixture.widgetOf("survey")).questions).toEqual([
    {
      id: expect.any(Number),
      type: "multioption",
      isRequired: true,
      question: first?.question,
      answers: ["Technology", odd, "Food & Beverage"],
    },
    expect.objectContaining({ type: "singleoption", isRequired: false, answers: ["Yes", "No"] }),
    expect.objectContaining({ type: "singletext", answers: [""] }),
  ]);
});

test("further questions come behind those that are there", async () => {
  const one = (question: string) => ({ surveyquestions: [{ questiontype: "SingleText", question }] });
  for (const question of ["first", "second"])
    await fixture.call("POST", "surveyquestions", { form: { metadata: JSON.stringify(one(question)) } });
  expect((await fixture.widgetOf("survey")).questions.map(({ question }) => question)).toEqual(["first", "second"]);
});

const question = (changes: object) => ({ surveyquestions: [{ ...survey.surveyquestions[1], ...changes }] });

test.each([
  ["no metadata", {}],
  ["no JSON", "nonsense"],
  ["no questions", {}],
  ["an empty list", { surveyquestions: [] }],
  ["a question that is none", { surveyquestions: ["x"] }],
  ["an unknown type", question({ questiontype: "essay" })],
  ["no type", question({ questiontype: undefined })],
  ["no question", question({ question: " " })],
  ["another word for required", question({ required: "maybe" })],
  ["no answers", question({ surveyanswers: undefined })],
  ["an empty answer", question({ surveyanswers: ["Yes", ""] })],
  ["answers that are no texts", question({ surveyanswers: [{ answer: "Yes" }] })],
  ["answers to a text question", question({ questiontype: "singletext" })],
  ["U+0000", question({ question: "a\0b" })],
  ["a very long question", question({ question: "x".repeat(4001) })],
  ["too many answers", question({ surveyanswers: Array.from({ length: 101 }, String) })],
  ["one good question and one bad", { surveyquestions: [survey.surveyquestions[0], {}] }],
])("refuses a survey with %s", async (name, metadata) => {
  const form: Record<string, string> = name === "no metadata" ? {} : { metadata: JSON.stringify(metadata) };
  await fixture.refused("surveyquestions", { form }, 400, "Invalid metadata.");
});

test("refuses survey questions where the event has no survey", async () => {
  await fixture.removeWidgets("survey");
  const form = { metadata: JSON.stringify(survey) };
  const message = "The Take Survey widget is not available for this event.";
  await fixture.refused("surveyquestions", { form }, 404, message);
});
