import type { FastifyRequest } from "fastify";

/**
 * Whether another site made the browser send this. Browsers tell by Sec-Fetch-Site on safe connections, and by Origin on all;
 * pages that send no referrer have the origin "null", which says nothing, and then the key in the address has to be enough.
 */
export function isFromElsewhere({ headers, host }: FastifyRequest): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site !== "same-origin" && site !== "none";
  const { origin } = headers;
  if (origin === undefined || origin === "null") return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
