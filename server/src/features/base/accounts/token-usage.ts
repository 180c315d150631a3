import type { Db } from "../../../db/database.ts";
import { recordTokenUses } from "./queries.ts";

const WRITE_EVERY_MS = 60_000;

export interface TokenUsage {
  record(token: { clientId: number; id: number }): void;
  /** Writes what is not written yet and stops. */
  close(): Promise<void>;
}

/** Remembers when tokens were last used and writes it once a minute, so that a call costs no write of its own. */
export function createTokenUsage(db: Db, onError: (error: unknown) => void): TokenUsage {
  let uses = new Map<number, { clientId: number; id: number; at: Date }>();

  async function write(): Promise<void> {
    if (uses.size === 0) return;
    const written = uses;
    uses = new Map();
    try {
      await recordTokenUses(db, [...written.values()]);
    } catch (error) {
      uses = new Map([...written, ...uses]);
      throw error;
    }
  }

  const timer = setInterval(() => void write().catch(onError), WRITE_EVERY_MS);
  timer.unref();
  return {
    record({ clientId, id }) {
      const use = uses.get(id);
      if (use) use.at.setTime(Date.now());
      else uses.set(id, { clientId, id, at: new Date() });
    },
    async close() {
      clearInterval(timer);
      await write().catch(onError);
    },
  };
}
