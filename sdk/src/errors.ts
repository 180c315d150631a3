/** What went wrong, coarsely enough to act on; `status` and `message` say the rest. */
export type ErrorKind =
  | "auth"
  | "permission"
  | "notFound"
  | "throttled"
  | "invalid"
  | "notBuilt"
  | "server"
  | "network";

export interface ErrorDetails {
  readonly kind: ErrorKind;
  readonly operation: string;
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  readonly code?: string | undefined;
  readonly retryAfterSeconds?: number | undefined;
}

/** Every failed call throws one. It never holds a token, a key or anything else that was sent. */
export class LecternError extends Error {
  override readonly name = "LecternError";
  readonly kind: ErrorKind;
  /** Id of the operation that was called, as in the API reference. */
  readonly operation: string;
  /** HTTP status; undefined when no answer came. */
  readonly status: number | undefined;
  /** To quote to whoever runs the server. */
  readonly requestId: string | undefined;
  /** Lectern's own API: the refusal's stable name, such as `client.exists`; without an answer, the system's. */
  readonly code: string | undefined;
  /** How long a throttled caller was told to wait. */
  readonly retryAfterSeconds: number | undefined;

  /** @param message the server's own sentence where it gave one. */
  constructor(message: string, details: ErrorDetails) {
    super(message);
    this.kind = details.kind;
    this.operation = details.operation;
    this.status = details.status;
    this.requestId = details.requestId;
    this.code = details.code;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
}

/** An HTTP answer as it came, good or bad. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON; the text when it is none; undefined when empty. */
  readonly body: unknown;
}

/**
 * The error that an answer with a status outside 2xx stands for.
 * @param hide takes out of a sentence what must not be seen.
 */
export function errorOf(answer: Answer, operation: string, hide: (text: string) => string): LecternError {
  const { status, headers } = answer;
  const body = (typeof answer.body === "object" ? answer.body : undefined) as
    | Record<string, unknown>
    | null
    | undefined;
  const sentence = textOf(body?.message) ?? textOf(body?.detail) ?? unworded(status);
  return new LecternError(hide(sentence), {
    kind: kindOf(status, sentence),
    operation,
    status,
    requestId: headers.get("x-request-id") ?? undefined,
    code: textOf(body?.title),
    retryAfterSeconds: readRetryAfter(headers.get("retry-after")),
  });
}

function unworded(status: number): string {
  const isRedirect = status >= 300 && status < 400;
  return `The server answered ${status}${isRedirect ? ", a redirect: is this the base address of the API?" : "."}`;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function kindOf(status: number, sentence: string): ErrorKind {
  if (status === 429) return "throttled";
  // The published status of throttling is 403: only the sentence tells it from a missing right.
  if (status === 403) return /reached the maximum number of calls/i.test(sentence) ? "throttled" : "permission";
  if (status === 401) return "auth";
  if (status === 404 || status === 410) return "notFound";
  if (status === 501) return "notBuilt";
  return status >= 400 && status < 500 ? "invalid" : "server";
}

/** Seconds, or an HTTP date; undefined when it is neither. */
function readRetryAfter(text: string | null, now: number = Date.now()): number | undefined {
  if (text === null) return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, (at - now) / 1000);
}
