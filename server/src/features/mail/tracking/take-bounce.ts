import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import type { Sealer } from "../../../lib/sealer.ts";
import { readMailKey } from "../compose/mail-key.ts";
import { readBounceReport } from "./bounce-report.ts";
import { recordBounce } from "./response-queries.ts";

/** What became of a report: the mail bounced, now or before; or why nothing was noted. */
export type BounceOutcome = "bounced" | "not-final" | "no-report" | "unknown-mail";

/**
 * Notes which mail a delivery report is about. Told twice, it is noted once.
 *
 * @param recipient the address that the report came to, where whoever passes it on knows.
 */
export async function takeBounce(
  { db, sealer }: { db: Kysely<Database>; sealer: Sealer },
  raw: Buffer,
  recipient: string | undefined,
): Promise<BounceOutcome> {
  const report = await readBounceReport(raw);
  if (!report) return "no-report";
  const [, ownName] = /\+([\w-]+)@/.exec(recipient ?? "") ?? [];
  for (const name of [ownName ?? "", ...report.names]) {
    const mail = readMailKey(sealer, name);
    if (!mail) continue;
    if (!report.isFinal) return "not-final";
    return (await recordBounce(db, mail, report.reason)) ? "bounced" : "unknown-mail";
  }
  return "unknown-mail";
}
