import { languages } from "@lectern/texts/languages";
import fc from "fast-check";
import { expect, test } from "vitest";
import { replacementTokens } from "../../base/lookups/replacement-tokens.ts";
import { addressesOf } from "./addresses.ts";
import { defaultTextsIn } from "./default-texts.ts";
import type { Recipient } from "./queries.ts";
import type { RenderContext } from "./render-context.ts";
import { renderMail, renderText } from "./render-mail.ts";

const event: RenderContext["event"] = {
  id: 1000001,
  title: "R&D <live>",
  abstract: "First line.\nSecond line.",
  promotionalSummary: "Short.",
  startsAt: new Date("2027-03-02T17:00:00Z"),
  liveEndsAt: new Date("2027-03-02T18:00:00Z"),
  durationMinutes: 60,
  timeZone: "America/Los_Angeles",
  languageCode: "en",
  countryCode: null,
  venue: null,
  address: null,
  clientName: "Acme",
  presenterNames: ["Ada Lovelace", "Grace Hopper", "Ada Lovelace"],
};
const gina: Recipient = {
  id: 100000007,
  email: "gina+x@acme.com",
  firstName: "Gina",
  lastName: "O'Hara",
  company: "A&B <Ltd>",
  jobTitle: null,
  languageCode: null,
};
const addresses = addressesOf("https://w.example.com", { id: event.id, audienceKey: "KEY" }, "per son");
const context: RenderContext = { event, recipient: gina, addresses };

function show(template: string, changes: Partial<RenderContext["event"]> = {}) {
  return renderText(template, { ...context, event: { ...event, ...changes } });
}

function bodyOf(body: string, of: RenderContext = context): string {
  const { html } = renderMail({ subject: "s", body }, of);
  const inCard = /<td class="card"[^>]*>\n([\s\S]*)\n<\/td><\/tr><\/table>\n<\/td>/.exec(html);
  return inCard?.[1] ?? /<body[^>]*>\n([\s\S]*)\n<\/body>/.exec(html)?.[1] ?? "";
}

test("every token of the table has a value", () => {
  const shown = replacementTokens.map(({ value }) => [value, show(value)]);
  expect(shown.filter(([token, value]) => value === token)).toEqual([]);
  expect(Object.fromEntries(shown)).toEqual({
    "#EVENTTITLE#": "R&D <live>",
    "#EVENTDATE#": "Tuesday, March 2, 2027 at 9:00 AM PST",
    "#EVENTDAY#": "Tuesday, March 2, 2027",
    "#EVENTTIME#": "9:00 AM PST",
    "#EVENTENDTIME#": "10:00 AM PST",
    "#EVENTTIMEZONE#": "Pacific Standard Time",
    "#EVENTDURATION#": "60",
    "#EVENTABSTRACT#": "First line.\nSecond line.",
    "#EVENTSUMMARY#": "Short.",
    "#EVENTID#": "1000001",
    "#AUDIENCEURL#": "https://w.example.com/wcc/r/1000001/KEY",
    "#PRESENTERNAMES#": "Ada Lovelace, Grace Hopper",
    "#CLIENTNAME#": "Acme",
    "#VENUE#": "",
    "#VENUEADDRESS#": "",
    "#EMAIL#": "gina+x@acme.com",
    "#FIRSTNAME#": "Gina",
    "#LASTNAME#": "O'Hara",
    "#COMPANY#": "A&B <Ltd>",
    "#JOBTITLE#": "",
    "#EVENTUSERID#": "100000007",
    "#JOINURL#": "https://w.example.com/wcc/p/1000001/per%20son/join",
    "#CALENDARURL#": "https://w.example.com/wcc/p/1000001/per%20son/calendar",
    "#TICKETURL#": "https://w.example.com/wcc/p/1000001/per%20son/ticket",
    "#CONFIRMURL#": "https://w.example.com/wcc/p/1000001/per%20son/confirm",
    "#CANCELURL#": "https://w.example.com/wcc/p/1000001/per%20son/cancel",
    "#EVENTHELPURL#": "https://w.example.com/wcc/help/1000001",
    "#UNSUBSCRIBEURL#": "https://w.example.com/wcc/p/1000001/per%20son/unsubscribe",
  });
});

