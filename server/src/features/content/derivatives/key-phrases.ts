import type { Sentence } from "./sentences.ts";

const MAX_WORDS = 3;

/**
 * Phrases that tell a part of the talk from the rest, best first: words that follow each other in its sentences, counted
 * there against the whole, longer ones before shorter.
 * @param parts sentences of each part.
 */
export function nameParts(parts: readonly (readonly Sentence[])[]): string[] {
  const counts = parts.map(countPhrases);
  const holders = new Map<string, number>();
  for (const part of counts) for (const phrase of part.keys()) holders.set(phrase, (holders.get(phrase) ?? 0) + 1);
  const taken = new Set<string>();
  return counts.map((part) => {
    const ranked = [...part].map(([phrase, count]): [string, number] => {
      const words = phrase.split(" ").length;
      const rarity = Math.log(1 + parts.length / (holders.get(phrase) ?? 1));
      return [phrase, (count > 1 ? count : 0.3) * rarity * words ** 0.8];
    });
    ranked.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const name = ranked.find(([phrase]) => phrase.split(" ").every((word) => !taken.has(word)))?.[0] ?? "";
    for (const word of name.split(" ")) taken.add(word);
    return capitalised(name);
  });
}

function countPhrases(sentences: readonly Sentence[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text, words } of sentences) {
    const said = text.toLowerCase();
    for (let size = 1; size <= MAX_WORDS; size++)
      for (let at = 0; at + size <= words.length; at++) {
        const phrase = words.slice(at, at + size).join(" ");
        // Words with a stop word between them are no phrase.
        if (phrase.length >= 4 && (size === 1 || said.includes(phrase)))
          counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
      }
  }
  return counts;
}

export function capitalised(text: string): string {
  const [first = "", ...rest] = text;
  return first.toUpperCase() + rest.join("");
}
