export interface Pace {
  /** So many at once ... */
  readonly burst: number;
  /** ... and then so many a minute. */
  readonly perMinute: number;
}

/** A bucket of tokens that fills as time goes by. */
export class Bucket {
  readonly #pace: Pace;
  #tokens: number;
  #at: number;

  constructor(pace: Pace, now: number) {
    this.#pace = pace;
    this.#tokens = pace.burst;
    this.#at = now;
  }

  /** Takes a token; or answers in how many milliseconds there is one. */
  take(now: number): number {
    this.#fill(now);
    if (this.#tokens >= 1) {
      this.#tokens--;
      return 0;
    }
    return Math.ceil(((1 - this.#tokens) * 60_000) / this.#pace.perMinute);
  }

  isFull(now: number): boolean {
    this.#fill(now);
    return this.#tokens >= this.#pace.burst;
  }

  #fill(now: number): void {
    const gained = (Math.max(0, now - this.#at) * this.#pace.perMinute) / 60_000;
    this.#tokens = Math.min(this.#pace.burst, this.#tokens + gained);
    this.#at = now;
  }
}

const SWEEP_MS = 60_000;

/** A bucket for each key, kept while it is not full. */
export class Buckets {
  readonly #buckets = new Map<string, Bucket>();
  #sweptAt = 0;

  take(key: string, pace: Pace, now: number): number {
    if (now - this.#sweptAt > SWEEP_MS) this.#sweep(now);
    let bucket = this.#buckets.get(key);
    if (!bucket) {
      bucket = new Bucket(pace, now);
      this.#buckets.set(key, bucket);
    }
    return bucket.take(now);
  }

  #sweep(now: number): void {
    for (const [key, bucket] of this.#buckets) if (bucket.isFull(now)) this.#buckets.delete(key);
    this.#sweptAt = now;
  }
}
