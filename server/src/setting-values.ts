import { resolve } from "node:path";
import { isRange } from "./lib/address-range.ts";
import { isEmailAddress } from "./lib/email-address.ts";
import type { NatsSettings } from "./lib/nats.ts";

// How the values of settings are read: each function takes what was given and answers what it means, or throws a Fault that
// ends the sentence "NAME must be ...". An empty value stands for none.

export class Fault extends Error {}

/** A mail server, and how to log in to it. */
export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise as soon as the server offers it. */
  readonly isSecure: boolean;
  readonly user: string | undefined;
  readonly password: string | undefined;
  /** Whether the password may go out unencrypted. */
  readonly isClearPasswordAllowed: boolean;
}

export function text(value: string): string {
  return value;
}

export function folder(value: string): string {
  return resolve(value);
}

export function givenFolder(value: string): string | undefined {
  return value === "" ? undefined : resolve(value);
}

export function timeOfDay(value: string): { hour: number; minute: number } {
  const [, hour, minute] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(value) ?? [];
  if (hour === undefined) throw new Fault("must be a time of day such as 02:30");
  return { hour: Number(hour), minute: Number(minute) };
}

export function wholeNumber(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || number < least || number > most)
      throw new Fault(`must be a whole number from ${least} to ${most}`);
    return number;
  };
}

export function oneOf<const T extends readonly string[]>(choices: T): (value: string) => T[number] {
  return (value) => {
    if (!choices.includes(value)) throw new Fault(`must be one of ${choices.join(", ")}`);
    return value;
  };
}

export function onOff(value: string): boolean {
  return oneOf(["on", "off"])(value) === "on";
}

/** How many proxies stand before us, or their networks; false = none. */
export type TrustedProxies = false | number | readonly string[];

const MOST_PROXIES = 10;

export function trustedProxies(value: string): TrustedProxies {
  if (value === "off") return false;
  if (value === "on") return 1;
  if (/^\d+$/.test(value)) return wholeNumber(1, MOST_PROXIES)(value);
  const networks = value.split(",").map((network) => network.trim());
  if (!networks.every(isRange)) throw new Fault("must be on, off, a number of proxies, or networks such as 10.0.0.0/8");
  return networks;
}

export function publicUrl(value: string): string | undefined {
  if (value === "") return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw new Fault("must be an http or https address");
  return value.replace(/(?<!\/)\/+$/, "");
}

export function hostName(value: string): string | undefined {
  if (value === "") return undefined;
  const isHost = /^[^\s/@:?#]+$/.test(value) && URL.canParse(`http://${value}`);
  if (!isHost) throw new Fault("must be a host name, without http:// and port");
  return new URL(`http://${value}`).hostname;
}

export function mailFrom(value: string): string | undefined {
  if (value !== "" && !isEmailAddress(value)) throw new Fault("must be an e-mail address");
  return value === "" ? undefined : value;
}

const SMTPS_PORT = 465;
const SUBMISSION_PORT = 587;

export function smtpUrl(value: string): Omit<SmtpSettings, "isClearPasswordAllowed"> | undefined {
  if (value === "") return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === "")
    throw new Fault("must be smtp://HOST or smtps://HOST");
  const isSecure = url.protocol === "smtps:";
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port === "" ? (isSecure ? SMTPS_PORT : SUBMISSION_PORT) : Number(url.port),
    isSecure,
    user: decoded(url.username),
    password: decoded(url.password),
  };
}

const NATS_PORT = 4222;

/** Servers with commas; who we are stands in the first. */
export function natsUrl(value: string): NatsSettings | undefined {
  if (value === "") return undefined;
  const urls = value.split(",").map((part) => natsServer(part.trim()));
  const [first] = urls;
  if (!first || urls.some(({ protocol }) => protocol !== first.protocol)) throw new Fault(NATS_SERVERS);
  const [user, password] = [decoded(first.username), decoded(first.password)];
  return {
    servers: urls.map(({ hostname, port }) => `${hostname}:${port || NATS_PORT}`),
    isSecure: first.protocol === "tls:",
    // A token stands alone where a user and a password would.
    login: user === undefined ? undefined : password === undefined ? { token: user } : { user, pass: password },
  };
}

const NATS_SERVERS = "must be nats://HOST or tls://HOST, several with commas";

function natsServer(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^(nats|tls):$/.test(url.protocol) || url.hostname === "") throw new Fault(NATS_SERVERS);
  if (url.hash !== "" || url.search !== "" || url.pathname.length > 1) throw new Fault(PERCENT_ENCODED);
  return url;
}

/** How user names and passwords stand in addresses. */
const PERCENT_ENCODED =
  "must have user and password percent-encoded: % is %25, # is %23, / is %2F, ? is %3F, @ is %40, : is %3A";

function decoded(text: string): string | undefined {
  try {
    return text === "" ? undefined : decodeURIComponent(text);
  } catch {
    throw new Fault(PERCENT_ENCODED);
  }
}

export function s3Endpoint(value: string): string {
  if (value === "") return "";
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.search || url.hash)
    throw new Fault("must be an http or https address without user name and parameters");
  return value.replace(/(?<!\/)\/+$/, "");
}

export function databaseUrl(value: string): string | undefined {
  if (value === "") return undefined;
  if (!/^postgres(ql)?:\/\//.test(value)) throw new Fault("must begin with postgres:// or postgresql://");
  const url = URL.canParse(value) ? new URL(value) : undefined;
  // A # in a password ends the address there, and what is left of it may even be one.
  if (url?.hash !== "") throw new Fault(PERCENT_ENCODED);
  for (const part of [url.username, url.password]) decoded(part);
  return value;
}

export function throttleFactor(value: string): number | undefined {
  if (value === "off") return undefined;
  if (value === "published") return 1;
  const factor = Number(value);
  if (!(factor > 0 && factor < 1e6)) throw new Fault("must be published, off, or a factor above 0");
  return factor;
}

export function visitLimits(value: string): number | undefined {
  if (value === "off") return undefined;
  const factor = Number(value);
  if (!(factor > 0 && factor < 1e6)) throw new Fault("must be off, or a factor above 0");
  return factor;
}

export function throttleStatus(value: string): 403 | 429 {
  if (value !== "403" && value !== "429") throw new Fault("must be 403 or 429");
  return value === "403" ? 403 : 429;
}

export function longKey(value: string): string | undefined {
  if (value !== "" && value.length < 32) throw new Fault("must have 32 characters or more");
  return value === "" ? undefined : value;
}
