import type { Feature } from "../../../feature.ts";
import { surveyChanges } from "./changes.ts";
import { forgetSurveyResponses } from "./forget-surveys.ts";
import { surveyRoutes } from "./routes.ts";
import { surveysSocket } from "./socket.ts";

export const surveys = {
  name: "surveys",
  web: [surveyRoutes],
  socket: [surveysSocket],
  forget: { people: forgetSurveyResponses },
  changes: surveyChanges.kinds,
} satisfies Feature;
