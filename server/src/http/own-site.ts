import type { FastifyRequest } from "fastify";

type Addressed = Pick<FastifyRequest, "headers" | "host">;

/**
 * Which site made the browser send a request. Browsers tell by Sec-Fetch-Site on safe connections, and by Origin on all;
 * pages that send no referrer have the origin "null", which says nothing. Ours is what PUBLIC_URL says or the request was
 * addressed to: proxies write another host, or a port that browsers leave out.
 */
export function siteOf({ headers, host }: Addressed, publicUrl: string): "own" | "foreign" | "unknown" {
  const site = headers["sec-fetch-site"];
  if (site === "same-origin") return "own";
  // Asked for by the person, from no page.
  if (site === "none") return "unknown";
  if (site !== undefined) return "foreign";
  const { origin } = headers;
  if (origin === undefined || origin === "null") return "unknown";
  if (!URL.canParse(origin)) return "foreign";
  const sender = new URL(origin);
  const isPublic = URL.canParse(publicUrl) && sender.origin === new URL(publicUrl).origin;
  return isPublic || plainHost(sender.host) === plainHost(host) ? "own" : "foreign";
}

/** Whether a request was sent to the host that PUBLIC_URL names, which is where our cookies belong. */
export function isOwnHost({ host }: Pick<Addressed, "host">, publicUrl: string): boolean {
  return URL.canParse(publicUrl) && plainHost(new URL(publicUrl).host) === plainHost(host);
}

/** In small letters and without the ports of http and https, which some name and some do not. */
function plainHost(host: string): string | undefined {
  const address = `http://${host}`;
  return URL.canParse(address) ? new URL(address).host.replace(/:443$/, "") : undefined;
}
