import type { Kysely } from "kysely";
import { commitTogether } from "../../../db/commit-together.ts";
import type { Database } from "../../../db/types.ts";
import type { Socket } from "../../../http/socket/dialect.ts";
import { type Claim, type Claimed, claimCertificates } from "./claim-certificates.ts";
import { listCertificates } from "./queries.ts";

interface CertificatesDeps {
  readonly db: Kysely<Database>;
  now(): Date;
}

/** What the audience earns by attending; conditions stand in the console's widgets. */
export function certificatesSocket(socket: Socket, { db, now }: CertificatesDeps): void {
  const claims = commitTogether<Claim, Claimed>(db, ({ registrantId }) => String(registrantId), claimCertificates);

  socket.mine("certificates", async (tx, room, registrantIds) => {
    const mine = new Map<number, { earned: object[] }>();
    for (const { registrantId, ...certificate } of await listCertificates(tx, room, registrantIds))
      mine.set(registrantId, { earned: [...(mine.get(registrantId)?.earned ?? []), certificate] });
    return mine;
  });

  socket.on("certificates.claim", { by: ["audience"], pace: { burst: 5, perMinute: 10 } }, ({ speaker, body }) => {
    const { clientId, eventId, registrantId, firstName, lastName } = speaker;
    const holder = `${firstName} ${lastName}`.trim();
    return claims.submit({ clientId, eventId, registrantId, ...body, holder, at: now() });
  });
}
