import { connect, type NatsConnection } from "@nats-io/transport-node";

/** The servers of one NATS, and who we are there. */
export interface NatsSettings {
  /** Each a host with its port. */
  readonly servers: readonly string[];
  /** Whether a server without TLS is refused; else TLS is taken where it is offered. */
  readonly isSecure: boolean;
  /** As the client takes it. */
  readonly login: { readonly user: string; readonly pass: string } | { readonly token: string } | undefined;
}

/** Carries short texts between processes, as long as it is up. What it loses nobody hears of, so nothing may depend on it. */
export interface Carrier {
  readonly isUp: boolean;
  /** False while it is away: nothing was sent. */
  carry(text: string): boolean;
  close(): Promise<void>;
}

interface Hears {
  onMessage(text: string): void;
  /** It came up, or is away now: in between, texts may have been lost. */
  onChange(isUp: boolean, reason: unknown): void;
}

const CONNECT_MS = 5_000;
const CONNECT_AGAIN_AFTER_MS = 1_000;
/** A connection that answers no ping until the next is dead. */
const PING_MS = 15_000;

/** Joins all who name the same subject, and comes back however long the servers are away. */
export function carryByNats(settings: NatsSettings, subject: string, { onMessage, onChange }: Hears): Carrier {
  let connection: NatsConnection | undefined;
  let wasUp: boolean | undefined;
  let isClosed = false;
  let retry: NodeJS.Timeout | undefined;

  function note(isUp: boolean, reason?: unknown): void {
    if (isUp !== wasUp) onChange(isUp, reason);
    wasUp = isUp;
  }

  async function open(): Promise<void> {
    const opened = await connectOnce(settings, subject, onMessage);
    if (isClosed) return opened.close();
    connection = opened;
    note(true);
    openAgain(await opened.closed());
  }

  function openAgain(reason: unknown): void {
    connection = undefined;
    if (isClosed) return;
    note(false, reason);
    retry = setTimeout(() => void open().catch(openAgain), CONNECT_AGAIN_AFTER_MS).unref();
  }

  void open().catch(openAgain);
  return {
    get isUp() {
      return connection !== undefined;
    },
    carry(text) {
      if (!connection || connection.isClosed()) return false;
      connection.publish(subject, text);
      return true;
    },
    async close() {
      isClosed = true;
      clearTimeout(retry);
      await connection?.close();
    },
  };
}

/** Throws where we may not hear or say anything, too: NATS itself would only drop it. */
async function connectOnce(
  { servers, isSecure, login }: NatsSettings,
  subject: string,
  onMessage: (text: string) => void,
): Promise<NatsConnection> {
  const opened = await connect({
    servers: [...servers],
    name: "lectern",
    ...(isSecure && { tls: {} }),
    ...login,
    timeout: CONNECT_MS,
    // The client's own way back gives up after a refused password, and keeps what was said meanwhile.
    reconnect: false,
    noEcho: true,
    pingInterval: PING_MS,
    maxPingOut: 1,
  });
  const refused = findRefusal(opened);
  opened.subscribe(subject, {
    callback(error, message) {
      if (!error) onMessage(message.string());
    },
  });
  opened.publish(subject, "");
  await opened.flush();
  const error = refused();
  if (!error) return opened;
  await opened.close();
  throw error;
}

/** What a server refuses it says beside, and goes on. */
function findRefusal(connection: NatsConnection): () => Error | undefined {
  let refusal: Error | undefined;
  const listening = (async () => {
    for await (const status of connection.status()) if (status.type === "error") refusal ??= status.error;
  })();
  listening.catch(() => {});
  return () => refusal;
}
