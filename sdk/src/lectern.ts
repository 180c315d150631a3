import { type Calls, createCalls } from "./calls.ts";
import { createEvents } from "./events.ts";
import { createLookups } from "./lookups.ts";
import { createRegistrants } from "./registrants.ts";
import { addressBelow, createTransport } from "./transport.ts";

export interface LecternOptions {
  /** `http://127.0.0.1:8024` or `https://api.on24.com/v2`: with or without `/v2`. */
  readonly baseUrl: string;
  /** The client of every call that names no other. */
  readonly clientId?: number | string | undefined;
  readonly accessTokenKey: string;
  readonly accessTokenSecret: string;
  /** Instead of the global fetch: for a proxy, or to watch calls. */
  readonly fetch?: typeof fetch | undefined;
  /** Attempts after the first; 4 by default, 0 for none. */
  readonly retries?: number | undefined;
}

export interface Lectern extends Calls {
  readonly events: ReturnType<typeof createEvents>;
  readonly registrants: ReturnType<typeof createRegistrants>;
  readonly lookups: ReturnType<typeof createLookups>;
}

/**
 * A client of the compatible API, of Lectern and of ON24 alike.
 * @throws TypeError for an address or a token that no call could be made with.
 */
export function createLectern(options: LecternOptions): Lectern {
  const { accessTokenKey, accessTokenSecret } = options;
  const transport = createTransport({
    address: addressBelow(options.baseUrl, "/v2"),
    headers: { accessTokenKey, accessTokenSecret },
    secrets: { accessTokenKey, accessTokenSecret },
    fetch: options.fetch,
    retries: options.retries,
  });
  const calls = createCalls(transport, options.clientId);
  return {
    ...calls,
    events: createEvents(calls),
    registrants: createRegistrants(calls),
    lookups: createLookups(calls),
  };
}
