import { type Config, ConfigError } from "../config.ts";
import type { DatabaseConnection } from "../db/database.ts";

const OLDEST_POSTGRES = 16;

/** A database of the operator's own may be unreachable or too old: said by the setting's name, without its value. */
export async function requireUsableDatabase({ pool }: DatabaseConnection, config: Config): Promise<void> {
  const failed = (reason: string) => new ConfigError(`DATABASE_URL cannot be used: ${reason}`);
  try {
    const { rows } = await pool.query<{ version: string }>("select current_setting('server_version_num') as version");
    const major = Math.floor(Number(rows[0]?.version) / 10_000);
    if (major < OLDEST_POSTGRES) throw failed(`PostgreSQL ${major} is older than ${OLDEST_POSTGRES}`);
  } catch (error) {
    if (config.databaseUrl === undefined || error instanceof ConfigError) throw error;
    const { message, code } = error as { message?: string; code?: string };
    throw failed(message || code || "it does not answer");
  }
}
