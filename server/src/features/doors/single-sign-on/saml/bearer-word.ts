import type { ParsedAssertion, ParsedSubject } from "./parsed-assertion.ts";
import { refuseMessage } from "./saml-xml.ts";
import { CLOCK_SKEW_MS } from "./service-provider.ts";

/** The identity provider's word that whoever brings an assertion is its subject: for whom it is, and until when. */
export interface BearerWord {
  /** The request of ours that it answers; undefined when nobody asked. */
  readonly inResponseTo: string | undefined;
  readonly notOnOrAfter: Date;
}

const BEARER = "urn:oasis:names:tc:SAML:2.0:cm:bearer";

/** Of several, the first one that is for us and for now. The library does not look at all of this. */
export function readBearerWord(
  assertion: ParsedAssertion,
  { recipient, now }: { recipient: string; now: Date },
): BearerWord {
  const subjects = assertion.Subject ?? [];
  if (subjects.length !== 1) refuseMessage("not one subject");
  const words = listBearerData(subjects[0]).filter(({ Recipient }) => Recipient === recipient);
  if (words.length === 0) refuseMessage("another recipient");
  const word = words.find((one) => isNow(one, now)) ?? refuseMessage("not valid now");
  return { inResponseTo: word.InResponseTo, notOnOrAfter: new Date(word.NotOnOrAfter ?? "") };
}

type Data = Readonly<Record<string, string>>;

function listBearerData(subject: ParsedSubject | undefined): Data[] {
  const confirmations = (subject?.SubjectConfirmation ?? []).filter((one) => one.$?.Method === BEARER);
  return confirmations.flatMap((one) => (one.SubjectConfirmationData ?? []).flatMap(({ $ }) => ($ ? [$] : [])));
}

/** A word without an end is none: browsers could bring it for ever. */
function isNow({ NotBefore, NotOnOrAfter }: Data, now: Date): boolean {
  const ends = Date.parse(NotOnOrAfter ?? "") + CLOCK_SKEW_MS;
  const begins = NotBefore === undefined ? Number.NEGATIVE_INFINITY : Date.parse(NotBefore) - CLOCK_SKEW_MS;
  return begins <= now.getTime() && now.getTime() < ends;
}
