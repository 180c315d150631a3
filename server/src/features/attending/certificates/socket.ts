import type { Kysely } from "kysely";
import { commitTogether } from "../../../db/commit-together.ts";
import type { Database } from "../../../db/types.ts";
import type { Socket } from "../../../http/socket/dialect.ts";
import { certificateAddress } from "./certificate-number.ts";
import { type Claim, type Claimed, claimCertificates } from "./claim-certificates.ts";
import { listCertificates } from "./queries.ts";

interface CertificatesDeps {
  readonly db: Kysely<Database>;
  readonly publicUrl: string;
  now(): Date;
}

/** What the audience earns by attending; conditions stand in the console's widgets. */
export function certificatesSocket(socket: Socket, { db, publicUrl, now }: CertificatesDeps): void {
  const claims = commitTogether<Claim, Claimed>(db, ({ registrantId }) => String(registrantId), claimCertificates);

  const withAddress = <Told extends { readonly number: string }>(told: Told) => ({
    ...told,
    address: certificateAddress(publicUrl, told.number),
  });

  socket.mine("certificates", async (tx, room, registrantIds) => {
    const mine = new Map<number, { earned: object[] }>();
    for (const { registrantId, ...certificate } of await listCertificates(tx, room, registrantIds))
      mine.set(registrantId, { earned: [...(mine.get(registrantId)?.earned ?? []), withAddress(certificate)] });
    return mine;
  });

  socket.on(
    "certificates.claim",
    { by: ["audience"], pace: { burst: 5, perMinute: 10 } },
    async ({ speaker, body }) => {
      const { clientId, eventId, registrantId, firstName, lastName } = speaker;
      const holder = `${firstName} ${lastName}`.trim();
      return withAddress(await claims.submit({ clientId, eventId, registrantId, ...body, holder, at: now() }));
    },
  );
}
