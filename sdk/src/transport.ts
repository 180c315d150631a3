import { type Answer, errorOf, LecternError } from "./errors.ts";
import { withRetries } from "./retry.ts";
import { type Fields, writePath, writeQuery } from "./values.ts";

export interface TransportOptions {
  /** Address that every path is below, without a trailing slash. */
  readonly address: string;
  /** Sent with every call. */
  readonly headers: Readonly<Record<string, string>>;
  /** What never appears in an error, by the name of its option. */
  readonly secrets: Readonly<Record<string, string>>;
  /** The global fetch when undefined. */
  readonly fetch?: typeof fetch | undefined;
  /** Attempts after the first; 4 when undefined. */
  readonly retries?: number | undefined;
}

export interface Outgoing {
  readonly operation: string;
  /** `GET /client/{clientId}/event` */
  readonly route: string;
  readonly params: Readonly<Record<string, string | number | undefined>>;
  readonly query?: Fields | undefined;
  readonly body?: URLSearchParams | FormData | Blob | string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Whether a call that may have been carried out can be repeated; GETs always can. */
  readonly idempotent?: boolean | undefined;
}

export interface Transport {
  /** One attempt; the answer as it comes, whatever its status. Throws LecternError of kind network. */
  send(call: Outgoing): Promise<Answer>;
  /** The body of a good answer, with retries; throws LecternError for every other. */
  fetchBody(call: Outgoing): Promise<unknown>;
}

const DEFAULT_RETRIES = 4;

export function createTransport(options: TransportOptions): Transport {
  for (const [name, value] of Object.entries(options.secrets)) {
    // fetch would refuse such a header with an error that shows it.
    if (!/^[\x21-\x7e]+$/.test(value))
      throw new TypeError(`${name} is empty or has characters that no header can carry.`);
  }
  const send = (call: Outgoing) => attempt(options, call);
  return {
    send,
    fetchBody: (call) =>
      withRetries(async () => bodyOf(await send(call), call.operation, Object.values(options.secrets)), {
        retries: options.retries ?? DEFAULT_RETRIES,
        isRepeatable: call.idempotent === true || call.route.startsWith("GET "),
        signal: call.signal,
      }),
  };
}

async function attempt(options: TransportOptions, call: Outgoing): Promise<Answer> {
  const [method = "GET", path = ""] = call.route.split(" ");
  const query = call.query ? writeQuery(call.query).toString() : "";
  const url = `${options.address}${writePath(path, call.params)}${query && `?${query}`}`;
  try {
    const response = await (options.fetch ?? fetch)(url, {
      method,
      headers: { accept: "application/json", ...options.headers, ...call.headers },
      // Following one would hand the secret to whatever address it names.
      redirect: "manual",
      ...(call.body !== undefined && { body: call.body }),
      ...(call.signal && { signal: call.signal }),
    });
    return { status: response.status, headers: response.headers, body: parse(await response.text()) };
  } catch (error) {
    // Whoever aborts gets their own reason back, as from fetch.
    call.signal?.throwIfAborted();
    throw unreachable(error, call.operation, new URL(url).origin);
  }
}

function parse(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Keeps the system's code and nothing else: what fetch throws may hold the request. */
function unreachable(error: unknown, operation: string, origin: string): LecternError {
  const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } };
  const found = [cause?.code, code].find((one) => typeof one === "string") as string | undefined;
  return new LecternError(`${origin} cannot be reached${found ? ` (${found})` : ""}.`, {
    kind: "network",
    operation,
    code: found,
  });
}

function bodyOf(answer: Answer, operation: string, secrets: readonly string[]): unknown {
  const isGood = answer.status >= 200 && answer.status < 300;
  if (isGood && typeof answer.body !== "string") return answer.body;
  if (isGood) throw notJson(answer, operation);
  // A server may repeat what it was sent.
  throw errorOf(answer, operation, (text) => secrets.reduce((left, secret) => left.replaceAll(secret, "…"), text));
}

function notJson({ status, headers }: Answer, operation: string): LecternError {
  const requestId = headers.get("x-request-id") ?? undefined;
  const message = "The answer is not JSON: is this the base address of the API?";
  return new LecternError(message, { kind: "server", operation, status, requestId });
}

/**
 * The address that calls are made below: `/v2` or `/api` is added unless it is there.
 * @throws TypeError for what is no http address, and for user names and passwords in it: errors would show them.
 */
export function addressBelow(baseUrl: string, ending: "/v2" | "/api"): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw new TypeError("baseUrl must be an http or https address.");
  if (url.username || url.password) throw new TypeError("baseUrl must not hold a user name or a password.");
  const root = `${url.origin}${url.pathname}`.replace(/(?<!\/)\/+$/, "");
  // The operator's API is beside /v2, and people copy addresses.
  const bare = ending === "/v2" ? root.replace(/\/v2$/, "") : root.replace(/\/(v2|api)$/, "");
  return `${bare}${ending}`;
}
