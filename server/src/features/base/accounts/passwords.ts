import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import type { ZxcvbnFactory } from "@zxcvbn-ts/core";

export const PASSWORD_LENGTH = 12;
/** More costs work and adds nothing. */
export const MOST_PASSWORD_LENGTH = 1000;

export type PasswordFault = "tooShort" | "guessable";

/** argon2id with 19 MiB and two passes, as OWASP advises. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** argon2id. One password is one however keyboards compose its letters. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), cost);
}

let nobodysHash: Promise<string> | undefined;

/**
 * Whether a password opens what has this hash. Where there is none, the answer is no after the same work: how long it took
 * does not tell who is known.
 */
export async function isPassword(password: string, passwordHash: string | null | undefined): Promise<boolean> {
  nobodysHash ??= hashPassword(randomBytes(32).toString("hex"));
  const isRight = await verify(passwordHash ?? (await nobodysHash), password.normalize("NFKC"));
  return isRight && typeof passwordHash === "string";
}

/** Beyond this nobody guesses, and estimating would take long. */
const MOST_ESTIMATED = 100;
/** Of 0 to 4: more than ten to the eighth guesses. */
const SCORE = 3;

/**
 * What keeps a password from being taken: it is short, or guessed soon, being among those that leaked most often, or made of
 * these or of what is known of its owner. Nothing is asked of its composition.
 */
export async function findPasswordFault(
  password: string,
  known: readonly string[],
): Promise<PasswordFault | undefined> {
  if ([...password].length < PASSWORD_LENGTH) return "tooShort";
  const estimated = (await getEstimator()).check(password.slice(0, MOST_ESTIMATED), ["lectern", ...parts(known)]);
  return estimated.score < SCORE ? "guessable" : undefined;
}

/** `dana.doe@acme.com` is guessed by its parts as well. */
function parts(known: readonly string[]): string[] {
  return known.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]).filter((text) => text.length > 2);
}

let estimator: Promise<ZxcvbnFactory> | undefined;

/** 40,000 leaked passwords, read when the first one is set. */
function getEstimator(): Promise<ZxcvbnFactory> {
  estimator ??= (async () => {
    const [{ ZxcvbnFactory }, common] = await Promise.all([
      import("@zxcvbn-ts/core"),
      import("@zxcvbn-ts/language-common"),
    ]);
    return new ZxcvbnFactory({ dictionary: common.dictionary, graphs: common.adjacencyGraphs });
  })();
  return estimator;
}
