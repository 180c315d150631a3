import type { Kysely } from "kysely";
import Type, { type Static } from "typebox";
import type { Database } from "../../../db/types.ts";
import type { Web } from "../../../http/web/operation.ts";
import { certificateAddress, paperAddress, presentNumber } from "./certificate-number.ts";
import { listCertificatesOf, type WholeCertificate } from "./queries.ts";
import { reissueCertificates } from "./reissue-certificates.ts";

const Certificate = Type.Object({
  number: Type.String({ description: "As it stands on the paper" }),
  title: Type.String(),
  holder: Type.String({ description: "Whom it is made out to" }),
  partialCredit: Type.Optional(Type.String({ description: "The part that was earned; absent for all of it" })),
  credits: Type.Optional(Type.Number()),
  earnedAt: Type.String({ format: "date-time" }),
  url: Type.String({ description: "The page that tells everybody what is certified" }),
  pdfUrl: Type.String(),
});

const CertificateList = Type.Object({ certificates: Type.Array(Certificate) });

const path = "/clients/{clientId}/events/{eventId}/registrants/{registrantId}/certificates";

interface CertificateRouteDeps {
  readonly db: Kysely<Database>;
  readonly publicUrl: string;
}

/** What somebody has earned, for the staff. */
export function certificateRoutes(web: Web, { db, publicUrl }: CertificateRouteDeps): void {
  const present = (certificate: WholeCertificate) => presentCertificate(certificate, publicUrl);

  web.operation("listCertificates", {
    route: `GET ${path}`,
    right: "people.read",
    group: "Room",
    summary: "List the certificates that somebody has earned in an event",
    answer: CertificateList,
    handle: async ({ client, event, params: { registrantId } }) => {
      const key = { clientId: client.id, eventId: event.id, registrantId };
      return { certificates: (await listCertificatesOf(db, key)).map(present) };
    },
  });

  web.operation("reissueCertificates", {
    route: `POST ${path}/reissue`,
    right: "people.manage",
    group: "Room",
    summary: "Write somebody's certificates anew under the name they have now",
    description:
      "For a name that was corrected. Numbers, addresses and dates stay: the paper of before leads to the new one.",
    answer: CertificateList,
    handle: async ({ actor, client, event, params: { registrantId } }) => {
      const key = { clientId: client.id, eventId: event.id, registrantId };
      return { certificates: (await reissueCertificates(db, key, actor)).map(present) };
    },
  });
}

function presentCertificate(certificate: WholeCertificate, publicUrl: string): Static<typeof Certificate> {
  const { number, title, holder, partialCredit, credits, earnedAt } = certificate;
  return {
    ...{ number: presentNumber(number), title, holder, earnedAt: earnedAt.toISOString() },
    ...(partialCredit !== null && { partialCredit }),
    ...(credits !== null && { credits }),
    ...{ url: certificateAddress(publicUrl, number), pdfUrl: paperAddress(publicUrl, number) },
  };
}