// Punctuation and the names of the hours of the night differ between releases of ICU.
test.each([
  ["de", null, "Europe/Berlin", /^Dienstag, 2. März 2027 um 18:00 CET\|Mitteleuropäische Normalzeit$/],
  ["en", "UK", "Europe/London", /^Tuesday,? 2 March 2027 at 17:00 GMT\|Greenwich Mean Time$/],
  ["zh", "TW", "Asia/Taipei", /^2027年3月3日 ?星期三 ..1:00 GMT\+8\|台北標準時間$/],
])("dates in the language %s %s and the zone %s", (languageCode, countryCode, timeZone, expected) => {
  const shown = show("#EVENTDATE#|#EVENTTIMEZONE#", { languageCode, countryCode, timeZone });
  expect(shown).toMatch(expected);
});

test("summer and winter have their own zone names", () => {
  expect(show("#EVENTTIME#", { startsAt: new Date("2027-07-02T17:00:00Z") })).toBe("10:00 AM PDT");
});

test("tokens in any letter case; unknown ones and hashes stay; values are put in once", () => {
  expect(show("#eventTitle# ##EVENTID## #NOTHING#EVENTID# #1 #EVENTID")).toBe(
    "R&D <live> #1000001# #NOTHING1000001 #1 #EVENTID",
  );
  expect(show("#EVENTTITLE#", { title: "#JOINURL# $& $1" })).toBe("#JOINURL# $& $1");
});

test("a plain body becomes paragraphs with links, its values escaped; the text part is the body itself", () => {
  const body =
    "Hello #FIRSTNAME# of #COMPANY#,\r\nwelcome.\n\n\nJoin: #JOINURL#.\n \n(See https://acme.com/?a=1&e=#EMAIL#.)";
  const join = "https://w.example.com/wcc/p/1000001/per%20son/join";
  const rendered = renderMail({ subject: "#EVENTTITLE#", body }, context);
  expect(rendered.subject).toBe("R&D <live>");
  expect(bodyOf(body)).toBe(
    [
      "<p>Hello Gina of A&#38;B &#60;Ltd&#62;,<br />welcome.</p>",
      `<p>Join: <a href="${join}" style="color:#3046c9;word-break:break-all">${join}</a>.</p>`,
      '<p>(See <a href="https://acme.com/?a=1&#38;e=gina%2Bx%40acme.com" style="color:#3046c9;word-break:break-all">https://acme.com/?a=1&#38;e=gina%2Bx%40acme.com</a>.)</p>',
    ].join("\n"),
  );
  expect(rendered.text).toBe(
    `Hello Gina of A&B <Ltd>,\nwelcome.\n\n\nJoin: ${join}.\n \n(See https://acme.com/?a=1&e=gina%2Bx%40acme.com.)`,
  );
  expect(rendered.html).toMatch(/^<!doctype html>\n<html lang="en" dir="ltr">/);
  expect(rendered.html).toContain("<title>R&#38;D &#60;live&#62;</title>");
});

test("the document names its language and direction", () => {
  const hebrew = { ...context, event: { ...event, languageCode: "he" } };
  expect(renderMail({ subject: "s", body: "b" }, hebrew).html).toContain('<html lang="he" dir="rtl">');
});

test("a line of a few words and a link becomes that link; joining is a button, what every mail has is small", () => {
  const join = "https://w.example.com/wcc/p/1000001/per%20son/join";
  const button = bodyOf("See #EVENTTITLE# here: #JOINURL#\nNo hurry.");
  expect(button).toMatch(
    /^<table role="presentation"[^>]*><tr><td class="button"[^>]*><a href="[^"]*" style="[^"]*">See R&#38;D &#60;live&#62; here<\/a><\/td><\/tr><\/table>\n<p>No hurry\.<\/p>$/,
  );
  expect(button).toContain(`href="${join}"`);
  expect(bodyOf("カレンダーに追加：#CALENDARURL#\nx")).toBe(
    `<p><a href="https://w.example.com/wcc/p/1000001/per%20son/calendar" style="color:#3046c9">カレンダーに追加</a><br />x</p>`,
  );
  expect(bodyOf("Need help? #EVENTHELPURL#")).toBe(
    `<p class="quiet foot"><a href="https://w.example.com/wcc/help/1000001" style="color:#3046c9">Need help?</a></p>`,
  );
});

