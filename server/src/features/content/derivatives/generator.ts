import type { Cue } from "../../../lib/webvtt.ts";
import { ConversionError } from "../../../media-tools/conversion-error.ts";
import type { TextKind } from "./kinds.ts";

/** What was said, and in which language. */
export interface Transcript {
  /** BCP 47. */
  readonly languageCode: string;
  /** In order; never empty. */
  readonly cues: readonly Cue[];
}

export interface DescribedEvent {
  readonly title: string;
  readonly abstract: string | null;
}

export interface GeneratedText {
  readonly title: string;
  /** Whoever keeps it sanitises it: a generator may be a stranger. */
  readonly html: string;
}

/** Makes a text of what was said in a webinar. Throws GenerationError with a reason for people. */
export interface TextGenerator {
  generate(kind: TextKind, transcript: Transcript, event: DescribedEvent): Promise<GeneratedText>;
}

/** A text that cannot be made, and why, for people; trying again would not help. */
export class GenerationError extends ConversionError {}
