const [LEAST_MS, MOST_MS] = [500, 30_000];

/** How long to wait before the next attempt: longer each time, and each page for another while, so that not all come at once. */
export function waitBefore(attempt: number, random: () => number = Math.random): number {
  return Math.round(random() * Math.min(MOST_MS, LEAST_MS * 2 ** attempt));
}
