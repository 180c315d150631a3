import type { Db } from "../../../db/database.ts";
import { Refusal } from "../../../errors.ts";
import { countActivity } from "../attendance/count-activity.ts";
import { newCertificateNumber } from "./certificate-number.ts";
import { certificateChanges } from "./changes.ts";
import { type EarnedCredit, earnedCredit } from "./earned-credit.ts";
import {
  correctHolders,
  findCertifications,
  type HeldCertificate,
  listAchievements,
  type NewCertificate,
  writeCertificates,
} from "./queries.ts";

/** Somebody asks for a certificate. */
export interface Claim {
  readonly clientId: number;
  readonly eventId: number;
  readonly registrantId: number;
  readonly certificationId: number;
  /** Whom it is made out to. */
  readonly holder: string;
  readonly at: Date;
}

export interface Claimed {
  readonly number: string;
  readonly isFull: boolean;
  readonly partialCredit?: string;
  readonly credits?: number;
}

/** Gives different people what they have earned; refuses certification.unknown, certification.notEarned and room.notAttending. */
export async function claimCertificates(tx: Db, claims: readonly Claim[]): Promise<(Refusal | Claimed)[]> {
  const find = await findCertifications(
    tx,
    claims.map((claim) => ({ ...claim, widgetId: claim.certificationId })),
  );
  const done = await listAchievements(tx, claims);
  const decided = claims.map((claim) => {
    const { certificationId, registrantId } = claim;
    const certification = find(claim, certificationId);
    const achievements = done.get(registrantId);
    if (!certification) return new Refusal("certification.unknown", { certificationId });
    if (!achievements) return new Refusal("room.notAttending");
    const credit = earnedCredit(certification.content, achievements);
    if (!credit) return new Refusal("certification.notEarned", { certificationId });
    return certificateOf(claim, certification, credit);
  });
  const earned = decided.filter((one): one is NewCertificate => !(one instanceof Refusal));
  await countActivity(
    tx,
    earned.map(({ clientId, registrantId, at }) => ({ clientId, registrantId, at })),
  );
  const held = await writeCertificates(tx, earned);
  await correctHolders(tx, earned);
  await recordEarned(
    tx,
    claims.filter(({ registrantId }) => held.get(registrantId)?.isNew),
  );
  return decided.map((one) => (one instanceof Refusal ? one : claimedOf(held.get(one.registrantId))));
}

function certificateOf(
  { clientId, eventId, registrantId, holder, at }: Claim,
  { id: widgetId, name: widgetName, content }: { id: number; name: string; content: { title: string } },
  { partialCredit, credits }: EarnedCredit,
): NewCertificate {
  const number = newCertificateNumber();
  const what = { widgetId, widgetName, title: content.title, partialCredit, credits };
  return { clientId, eventId, registrantId, ...what, holder, number, at };
}

function claimedOf(held: HeldCertificate | undefined): Claimed {
  if (!held) throw new Error("A certificate was not written");
  const { number, partialCredit, credits } = held;
  return {
    ...{ number, isFull: partialCredit === null },
    ...(partialCredit !== null && { partialCredit }),
    ...(credits !== null && { credits }),
  };
}

async function recordEarned(tx: Db, claims: readonly Claim[]): Promise<void> {
  if (claims.length === 0) return;
  const kind = certificateChanges.name("certificate.earned");
  const changes = claims.map(({ clientId, eventId, registrantId }) => ({
    ...{ clientId, eventId, kind, subjectId: registrantId, actor: "room" },
  }));
  await tx.insertInto("changes").values(changes).execute();
}
