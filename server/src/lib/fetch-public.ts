import { lookup as resolve } from "node:dns";
import { get as getHttp, type IncomingMessage } from "node:http";
import { get as getHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isInRange } from "./address-range.ts";

const TIMEOUT_MS = 10_000;
const MOST_REDIRECTS = 3;

export interface FetchRules {
  /** Whether addresses of the own machine and network may be asked. */
  readonly arePrivateHostsAllowed: boolean;
}

export interface Wanted {
  /** Of the header Accept. */
  readonly accept: string;
  readonly mostBytes: number;
}

/**
 * Fetches what is at an address that somebody typed in; throws FetchFault. Unless allowed, nothing of the own network is
 * asked: which address a name means is checked as the connection is made, for each redirect anew.
 */
export async function fetchPublic(address: string, wanted: Wanted, rules: FetchRules): Promise<Buffer> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    return await follow(address, { ...wanted, ...rules, signal }, MOST_REDIRECTS);
  } catch (error) {
    if (error instanceof FetchFault) throw error;
    throw new FetchFault(signal.aborted ? "it took too long" : "no answer");
  }
}

type Options = Wanted & FetchRules & { readonly signal: AbortSignal };

/** Said to whoever set the address. */
export class FetchFault extends Error {}

async function follow(address: string, options: Options, redirects: number): Promise<Buffer> {
  const url = requireAllowed(address, options);
  const answer = await ask(url, options);
  const { statusCode = 0, headers } = answer;
  if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
    answer.destroy();
    if (redirects === 0) throw new FetchFault("too many redirects");
    if (!URL.canParse(headers.location, url.href)) throw new FetchFault("a redirect leads nowhere");
    return follow(new URL(headers.location, url).href, options, redirects - 1);
  }
  if (statusCode !== 200) {
    answer.destroy();
    throw new FetchFault(`the status was ${statusCode}`);
  }
  return readBytes(answer, options.mostBytes);
}

function requireAllowed(address: string, { arePrivateHostsAllowed }: FetchRules): URL {
  const url = new URL(address);
  if (url.protocol !== "https:" && url.protocol !== "http:")
    throw new FetchFault("the address is neither http nor https");
  const host = url.hostname.replace(/^\[|\]$/g, "");
  // A connection to an address does not look anything up.
  if (!arePrivateHostsAllowed && isIP(host) !== 0) requirePublic(host);
  return url;
}

function ask(url: URL, { signal, accept, arePrivateHostsAllowed }: Options): Promise<IncomingMessage> {
  const get = url.protocol === "https:" ? getHttps : getHttp;
  const options = {
    signal,
    // Of its own: a kept connection would skip the look-up.
    agent: false as const,
    headers: { accept },
    ...(!arePrivateHostsAllowed && { lookup: lookupPublic }),
  };
  return new Promise((settle, reject) => get(url, options, settle).on("error", reject));
}

const lookupPublic: LookupFunction = (hostname, options, done) => {
  resolve(hostname, { ...options, all: true }, (error, found) => {
    if (error) return done(error, "", 0);
    try {
      for (const { address } of found) requirePublic(address);
    } catch (fault) {
      return done(fault as Error, "", 0);
    }
    const [first] = found;
    if (options.all) return done(null, found);
    return first ? done(null, first.address, first.family) : done(new FetchFault("no answer"), "", 0);
  });
};

/** IANA's registries of special-purpose addresses. A range of IPv4 also means its mapped form, ::ffff:10.0.0.1. */
const privateRanges = [
  ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24"],
  ...["192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/3"],
  ...["::/96", "64:ff9b::/32", "100::/64", "2002::/16", "fc00::/7", "fe80::/10", "ff00::/8"],
];

function requirePublic(ipAddress: string): void {
  if (privateRanges.some((range) => isInRange(ipAddress, range)))
    throw new FetchFault("the address is in a private network");
}

async function readBytes(answer: IncomingMessage, most: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > most) throw new FetchFault(`it is larger than ${most / (1024 * 1024)} MB`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
