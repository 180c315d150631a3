import type { FastifyRequest } from "fastify";
import type { Sealer } from "../../../lib/sealer.ts";

// By the time the form is sent the browser names our own page: what led there travels signed through the form.

const MOST = 500;

/** What led a browser to the form, for the form to carry; undefined when it does not say. */
export function sealCameFrom(sealer: Sealer, { headers }: FastifyRequest): string | undefined {
  const { referer } = headers;
  if (referer === undefined || !URL.canParse(referer)) return undefined;
  const { origin } = new URL(referer);
  return origin.length > MOST ? undefined : `${sealer.sign("came-from", origin)}.${origin}`;
}

export function openCameFrom(sealer: Sealer, sealed: string | undefined): string | undefined {
  const [signature = "", ...origin] = (sealed ?? "").split(".");
  const text = origin.join(".");
  return sealer.isSigned("came-from", text, signature) ? text : undefined;
}