test.each([
  "It is soon. Join: #JOINURL#",
  "Join #JOINURL#",
  "Join: #JOINURL# now",
  "See https://acme.com: #JOINURL#",
  `${"Join ".repeat(20)}: #JOINURL#`,
])("%s stays a sentence with its address", (body) => {
  expect(bodyOf(body)).toMatch(/^<p>[^<]+<a href="[^"]*" style="color:#3046c9;word-break:break-all">https:/);
});

test("links of the HTML part are counted where they are followed, and those of the text part stay readable", () => {
  const tracking = { pixel: "https://w.example.com/p.gif", follow: (url: string) => `https://w.example.com/l?${url}` };
  const tracked = { ...context, tracking };
  const join = "https://w.example.com/wcc/p/1000001/per%20son/join";
  for (const body of [
    "Join: #JOINURL#",
    "Go to #JOINURL# now",
    '<a href="#JOINURL#">x</a> <a href="mailto:a@b.de">y</a>',
  ]) {
    const { html, text } = renderMail({ subject: "s", body }, tracked);
    expect(html).toContain(`href="https://w.example.com/l?${join}"`);
    expect(html).toMatch(/<img src="https:\/\/w\.example\.com\/p\.gif"[^>]*><\/body>/);
    expect(html).not.toContain(`href="${join}"`);
    expect(html).not.toContain("l?mailto");
    expect(text).toContain(join);
    expect(text).not.toContain("/l?");
  }
});

test("comparisons and addresses in brackets do not make HTML of a plain text", () => {
  expect(bodyOf("1 < 2 > 0, <gina@acme.com>, <production>")).toBe(
    "<p>1 &#60; 2 &#62; 0, &#60;gina@acme.com&#62;, &#60;production&#62;</p>",
  );
});

test("an HTML body is kept with its styles and links, tokens filled everywhere", () => {
  const body = `<h1 style="color: #ff0000; margin: 0">#EVENTTITLE#</h1>
<a href=" #JOINURL#" title="For #COMPANY#"><b>Join</b></a> <a href="mailto:#EMAIL#">you</a>
<a href="https://x.com/?u=#JOINURL#&c=#COMPANY#">share</a><img src="https://x.com/a.png" alt="#COMPANY#" width="10">`;
  expect(bodyOf(body)).toBe(
    `<h1 style="color:#ff0000;margin:0">R&#38;D &#60;live&#62;</h1>
<a href="https://w.example.com/wcc/p/1000001/per%20son/join" title="For A&amp;B &lt;Ltd&gt;"><b>Join</b></a> <a href="mailto:gina%2Bx@acme.com">you</a>
<a href="https://x.com/?u=https%3A%2F%2Fw.example.com%2Fwcc%2Fp%2F1000001%2Fper%2520son%2Fjoin&amp;c=A%26B%20%3CLtd%3E">share</a><img src="https://x.com/a.png" alt="A&amp;B &lt;Ltd&gt;" width="10" />`,
  );
  expect(bodyOf("<p>#EVENTABSTRACT#</p>")).toBe("<p>First line.<br />Second line.</p>");
});

test.each([
  ["<p onclick='x()'>a</p>", "<p>a</p>"],
  ["<script>alert(1)</script><p>a</p>", "<p>a</p>"],
  ["<html><head><title>t</title><style>p{}</style></head><body><p>a</p></body></html>", "<p>a</p>"],
  ['<a href="javascript:alert(1)">a</a>', "<a>a</a>"],
  ['<a href="//evil.example">a</a>', "<a>a</a>"],
  ['<form action="https://e.com"><input name="a"><b>a</b></form>', "<b>a</b>"],
  ['<iframe src="https://e.com"></iframe><b>a</b>', "<b>a</b>"],
  ['<b style="background:url(https://e.com/x)">a</b>', "<b>a</b>"],
  ['<b style="color:rgb(1, 2, 3);position:fixed">a</b>', '<b style="color:rgb(1, 2, 3)">a</b>'],
  ['<img src="data:image/svg+xml,x">', "<img />"],
])("%s is sent as %s", (body, expected) => {
  expect(bodyOf(body)).toBe(expected);
});

