import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";

/** Signs what travels in links and cookies, and encrypts what must be kept but not lie in clear. */
export interface Sealer {
  /** 22 characters of base64url that nobody else can make for this text and purpose. */
  sign(purpose: string, text: string): string;
  /** Whether it is what `sign` gives, letter by letter. */
  isSigned(purpose: string, text: string, signature: string): boolean;
  /** Encrypts; two seals of one text differ. */
  seal(text: string): Buffer;
  /** Throws for what was not sealed with this key, or was changed since. */
  open(sealed: Uint8Array): string;
}

const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Half a SHA-256 is out of anybody's reach to guess, and keeps links short. */
const SIGNATURE_BYTES = 16;

/** @param secretKey long and random: every purpose gets a key of its own from it. */
export function createSealer(secretKey: string): Sealer {
  const derive = (purpose: string) => Buffer.from(hkdfSync("sha256", secretKey, "", `lectern ${purpose}`, 32));
  const signingKey = derive("sign");
  const sealingKey = derive("seal");
  const sign = (purpose: string, text: string) =>
    createHmac("sha256", signingKey).update(`${purpose}\0${text}`).digest().subarray(0, SIGNATURE_BYTES);
  return {
    sign: (purpose, text) => sign(purpose, text).toString("base64url"),
    isSigned(purpose, text, signature) {
      // Compared as written: the last letter has four bits to spare, so sixteen spellings mean the same bytes.
      const [given, ours] = [Buffer.from(signature), Buffer.from(sign(purpose, text).toString("base64url"))];
      return given.length === ours.length && timingSafeEqual(given, ours);
    },
    seal(text) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, sealingKey, nonce);
      const encrypted = [cipher.update(text, "utf8"), cipher.final()];
      return Buffer.concat([nonce, cipher.getAuthTag(), ...encrypted]);
    },
    open(sealed) {
      const decipher = createDecipheriv(CIPHER, sealingKey, sealed.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      const text = [decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()];
      return Buffer.concat(text).toString("utf8");
    },
  };
}
