import pg from "pg";

/** What was changed that processes keep in memory. */
export const CACHE_CHANNEL = "lectern_cache";
/** What happens in webinars' rooms. */
export const ROOM_CHANNEL = "lectern_room";

export async function notify(pool: Pick<pg.Pool, "query">, channel: string, payload: string): Promise<void> {
  await pool.query("select pg_notify($1, $2)", [channel, payload]);
}

export interface Listener {
  close(): Promise<void>;
}

const RECONNECT_AFTER_MS = 500;
/** A connection that answers nothing until the next time is dead, though nobody has said so. */
const PING_MS = 15_000;

/**
 * Hears the NOTIFYs of some channels on a connection of its own.
 * `onGap` is called whenever messages may have been missed: at every (re)connection and at every loss.
 */
export async function listen(
  url: string,
  handlers: { onMessage: Readonly<Record<string, (payload: string) => void>>; onGap(): void },
  pingMs = PING_MS,
): Promise<Listener> {
  let client: pg.Client | undefined;
  let isClosed = false;
  let retry: NodeJS.Timeout | undefined;

  async function open(): Promise<void> {
    const opened = new pg.Client({ connectionString: url, application_name: "lectern-listen", keepAlive: true });
    opened.on("notification", (message) => handlers.onMessage[message.channel]?.(message.payload ?? ""));
    opened.on("error", () => {});
    opened.on("end", reopen);
    await opened.connect();
    if (isClosed) return opened.end();
    for (const channel of Object.keys(handlers.onMessage)) await opened.query(`listen ${channel}`);
    client = opened;
    breakWhenDead(opened, pingMs);
    handlers.onGap();
  }

  function reopen(): void {
    client = undefined;
    if (isClosed) return;
    handlers.onGap();
    clearTimeout(retry);
    retry = setTimeout(() => void open().catch(reopen), RECONNECT_AFTER_MS);
  }

  await open();
  return {
    async close() {
      isClosed = true;
      clearTimeout(retry);
      await client?.end();
    },
  };
}

/** Breaks a connection that does not answer: it would be silent for hours, as if nothing happened. */
function breakWhenDead(client: pg.Client, pingMs: number): void {
  let isAnswered = true;
  const pinging = setInterval(() => {
    if (!isAnswered) return client.connection.stream.destroy();
    isAnswered = false;
    client.query("select 1").then(
      () => {
        isAnswered = true;
      },
      () => {},
    );
  }, pingMs).unref();
  client.on("end", () => clearInterval(pinging));
}
