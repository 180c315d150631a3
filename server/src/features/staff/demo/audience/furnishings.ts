import type { NewQuestion } from "../../../attending/surveys/schema.ts";
import type { NewWidget } from "../../../webinars/console/add-widget.ts";

// What is in the demo's ended webinar: one of everything that people can do something with.

export const polls = [
  { text: "How familiar are you with webinars?", answers: ["Very familiar", "Somewhat familiar", "Unfamiliar"] },
  { text: "Which of these do you use today?", answers: ["Webinars", "Podcasts", "Newsletters", "None of them"] },
  { text: "What would help you most?", answers: ["Templates", "Training", "Integrations"] },
] as const;

export const surveyQuestions: readonly NewQuestion[] = [
  {
    type: "singleoption",
    question: "How valuable was this webinar?",
    isRequired: true,
    answers: ["Very", "Somewhat", "Not at all"],
  },
  { type: "multioption", question: "What should come next?", answers: ["A workshop", "A case study", "Prices"] },
  { type: "singletext", question: "What did we forget?" },
];

export const resources = [
  ["Five keys to webcasting", "https://example.com/five-keys"],
  ["Checklist for presenters", "https://example.com/checklist"],
  ["Glossary", "https://example.com/glossary"],
  ["Small print", "https://example.com/small-print"],
] as const;

export const speakers = [
  {
    name: "Pat Park",
    title: "Product Manager",
    company: "Lectern",
    email: "pat@lectern.example",
    description: "Builds it.",
  },
  {
    name: "Mina Meyer",
    title: "Head of Events",
    company: "Globex",
    email: "mina@globex.example",
    description: "Uses it.",
  },
] as const;

export const team = [
  { firstName: "Dana", lastName: "Demo", email: "dana@lectern.example", role: "producer" },
  { firstName: "Pat", lastName: "Park", email: "pat@lectern.example", role: "presenter" },
  { firstName: "Mo", lastName: "Moore", email: "mo@lectern.example", role: "moderator" },
] as const;

const callToAction = (purpose: string, label: string): NewWidget => ({
  kind: "call-to-action",
  name: label,
  content: { label, purpose, url: `https://example.com/${purpose}` },
});

export const widgets: readonly NewWidget[] = [
  callToAction("link", "Read the guide"),
  callToAction("meeting", "Book a meeting"),
  callToAction("demo", "Book a demo"),
  callToAction("free-trial", "Try it for free"),
  callToAction("pricing", "See the prices"),
  callToAction("drift", "Chat with sales"),
  callToAction("calendly", "Find a time"),
  {
    ...{ kind: "call-to-action", name: "Contact us" },
    content: { label: "Contact us", contactEmail: "sales@lectern.example" },
  },
  { kind: "poll" },
  { kind: "group-chat" },
  { kind: "share-this" },
  { kind: "twitter" },
  { kind: "share-idea" },
  {
    kind: "test",
    content: {
      ...{ title: "What you know now", passPercent: 100 },
      questions: [
        quizOf("Who may watch a webinar?", "Whoever is registered", "Nobody"),
        quizOf("When is it over?", "At the end", "At the beginning"),
      ],
    },
  },
  {
    kind: "certification",
    content: {
      ...{ title: "Webinar expert", minimumMinutes: 45, minimumPollResponses: 2, credits: 2, message: "Well done!" },
      partialCredits: [{ name: "Attended", minimumMinutes: 20, credits: 1, message: "You were there." }],
    },
  },
];

function quizOf(question: string, right: string, wrong: string) {
  const answers = [
    { answer: right, isCorrect: true },
    { answer: wrong, isCorrect: false },
  ];
  return { question, answers };
}

export const topic = "What makes a webinar worth the time?";