test("the text part of an HTML body reads like a letter", () => {
  const body = `<h1>#EVENTTITLE#</h1><p>Dear #COMPANY#,<br>see   you.</p><ul><li>One</li><li>Two &amp; &lt;three&gt;</li></ul>
    <table><tr><td>When</td><td>#EVENTTIME#</td></tr></table><p><a href="#JOINURL#"><b>Join</b></a> <a href="#AUDIENCEURL#">#AUDIENCEURL#</a></p>`;
  expect(renderMail({ subject: "s", body }, context).text).toBe(
    `R&D <live>

Dear A&B <Ltd>,
see you.

- One
- Two & <three>

When 9:00 AM PST

Join (https://w.example.com/wcc/p/1000001/per%20son/join) https://w.example.com/wcc/r/1000001/KEY`,
  );
});

test("what is not offered leaves nothing, and no empty link", () => {
  const { confirm: _, ...offered } = addresses;
  expect(bodyOf("Confirm: #CONFIRMURL#", { ...context, addresses: offered })).toBe("<p>Confirm: </p>");
});

/** Tags and the attributes they carry, without what stands in them. */
function skeleton(html: string): string[] {
  return [...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag.replace(/="[^"]*"/g, ""));
}

const htmlBody = `<p title="#FIRSTNAME#">#LASTNAME# <b>#EMAIL#</b></p><a href="#COMPANY#">x</a><a href="#JOBTITLE##JOINURL#">y</a>
<a href=https://x.com/#FIRSTNAME#>z</a><img src="https://x.com/#FIRSTNAME#.png" alt=#COMPANY#><!-- #EMAIL# --><i style="color:#COMPANY#">i</i>`;
const bodies = [
  htmlBody,
  "Hello #FIRSTNAME# #LASTNAME#\n\n#EMAIL# #COMPANY# https://x.com/#JOBTITLE#/?a=#EMAIL# #JOINURL#",
  ...languages.flatMap(({ code }) => Object.values(defaultTextsIn(code).emails).map(({ body }) => body)),
];
const nasty = fc.constantFrom(
  '"><script>alert(1)</script>',
  "' onmouseover='x' ",
  " href=javascript:alert(1) ",
  "javascript:alert(1)",
  "#JOINURL#",
  "a\r\nBcc: everybody@example.com",
  "a\u2028b\u0085c",
  "--><img src=x onerror=alert(1)>",
  "&lt;script&gt;",
  "</p></body></html>",
  "\ud800",
  "$&$1",
);
const text = fc.oneof(nasty, fc.string({ unit: "binary", maxLength: 30 }), fc.string({ maxLength: 30 }));

test("nobody's values bring a tag, an attribute, a scheme or a header line into a mail", () => {
  const plain = { id: 1, email: "a", firstName: "a", lastName: "a", company: "a", jobTitle: "a", languageCode: null };
  const anybody = fc.record({
    ...plain,
    id: fc.nat(),
    email: text,
    firstName: text,
    lastName: text,
    company: text,
    jobTitle: text,
    languageCode: fc.constant(null),
  } as never);
  const subject = "#FIRSTNAME# #COMPANY# - #EVENTTITLE#";
  fc.assert(
    fc.property(anybody, fc.constantFrom(...bodies), text, (recipient, body, title) => {
      const harmless = renderMail({ subject, body }, { ...context, recipient: plain });
      const rendered = renderMail(
        { subject, body },
        { ...context, event: { ...event, title }, recipient: recipient as Recipient },
      );
      expect(rendered.subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
      // An attribute that is left empty may be dropped; none may come.
      const bare = (html: string) => skeleton(html).map((tag) => tag.replace(/ (title|alt|href|src)\b/g, ""));
      expect(bare(rendered.html)).toEqual(bare(harmless.html));
      for (const [, address] of rendered.html.matchAll(/ (?:href|src)="([^"]*)"/g))
        expect(address).toMatch(/^(https:\/\/(x|w\.example)\.com\/|[^:]*$)/);
    }),
    { numRuns: 500 },
  );
});
