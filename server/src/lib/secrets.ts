import { createHash } from "node:crypto";

/** SHA-256 of a secret. Only for long random secrets, where a slow hash would add nothing but cost on each call. */
export function hashSecret(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}
