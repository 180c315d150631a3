import type { Answer, Heard, Said } from "@lectern/wire/messages";
import type { Listener, OpenTransport, Refusal, Transport } from "./transport.ts";

/** What the server takes in one list. */
const MOST_MESSAGES = 32;

/** The same messages by requests, where sockets are blocked: one that waits for what is told, and others for what is said. */
export function pollTransport(fetchClass: typeof fetch): OpenTransport {
  return (address, listener) => {
    const poll = new PollTransport(fetchClass, address, listener);
    poll.start();
    return poll;
  };
}

class PollTransport implements Transport {
  readonly #fetch: typeof fetch;
  readonly #address: URL;
  readonly #listener: Listener;
  readonly #ending = new AbortController();
  #unsent: Said[] = [];
  #isSending = false;
  #wasOpen = false;

  constructor(fetchClass: typeof fetch, address: URL, listener: Listener) {
    this.#fetch = fetchClass;
    this.#address = new URL(address);
    this.#address.pathname += "/messages";
    this.#listener = listener;
  }

  start(): void {
    this.#run(() => this.#listen());
  }

  send(message: Said): void {
    this.#unsent.push(message);
    if (this.#isSending) return;
    this.#isSending = true;
    this.#run(() => this.#sendAll());
  }

  close(): void {
    this.#ending.abort();
  }

  /** The first fault of either side ends both. */
  #run(work: () => Promise<void>): void {
    work().catch((fault: unknown) => {
      if (this.#ending.signal.aborted) return;
      this.#ending.abort();
      const refusal = fault instanceof Refused ? { refusal: fault.refusal } : {};
      this.#listener.end({ wasOpen: this.#wasOpen, ...refusal });
    });
  }

  async #listen(): Promise<void> {
    for (;;) {
      const messages = (await this.#request()) as readonly Heard[];
      for (const message of messages) {
        if (this.#ending.signal.aborted) return;
        const { seq } = message as { seq?: number };
        // What comes next starts after what has arrived: a list may get lost on its way.
        if (seq !== undefined && message.kind !== "resumed") this.#address.searchParams.set("since", String(seq));
        this.#wasOpen = true;
        this.#listener.hear(message);
      }
    }
  }

  async #sendAll(): Promise<void> {
    while (this.#unsent.length > 0) {
      const body = JSON.stringify(this.#unsent.splice(0, MOST_MESSAGES));
      const headers = { "content-type": "application/json" };
      const answers = (await this.#request({ method: "POST", headers, body })) as readonly Answer[];
      for (const answer of answers) this.#listener.hear(answer);
    }
    this.#isSending = false;
  }

  async #request(options: RequestInit = {}): Promise<unknown> {
    const { signal } = this.#ending;
    const response = await this.#fetch(this.#address, { ...options, signal, cache: "no-store" });
    if (!response.ok) throw new Refused(await refusalOf(response));
    return response.json();
  }
}

class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

async function refusalOf(response: Response): Promise<Refusal> {
  const { code } = (await response.json().catch(() => ({}))) as { code?: string };
  const seconds = Number(response.headers.get("retry-after"));
  return {
    status: response.status,
    ...(code !== undefined && { code }),
    ...(seconds > 0 && { retryAfterMs: seconds * 1000 }),
  };
}
