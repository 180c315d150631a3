import { hash } from "node:crypto";

/** SHA-256 of a secret. Only for long random secrets, where a slow hash would add nothing but cost on each call. */
export function hashSecret(secret: string): Buffer {
  return hash("sha256", secret, "buffer");
}
