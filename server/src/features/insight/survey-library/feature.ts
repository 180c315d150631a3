import type { Feature } from "../../../feature.ts";
import { surveyLibrary as endpoints } from "./v2.ts";

/** The questions that a client's surveys are made of. */
export const surveyLibrary = { name: "survey-library", v2: [endpoints] } satisfies Feature;
