import { timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { hashSecret } from "../lib/secrets.ts";

/** Tells whether a request brings a key, as `Authorization: Bearer KEY`. */
export function bearerKey(key: string): (headers: IncomingHttpHeaders) => boolean {
  const expected = hashSecret(key);
  return ({ authorization = "" }) => {
    const given = /^Bearer (.+)$/i.exec(authorization)?.[1];
    return given !== undefined && timingSafeEqual(hashSecret(given), expected);
  };
}
