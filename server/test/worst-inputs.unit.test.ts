import { readerLanguage } from "@lectern/texts/reader-language";
import { expect, test } from "vitest";
import { readSentences } from "../src/features/content/derivatives/sentences.ts";
import { checkBrowser } from "../src/features/doors/personal-links/check-browser.ts";
import { findFaults } from "../src/features/doors/registration-page/read-form.ts";
import { readTarget } from "../src/features/doors/single-sign-on/sessions/target.ts";
import { readBounceReport } from "../src/features/mail/tracking/bounce-report.ts";
import { htmlToText } from "../src/features/webinars/event-emails/html-to-text.ts";
import { decodeBody, parseJsonBody, parseUrlEncoded } from "../src/http/forms.ts";
import { excerpt, writtenText } from "../src/http/pages/written-text.ts";
import { rewriteUrl } from "../src/http/rewrite-url.ts";
import { trimBlanks } from "../src/lib/blanks.ts";
import { readEmailAddress } from "../src/lib/email-address.ts";
import { hideAddresses } from "../src/lib/hide-addresses.ts";
import { textOfInlineHtml } from "../src/lib/safe-html.ts";
import { slugOf } from "../src/lib/slug.ts";
import { readCues } from "../src/lib/webvtt.ts";
import { expectLinear } from "./growth.ts";

/** Texts that cost somebody more than their length, of about that length. */
const worst: Record<string, (length: number) => string> = {
  letters: (length) => "a".repeat(length),
  "digits and a letter": (length) => `${"1".repeat(length)}x`,
  "blanks and a letter": (length) => `en${" ".repeat(length)}x`,
  "line ends": (length) => `a${"\n".repeat(length)}x`,
  "tabs on lines of their own": (length) => "\n\t".repeat(length / 2),
  "@": (length) => "@".repeat(length),
  "opened tags": (length) => "<a ".repeat(length / 3),
  "opened links": (length) => '<a href="'.repeat(length / 9),
  headings: (length) => "<h1><nav>".repeat(length / 9),
  brackets: (length) => "[".repeat(length),
  slashes: (length) => `${"/".repeat(length)}x`,
  hyphens: (length) => `${"-".repeat(length)}x`,
  references: (length) => "&amp".repeat(length / 4),
  separators: (length) => ";q=".repeat(length / 3),
  "names of fields": (length) => "a=&".repeat(length / 3),
  "open strings": (length) => '{"a":'.repeat(length / 5),
};

const numberField = {
  ...{ field: "stdField1", caption: "n", type: "text", isRequired: false, options: null, validation: "number" },
  ...{ position: 1, isVisible: true },
} as never;

/** Each takes what strangers send; a refusal is an answer. */
const readers: Record<string, (text: string) => unknown> = {
  "an e-mail address": readEmailAddress,
  "blanks around a word": trimBlanks,
  "a language that is asked for": (acceptLanguage) => readerLanguage({ acceptLanguage, event: "en" }),
  "a browser's name": checkBrowser,
  "a number of the form": (stdField1) => findFaults({ stdField1 } as never, [numberField]),
  "where somebody was going": (text) => readTarget(text, "https://lectern.example"),
  "a bounce's reason": (text) =>
    readBounceReport(
      Buffer.from(
        `Content-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\nAction: failed\nDiagnostic-Code: ${text}\n${text}\n--b--\n`,
      ),
    ),
  "a server's reason": hideAddresses,
  "a form": parseUrlEncoded,
  JSON: parseJsonBody,
  "a charset": (text) => decodeBody(Buffer.from("a"), `text/plain; charset=${text}`),
  "an address of ours": rewriteUrl,
  captions: (text) => readCues(`WEBVTT\n\n00:00.000 --> 00:01.000\n${text}`),
  "a line of times": (text) => readCues(`WEBVTT\n\n00:00:00.000 --> 00:00:01.000 ${text}`),
  "what is said": (text) => readSentences([{ text, startSeconds: 0, endSeconds: 1 } as never], "en"),
  "a producer's text": writtenText,
  "an excerpt": excerpt,
  "a consent": textOfInlineHtml,
  "a mail's HTML": htmlToText,
  "a title": slugOf,
};

test.each(Object.entries(readers))("%s costs no more than its length", async (_name, read) => {
  for (const text of Object.values(worst))
    await expectLinear(async (length) => {
      try {
        await read(text(length));
      } catch (error) {
        expect(error).toBeInstanceOf(Error);
      }
    });
});
