// What a webinar of the simulator has in it: one of everything that people can do something with.

export const polls = [
  ["How familiar are you with virtual events?", "Very familiar", "Somewhat familiar", "Unfamiliar"],
  ["Which of these do you use today?", "Webinars", "Podcasts", "Newsletters", "None of them"],
  ["What would help you most?", "Templates", "Training", "Integrations"],
] as const;

export const surveyQuestions = [
  {
    type: "singleoption",
    question: "How valuable was this webinar?",
    isRequired: true,
    answers: ["Very", "Somewhat", "Not at all"],
  },
  { type: "multioption", question: "What should come next?", answers: ["A workshop", "A case study", "A price list"] },
  { type: "singletext", question: "What did we forget?" },
] as const;

const url = "https://example.com";
const callToAction = (purpose: string, label: string) =>
  ({ kind: "call-to-action", name: label, content: { label, purpose, url: `${url}/${purpose}` } }) as const;

export const widgets = [
  callToAction("link", "Read the guide"),
  callToAction("demo", "Book a demo"),
  callToAction("meeting", "Book a meeting"),
  callToAction("free-trial", "Try it for free"),
  callToAction("pricing", "See the prices"),
  callToAction("drift", "Chat with sales"),
  { kind: "call-to-action", name: "Contact us", content: { label: "Contact us", contactEmail: "sales@example.com" } },
  { kind: "share-this" },
  {
    kind: "test",
    content: {
      ...{ title: "What you know now", passPercent: 50 },
      questions: [
        question("Who may watch a webinar?", "Whoever is registered", "Nobody"),
        question("When is it over?", "At the end", "At the beginning"),
      ],
    },
  },
  {
    kind: "certification",
    content: {
      ...{ title: "Webinar expert", minimumMinutes: 0, minimumPollResponses: 1, isTestRequired: true, credits: 2 },
      partialCredits: [{ name: "Attended", minimumMinutes: 0, credits: 1 }],
    },
  },
] as const;

function question(text: string, right: string, wrong: string) {
  const answers = [
    { answer: right, isCorrect: true },
    { answer: wrong, isCorrect: false },
  ];
  return { question: text, answers };
}
