import { answerProgram } from "../lib/program.ts";
import { generateLoad } from "./generate.ts";

// The load generator as a program of its own, so that it shares no event loop with what it measures.
answerProgram(generateLoad);
