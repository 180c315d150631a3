import { readerLanguage } from "@lectern/texts/reader-language";
import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { one } from "../../../http/forms.ts";
import type { Pages } from "../../../http/pages/dialect.ts";
import type { Visit } from "../../../http/pages/visit.ts";
import { formatLocalised } from "../../webinars/events/event-language.ts";
import { type Words, wordsFor } from "../../webinars/events/words.ts";
import { certificateAddress, paperAddress, presentNumber, readNumber } from "./certificate-number.ts";
import { certificatePage, checkPage } from "./certificate-page.ts";
import { certificatePaper } from "./paper/certificate-paper.ts";
import { findCertificate, type WholeCertificate } from "./queries.ts";

interface CertificatePageDeps {
  readonly db: Kysely<Database>;
  readonly publicUrl: string;
}

/** Shows everybody who has a certificate's number what is certified, and tells of other numbers that they are none. */
export function certificatePages(pages: Pages, { db, publicUrl }: CertificatePageDeps): void {
  const limited = pages.with({ limit: "certificates" });

  const find = async (typed: string) => {
    const number = readNumber(typed);
    return number === undefined ? undefined : findCertificate(db, number);
  };
  const showUnknown = (visit: Visit, typed: string) =>
    visit.show(checkPage(wordsOf(visit), { unknown: typed }), { status: 404 });

  limited.get("/certificate", async (visit) => {
    const typed = one(visit.query, "number")?.trim();
    if (!typed) return visit.show(checkPage(wordsOf(visit)), { isOpen: true });
    const found = await find(typed);
    return found ? visit.leadTo(withLanguage(visit, certificateAddress("", found.number))) : showUnknown(visit, typed);
  });

  limited.get("/certificate/:number", async (visit) => {
    const found = await find(visit.params.number);
    if (!found) return showUnknown(visit, visit.params.number);
    const words = wordsOf(visit, found);
    return visit.show(certificatePage(words, found, paperAddress("", found.number)));
  });

  limited.get("/certificate/:number/certificate.pdf", async (visit) => {
    const found = await find(visit.params.number);
    if (!found) return showUnknown(visit, visit.params.number);
    return visit.reply
      .type("application/pdf")
      .header("Content-Disposition", `inline; filename="certificate-${presentNumber(found.number)}.pdf"`)
      .send(certificatePaper(textOf(found, publicUrl)));
  });
}

function wordsOf(visit: Visit, certificate?: WholeCertificate): Words {
  const hints = { asked: one(visit.query, "lang"), acceptLanguage: visit.request.headers["accept-language"] };
  return wordsFor(hints, certificate ?? { languageCode: "en", countryCode: null });
}

function withLanguage({ query }: Visit, address: string): string {
  const asked = one(query, "lang");
  return asked === undefined ? address : `${address}?${new URLSearchParams({ lang: asked })}`;
}

/** A certificate speaks its event's language, whoever reads it. */
function textOf(certificate: WholeCertificate, publicUrl: string) {
  const { languageCode, number, earnedAt } = certificate;
  return {
    ...certificate,
    languageCode: readerLanguage({ event: languageCode }),
    earnedOn: formatLocalised(earnedAt, certificate, { dateStyle: "long" }),
    number: presentNumber(number),
    address: certificateAddress(publicUrl, number),
  };
}
