import { domainToASCII } from "node:url";
import fc from "fast-check";

/** A mailbox, as its owner would write it. */
export interface Mailbox {
  readonly local: string;
  readonly domain: string;
}

/** One of the ways in which people and programs write an address. */
export interface Spelling {
  /** Letter by letter. */
  readonly isUpper: readonly boolean[];
  readonly form: string;
  /** The domain as it goes over the wire, which is what Chrome's form sends. */
  readonly isAscii: boolean;
  readonly before: string;
  readonly after: string;
}

const letters = "abkjiusé\u00e4\u01f0o\u0308z7._+-ßжй日".split("");
const domains = [
  "acme.example",
  "müller.example",
  "bücher.straße.example",
  "例え.テスト",
  "mail.acme.example",
  "a-b.ελλάδα",
];
const edges = ["", " ", "\u00a0", "\u200b", "\ufeff", "\u200e\u200e", "\t"];

export const mailboxes: fc.Arbitrary<Mailbox> = fc.record({
  local: fc
    .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 6 })
    .map((some) => some.join("").normalize("NFC")),
  domain: fc.constantFrom(...domains),
});

export const spellings: fc.Arbitrary<Spelling> = fc.record({
  isUpper: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
  form: fc.constantFrom("NFC", "NFD"),
  isAscii: fc.boolean(),
  before: fc.constantFrom(...edges),
  after: fc.constantFrom(...edges),
});

export function spell(mailbox: Mailbox, { isUpper, form, isAscii, before, after }: Spelling): string {
  const local = [...mailbox.local].map((one, index) => (isUpper[index] && /[a-z]/.test(one) ? one.toUpperCase() : one));
  const domain = isAscii ? domainToASCII(mailbox.domain) : mailbox.domain;
  // Its capital letter is two others.
  const raised = isUpper[0] ? domain.replace(/[^ß]+/g, (some) => some.toUpperCase()) : domain;
  return `${before}${local.join("").normalize(form)}@${raised.normalize(form)}${after}`;
}
