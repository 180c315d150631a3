import { isHostIn } from "../gates/address-lists.ts";

export interface RedirectRule {
  /** Our own address: pages of ours may always be sent on to. */
  readonly publicUrl: string;
  /** Of the client, as `readRedirectHost` made them. */
  readonly redirectHosts: readonly string[];
  /** Of the event: sites that show its form may get people back. */
  readonly embedOrigins?: readonly string[];
}

/**
 * Where a person may be sent on to, as a whole address to redirect to; undefined for any other place, and for what
 * browsers and we might read differently. Only the answer may be used, never what was asked for: it is the address
 * that was looked at.
 */
export function allowedRedirect(url: string | undefined, rule: RedirectRule): string | undefined {
  if (url === undefined || !isPlain(url)) return undefined;
  const own = URL.canParse(rule.publicUrl) ? new URL(rule.publicUrl).origin : undefined;
  const target = read(url, own);
  if (!target) return undefined;
  const isAllowed =
    target.origin === own ||
    (rule.embedOrigins?.includes(target.origin) ?? false) ||
    isHostIn(target.host, rule.redirectHosts);
  return isAllowed ? target.href : undefined;
}

/** Backslashes, control characters and what is trimmed are where parsers of addresses differ. */
function isPlain(url: string): boolean {
  return url === url.trim() && !/[\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(url);
}

/** A whole http address, or one below our own that begins with a single slash. */
function read(url: string, own: string | undefined): URL | undefined {
  const isOfSite = /^\/(?!\/)/.test(url);
  const isWhole = /^https?:\/\/[^/?#@]+(?:[/?#]|$)/i.test(url);
  if (!(isOfSite || isWhole) || !URL.canParse(url, own)) return undefined;
  const target = new URL(url, own);
  // The root's dot makes another origin of the same host.
  return target.hostname.endsWith(".") ? undefined : target;
}

/**
 * A line of a client's list in the form that is compared: `example.com`, `*.example.com` for all below it, either with
 * a port when it is not the usual one. Undefined for what is no host: addresses with a path, all of .com, any.
 */
export function readRedirectHost(text: string): string | undefined {
  const given = text.trim();
  const isBelow = given.startsWith("*.");
  const host = isBelow ? given.slice(2) : given;
  if (host === "" || /[\s/\\?#@*%]/.test(host) || !URL.canParse(`https://${host}`)) return undefined;
  const { hostname, port } = new URL(`https://${host}`);
  if (hostname.endsWith(".") || (isBelow && !/^(?!.*\.\d+$)[^.[\]]+(?:\.[^.]+)+$/.test(hostname))) return undefined;
  return `${isBelow ? "*." : ""}${hostname}${port === "" ? "" : `:${port}`}`;
}
