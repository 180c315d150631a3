import { readerLanguage } from "@lectern/texts/reader-language";
import { type Say, speak } from "@lectern/texts/say";
import { escapeHtml } from "../../../http/pages/html.ts";
import type { DescribedEvent, GeneratedText, TextGenerator, Transcript } from "./generator.ts";
import { GenerationError } from "./generator.ts";
import { capitalised, nameParts } from "./key-phrases.ts";
import { pickSentences, type Ranking, rankSentences } from "./rank-sentences.ts";
import { readSentences, type Sentence } from "./sentences.ts";
import { stopWords } from "./stop-words.ts";
import { transcriptHtml } from "./transcript-html.ts";

/** Makes texts of the webinar's own best sentences: on this machine, always the same for the same transcript. */
export const extractiveGenerator: TextGenerator = {
  async generate(kind, transcript, event) {
    if (kind === "transcript") return { title: event.title, html: transcriptHtml(transcript.cues) };
    const talk = study(transcript, event);
    if (kind === "key-takeaways") return writeTakeaways(talk, event);
    return kind === "blog-post" ? writeBlogPost(talk, event) : writeEbook(talk, event);
  },
};

interface Talk {
  /** In the language of the talk. */
  say: Say;
  sentences: readonly Sentence[];
  ranking: Ranking;
}

function study({ cues, languageCode }: Transcript, { title, abstract }: DescribedEvent): Talk {
  const sentences = readSentences(cues, languageCode);
  if (sentences.length === 0) throw new GenerationError("Nothing is said in the captions.");
  const ignored = stopWords(languageCode);
  const words = `${title} ${abstract ?? ""}`.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const topic = new Set(words.filter((word) => !ignored.has(word)));
  const say = speak(readerLanguage({ event: languageCode }));
  return { say, sentences, ranking: rankSentences(sentences, topic) };
}

function writeTakeaways({ sentences, ranking }: Talk, { title }: DescribedEvent): GeneratedText {
  const count = Math.min(7, Math.max(5, Math.round(sentences.length / 25)));
  const picked = pickSentences(ranking, usable(sentences), count);
  return { title, html: `<ul>\n${picked.map((at) => `<li>${said(sentences[at])}</li>\n`).join("")}</ul>` };
}

function writeBlogPost(talk: Talk, { title, abstract }: DescribedEvent): GeneratedText {
  const { sentences, ranking } = talk;
  const intro = abstract ? [] : pickSentences(ranking, usable(sentences), 2);
  const parts = cut(
    usable(sentences).filter((at) => !intro.includes(at)),
    4,
  );
  const names = namesOf(talk, parts);
  const quotedIn = bestIndex(parts, (part) => part.reduce((most, at) => Math.max(most, quoteValue(talk, at)), 0));
  const sections = parts.map((part, index) => {
    const quote = index === quotedIn ? bestOf(part, (at) => quoteValue(talk, at)) : undefined;
    const picked = pickSentences(
      ranking,
      part.filter((at) => at !== quote),
      5,
    );
    return `<h2>${escapeHtml(names[index] ?? "")}</h2>\n${paragraphs(sentences, picked, 3)}${blockquote(sentences, quote)}`;
  });
  const opening = abstract ? `<p>${escapeHtml(abstract)}</p>` : paragraphs(sentences, intro, 2);
  return { title, html: [opening, ...sections].join("\n") };
}

const CHAPTER_SECONDS = 8 * 60;
/** Sentences: as many as half of a talk of five hours gives to each of its chapters. */
const MOST_OF_CHAPTER = 150;

