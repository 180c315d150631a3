import type pg from "pg";
import {
  type IRateLimiterOptions,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
} from "rate-limiter-flexible";

/** Counts by key in windows that begin with their first count. */
export interface Count {
  /** Adds one; the seconds to wait when that is one too many. */
  add(key: string): Promise<number | undefined>;
  /** The seconds to wait when one more would be too many. */
  look(key: string): Promise<number | undefined>;
}

/** Of these a process remembers the newest: 20,000 of a rule are 10 MB. */
const MOST_KEYS = 20_000;

interface CountOptions {
  readonly most: number;
  readonly seconds: number;
  /** Where processes count together; each counts by itself when undefined. */
  readonly pool: pg.Pool | undefined;
  /** The database did not take a count: this process has counted by itself. */
  onUnshared(error: unknown): void;
}

/**
 * What the database refuses, a process then refuses from memory until the window ends, so that a flood does not reach the
 * database. Where that is away, each process counts by itself: visitors are worth more than an exact count.
 */
export function createCount({ most, seconds, pool, onUnshared }: CountOptions): Count {
  const options = { points: most, duration: seconds, keyPrefix: "" };
  const own = boundedMemory(options);
  const shared =
    pool &&
    new RateLimiterPostgres({
      ...{ ...options, storeClient: pool, storeType: "pool", tableName: "visit_counts", tableCreated: true },
      ...{ inMemoryBlockOnConsumed: most, clearExpiredByTimeout: false },
    });

  const ask = async <T>(question: (limiter: RateLimiterMemory | RateLimiterPostgres) => Promise<T>): Promise<T> => {
    if (!shared) return question(own);
    try {
      return await question(shared);
    } catch (thrown) {
      if (thrown instanceof RateLimiterRes) throw thrown;
      onUnshared(thrown);
      return question(own);
    }
  };
  return {
    async add(key) {
      try {
        await ask((limiter) => limiter.consume(key));
        return undefined;
      } catch (thrown) {
        if (thrown instanceof RateLimiterRes) return waitOf(thrown);
        throw thrown;
      }
    },
    async look(key) {
      const found = await ask((limiter) => limiter.get(key));
      return found && found.consumedPoints >= most ? waitOf(found) : undefined;
    },
  };
}

/** Visitors who change their address with every visit must not fill the memory: the oldest keys are forgotten for new ones. */
function boundedMemory(options: IRateLimiterOptions): RateLimiterMemory {
  const keys = new Set<string>();
  return new (class extends RateLimiterMemory {
    override consume(key: string): Promise<RateLimiterRes> {
      keys.add(key);
      const [oldest] = keys.size > MOST_KEYS ? keys : [];
      if (oldest !== undefined) {
        keys.delete(oldest);
        void this.delete(oldest);
      }
      return super.consume(key);
    }
  })(options);
}

const waitOf = ({ msBeforeNext }: RateLimiterRes) => Math.max(1, Math.ceil(msBeforeNext / 1000));
