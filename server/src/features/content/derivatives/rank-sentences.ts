import type { Sentence } from "./sentences.ts";

/** A sentence as numbers: weight by word, of length one. */
type Vector = ReadonlyMap<string, number>;

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
  const neighbours = connect(vectors);
  let ranks = sentences.map(() => 1);
  const strengths = neighbours.map((edges) => [...edges.values()].reduce((sum, weight) => sum + weight, 0));
  for (let round = 0; round < ROUNDS; round++) {
    const next = sentences.map(() => 1 - DAMPING);
    for (const [from, edges] of neighbours.entries())
      for (const [to, weight] of edges)
        next[to] = (next[to] ?? 0) + (DAMPING * (ranks[from] ?? 0) * weight) / (strengths[from] || 1);
    ranks = next;
  }
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
  const holders = new Map<string, number>();
  for (const { words } of sentences) for (const word of new Set(words)) holders.set(word, (holders.get(word) ?? 0) + 1);
  return sentences.map(({ words }) => {
    const counts = new Map<string, number>();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    const weights = [...counts].map(([word, count]): [string, number] => {
      const rarity = Math.log(1 + sentences.length / (holders.get(word) ?? 1));
      return [word, (1 + Math.log(count)) * rarity];
    });
    const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
    return new Map(weights.map(([word, weight]) => [word, weight / length]));
  });
}

/** Likeness of every two sentences that share a word, found by word: most share none. */
function connect(vectors: readonly Vector[]): Map<number, number>[] {
  const edges = vectors.map(() => new Map<number, number>());
  const byWord = new Map<string, { index: number; weight: number }[]>();
  for (const [index, vector] of vectors.entries())
    for (const [word, weight] of vector) {
      const others = byWord.get(word) ?? [];
      for (const other of others) {
        const shared = weight * other.weight;
        add(edges[index], other.index, shared);
        add(edges[other.index], index, shared);
      }
      others.push({ index, weight });
      byWord.set(word, others);
    }
  return edges;
}

function add(edges: Map<number, number> | undefined, to: number, weight: number): void {
  edges?.set(to, (edges.get(to) ?? 0) + weight);
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
  const left = new Set(candidates);
  while (picked.length < count && left.size > 0) {
    let best = -1;
    let bestValue = Number.NEGATIVE_INFINITY;
    for (const candidate of left) {
      const repeated = picked.reduce((most, one) => Math.max(most, ranking.likeness(one, candidate)), 0);
      const value = (ranking.scores[candidate] ?? 0) - NOVELTY * repeated;
      if (value > bestValue) [best, bestValue] = [candidate, value];
    }
    left.delete(best);
    picked.push(best);
  }
  return picked.sort((a, b) => a - b);
}
