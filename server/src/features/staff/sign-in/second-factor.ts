import { randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { Sealer } from "../../../lib/sealer.ts";
import { hashSecret } from "../../../lib/secrets.ts";
import { accountChanges } from "../../base/accounts/changes.ts";
import { deleteSessionsOfUser } from "../../base/staff-sessions/queries.ts";
import {
  deleteSecondFactor,
  findSecondFactor,
  insertSecondFactor,
  takeRecoveryCode,
  takeStep,
} from "./second-factor-queries.ts";

/** Whose it is. */
export interface Owner {
  readonly clientId: number;
  readonly userId: number;
}

const PERIOD_SECONDS = 30;
/** Steps that a phone's clock may be off. */
const WINDOW = 1;
const RECOVERY_CODES = 10;
const RECOVERY_BYTES = 10;

const totpOf = (secret: Secret, label = "") =>
  new TOTP({ issuer: "Lectern", label, secret, period: PERIOD_SECONDS, digits: 6, algorithm: "SHA1" });

export interface NewSecret {
  /** Of base32, for those who type it. */
  readonly text: string;
  /** For the picture that an app scans. */
  readonly uri: string;
}

/** A secret that nobody has yet; it counts once a code of it was shown to us. */
export function makeSecret(): string {
  return new Secret({ size: 20 }).base32;
}

export function describeSecret(text: string, userName: string): NewSecret {
  return { text, uri: totpOf(Secret.fromBase32(text), userName).toString() };
}

/** The step that a code is of, if it is one of these moments. */
export function findStep(secretText: string, code: string, now: Date): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const totp = totpOf(Secret.fromBase32(secretText));
  const delta = totp.validate({ token: code, timestamp: now.getTime(), window: WINDOW });
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / PERIOD_SECONDS) + delta;
}

/** Asks for a code at each sign-in from now on; answers the codes for when the app is lost, which are told once. */
export async function turnOn(
  { db, sealer }: { db: Db; sealer: Sealer },
  { clientId, userId }: Owner,
  { secret, step, sessionId }: { secret: string; step: number; sessionId: number },
): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, makeRecoveryCode);
  const recoveryHashes = codes.map((code) => hashSecret(plain(code)));
  await inTransaction(db, async (tx) => {
    await insertSecondFactor(tx, { clientId, userId, secret: sealer.seal(secret), lastStep: step, recoveryHashes });
    await deleteSessionsOfUser(tx, { clientId, userId }, { except: sessionId });
    const change = { clientId, subjectId: userId, actor: `user:${userId}` };
    await accountChanges.record(tx, "user.second-factor-set", change);
  });
  return codes;
}

/** Whether there was one. */
export async function turnOff(db: Db, { clientId, userId }: Owner, actor: string): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    if (!(await deleteSecondFactor(tx, { clientId, userId }))) return false;
    await accountChanges.record(tx, "user.second-factor-removed", { clientId, subjectId: userId, actor });
    return true;
  });
}

/** Whether somebody brings a code of their app, or one for when it is lost; either is good once, in whatever process. */
export async function takeCode(
  { db, sealer, now }: { db: Db; sealer: Sealer; now(): Date },
  owner: Owner,
  given: string,
): Promise<boolean> {
  const factor = await findSecondFactor(db, owner);
  if (!factor) return false;
  const code = plain(given);
  const step = findStep(sealer.open(factor.secret), code, now());
  return step === undefined ? takeRecoveryCode(db, owner, hashSecret(code)) : takeStep(db, owner, step);
}

/** As people type it: with blanks and hyphens, in whatever letter case. */
const plain = (code: string) => code.slice(0, 100).replace(/[\s-]/g, "").toLowerCase();

/** 80 bits, in four groups: `3f9a2-…`. */
function makeRecoveryCode(): string {
  return randomBytes(RECOVERY_BYTES)
    .toString("hex")
    .replace(/(.{5})(?=.)/g, "$1-");
}