function writeEbook(talk: Talk, { title, abstract }: DescribedEvent): GeneratedText {
  const { sentences, ranking, say } = talk;
  const all = usable(sentences);
  const spanSeconds = (sentences.at(-1)?.startSeconds ?? 0) - (sentences[0]?.startSeconds ?? 0);
  const parts = cut(all, Math.min(12, Math.max(3, Math.round(spanSeconds / CHAPTER_SECONDS))));
  const names = namesOf(talk, parts);
  const heading = (index: number) =>
    escapeHtml(say("derivatives:chapterNamed", { number: index + 1, name: names[index] ?? "" }));
  const takeaways = pickSentences(ranking, all, 5).map((at) => `<li>${said(sentences[at])}</li>\n`);
  const chapters = parts.map((part, index) => {
    const quote = part.length > 3 ? bestOf(part, (at) => quoteValue(talk, at)) : undefined;
    const picked = pickSentences(
      ranking,
      part.filter((at) => at !== quote),
      Math.min(MOST_OF_CHAPTER, Math.max(4, Math.ceil(part.length * 0.5))),
    );
    const body = `${paragraphs(sentences, picked, 4)}${blockquote(sentences, quote)}`;
    return `<section>\n<h2 id="chapter-${index + 1}">${heading(index)}</h2>\n${body}</section>`;
  });
  const contents = parts.map((_, index) => `<li><a href="#chapter-${index + 1}">${heading(index)}</a></li>\n`);
  const html = [
    `<header>\n<h1>${escapeHtml(title)}</h1>\n${abstract ? `<p>${escapeHtml(abstract)}</p>\n` : ""}</header>`,
    `<nav>\n<h2>${escapeHtml(say("derivatives:contents"))}</h2>\n<ol>\n${contents.join("")}</ol>\n</nav>`,
    `<section>\n<h2>${escapeHtml(say("derivatives:keyTakeaways"))}</h2>\n<ul>\n${takeaways.join("")}</ul>\n</section>`,
    ...chapters,
  ];
  return { title, html: html.join("\n") };
}

/** Sentences that say something; all of them when none does. */
function usable(sentences: readonly Sentence[]): number[] {
  const good = [...sentences.keys()].filter((at) => (sentences[at]?.words.length ?? 0) >= 2);
  return good.length > 0 ? good : [...sentences.keys()];
}

/** Cuts what was said into parts of about the same length, at most so many, none of them empty. */
function cut(indexes: readonly number[], count: number): number[][] {
  const parts = Math.max(1, Math.min(count, Math.floor(indexes.length / 4)));
  const size = indexes.length / parts;
  return Array.from({ length: parts }, (_, part) =>
    indexes.slice(Math.round(part * size), Math.round((part + 1) * size)),
  );
}

function namesOf({ sentences, say }: Talk, parts: readonly number[][]): string[] {
  const names = nameParts(parts.map((part) => part.flatMap((at) => sentences[at] ?? [])));
  return names.map((name, index) => name || say("derivatives:chapter", { number: index + 1 }));
}

/** A quotation is short, and says more than it weighs. */
function quoteValue({ sentences, ranking }: Talk, at: number): number {
  const length = sentences[at]?.length ?? 0;
  return length >= 8 && length <= 25 ? (ranking.scores[at] ?? 0) : 0;
}

function bestOf(candidates: readonly number[], value: (at: number) => number): number | undefined {
  const best = candidates[bestIndex(candidates, value)];
  return best !== undefined && value(best) > 0 ? best : undefined;
}

function bestIndex<T>(items: readonly T[], value: (item: T) => number): number {
  let best = 0;
  for (const [index, item] of items.entries()) if (value(item) > value(items[best] as T)) best = index;
  return best;
}

function paragraphs(sentences: readonly Sentence[], picked: readonly number[], size: number): string {
  const texts: string[] = [];
  for (let at = 0; at < picked.length; at += size)
    texts.push(
      `<p>${picked
        .slice(at, at + size)
        .map((one) => said(sentences[one]))
        .join(" ")}</p>\n`,
    );
  return texts.join("");
}

function blockquote(sentences: readonly Sentence[], at: number | undefined): string {
  return at === undefined ? "" : `<blockquote><p>${said(sentences[at])}</p></blockquote>\n`;
}

/** A sentence as it stands in a text: without the "And so, " it began with when it was spoken. */
function said(sentence: Sentence | undefined): string {
  const text = (sentence?.text ?? "").replace(
    /^(?:(?:and|so|but|okay|ok|well|now|um|uh|yeah|right),? )+(?=\p{L})/iu,
    "",
  );
  return escapeHtml(capitalised(/[\p{L}\p{N}]$/u.test(text) ? `${text}.` : text));
}
