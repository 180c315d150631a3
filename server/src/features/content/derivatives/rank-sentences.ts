import type { Sentence } from "./sentences.ts";

/** A sentence as numbers: weight by word, of length one. Words are numbers too. */
type Vector = ReadonlyMap<number, number>;

export interface Ranking {
  /** By sentence: how much of the whole it stands for, 0 to 1. */
  readonly scores: readonly number[];
  /** How alike two sentences are, 0 to 1. */
  likeness(one: number, other: number): number;
}

const DAMPING = 0.85;
const ROUNDS = 30;
/** What a title and an abstract name is what the talk is about. */
const TOPIC_SHARE = 0.25;

/** TextRank over TF-IDF: a sentence counts that shares its rare words with many others which count. */
export function rankSentences(sentences: readonly Sentence[], topic: ReadonlySet<string>): Ranking {
  const vectors = weigh(sentences);
  const ranks = rank(vectors);
  const most = ranks.reduce((a, b) => Math.max(a, b), 1e-9);
  const scores = sentences.map((sentence, index) => {
    const onTopic = sentence.words.filter((word) => topic.has(word)).length / Math.max(3, sentence.words.length);
    const rank = (1 - TOPIC_SHARE) * ((ranks[index] ?? 0) / most) + TOPIC_SHARE * Math.min(1, onTopic * 2);
    return rank * fitness(sentence) * placement(index, sentences.length);
  });
  return { scores, likeness: (one, other) => cosine(vectors[one], vectors[other]) };
}

/** How well a sentence stands alone: neither a scrap nor a monologue, and no question. */
function fitness({ text, length, words }: Sentence): number {
  const size = length < 6 ? 0.2 : length < 9 ? 0.7 : length > 40 ? 0.6 : 1;
  const substance = words.length < 3 ? 0.3 : 1;
  return size * substance * (/[?？؟]\s*$/.test(text) ? 0.4 : 1);
}

/** Talks begin with greetings and end with farewells. */
function placement(index: number, total: number): number {
  return total >= 20 && (index < total * 0.06 || index >= total * 0.97) ? 0.5 : 1;
}

function weigh(sentences: readonly Sentence[]): Vector[] {
  const numbers = new Map<string, number>();
  const holders: number[] = [];
  const counted = sentences.map(({ words }) => {
    const counts = new Map<number, number>();
    for (const word of words) {
      const number = numbers.get(word) ?? numbers.size;
      numbers.set(word, number);
      counts.set(number, (counts.get(number) ?? 0) + 1);
    }
    for (const number of counts.keys()) holders[number] = (holders[number] ?? 0) + 1;
    return counts;
  });
  return counted.map((counts) => {
    const weights = [...counts].map(([word, count]): [number, number] => {
      const rarity = Math.log(1 + sentences.length / (holders[word] ?? 1));
      return [word, (1 + Math.log(count)) * rarity];
    });
    const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
    return new Map(weights.map(([word, weight]) => [word, weight / length]));
  });
}

/** Below it is what rounding leaves of nothing. */
const LEAST_STRENGTH = 1e-9;

/**
 * Each sentence gives its rank to the others as far as they are like it. Not pair by pair, of which there are as many as the
 * square of the sentences: what all give together is summed up by word, and each takes its words' share.
 */
function rank(vectors: readonly Vector[]): number[] {
  const words = 1 + vectors.reduce((most, vector) => Math.max(most, ...vector.keys()), 0);
  const takeFromOthers = (given: readonly number[]) => {
    const sums = new Float64Array(words);
    for (const [at, vector] of vectors.entries())
      for (const [word, weight] of vector) sums[word] = (sums[word] ?? 0) + weight * (given[at] ?? 0);
    return vectors.map((vector, at) => {
      let taken = 0;
      for (const [word, weight] of vector) taken += weight * ((sums[word] ?? 0) - weight * (given[at] ?? 0));
      return taken;
    });
  };
  const strengths = takeFromOthers(vectors.map(() => 1));
  let ranks = vectors.map(() => 1);
  for (let round = 0; round < ROUNDS; round++) {
    const given = ranks.map((own, at) => {
      const strength = strengths[at] ?? 0;
      return strength > LEAST_STRENGTH ? own / strength : 0;
    });
    ranks = takeFromOthers(given).map((taken) => 1 - DAMPING + DAMPING * taken);
  }
  return ranks;
}

function cosine(one: Vector | undefined, other: Vector | undefined): number {
  let sum = 0;
  for (const [word, weight] of one ?? []) sum += weight * (other?.get(word) ?? 0);
  return sum;
}

/** Maximal marginal relevance: how much a repetition costs against a good score. */
const NOVELTY = 0.6;

/** The best sentences among these that do not repeat each other, in the order they were said. */
export function pickSentences(ranking: Ranking, candidates: readonly number[], count: number): number[] {
  const picked: number[] = [];
  /** How much each of those that are left repeats what is picked. */
  const repeated = new Map(candidates.map((candidate) => [candidate, 0]));
  while (picked.length < count && repeated.size > 0) {
    let best = -1;
    let bestValue = Number.NEGATIVE_INFINITY;
    for (const [candidate, most] of repeated) {
      const value = (ranking.scores[candidate] ?? 0) - NOVELTY * most;
      if (value > bestValue) [best, bestValue] = [candidate, value];
    }
    repeated.delete(best);
    picked.push(best);
    for (const [candidate, most] of repeated)
      repeated.set(candidate, Math.max(most, ranking.likeness(best, candidate)));
  }
  return picked.sort((a, b) => a - b);
}
