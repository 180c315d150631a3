import type { Kysely } from "kysely";
import { inTransaction } from "../../../db/transaction.ts";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import { findRegistrant, type RegistrantKey } from "../../admission/registration/people/person-queries.ts";
import { certificateChanges } from "./changes.ts";
import { correctHolders, listCertificatesOf, type WholeCertificate } from "./queries.ts";

/** Writes somebody's certificates under the name they have now; numbers and dates stay. Refuses registrant.unknownId. */
export async function reissueCertificates(
  db: Kysely<Database>,
  key: RegistrantKey,
  actor: string,
): Promise<WholeCertificate[]> {
  const { clientId, eventId, registrantId } = key;
  return inTransaction(db, async (tx) => {
    const person = await findRegistrant(tx, key);
    if (!person || person.status === "forgotten") fail("registrant.unknownId", { registrantId });
    const renamed = await correctHolders(tx, [key]);
    if (renamed.length > 0) {
      const kind = certificateChanges.name("certificate.reissued");
      await tx.insertInto("changes").values({ clientId, eventId, kind, subjectId: registrantId, actor }).execute();
    }
    return listCertificatesOf(tx, key);
  });
}
