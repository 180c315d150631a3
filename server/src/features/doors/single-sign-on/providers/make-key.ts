import { webcrypto } from "node:crypto";
import { DateTime } from "luxon";

/** RFC 8017 with a size that everybody takes; signatures are made with SHA-256. */
const algorithm = {
  name: "RSASSA-PKCS1-v1_5",
  hash: "SHA-256",
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
};

/** Nobody checks it by a chain: identity providers hold on to this very certificate. */
const LIFE_YEARS = 10;

export interface MadeKey {
  /** X.509, PEM. */
  readonly certificate: string;
  /** PKCS 8, PEM. */
  readonly privateKey: string;
  readonly expiresAt: Date;
}

/** A new pair of keys, with a certificate signed by itself. */
export async function makeKey(commonName: string, now: Date): Promise<MadeKey> {
  // Wanted once in a client's life, so that no start waits for it.
  const { X509CertificateGenerator, PemConverter } = await import("@peculiar/x509");
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const expiresAt = DateTime.fromJSDate(now).plus({ years: LIFE_YEARS }).startOf("second").toJSDate();
  const certificate = await X509CertificateGenerator.createSelfSigned(
    {
      // A serial number is positive: the first digit is below 8.
      serialNumber: `1${Buffer.from(webcrypto.getRandomValues(new Uint8Array(8))).toString("hex")}0`,
      name: [{ CN: [commonName] }],
      notBefore: now,
      notAfter: expiresAt,
      signingAlgorithm: algorithm,
      keys,
    },
    webcrypto as never,
  );
  const privateKey = PemConverter.encode(await webcrypto.subtle.exportKey("pkcs8", keys.privateKey), "PRIVATE KEY");
  return { certificate: certificate.toString("pem"), privateKey, expiresAt };
}
