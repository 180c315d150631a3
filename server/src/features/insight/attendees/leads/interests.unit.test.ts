import { expect, test } from "vitest";
import { accountsOf } from "./accounts.ts";
import { interestsOf } from "./interests.ts";
import { levelOf } from "./level.ts";

const webinar = (title: string, given: object = {}) => ({
  ...{ title, languageCode: "en", tags: [], isAttended: false },
  ...given,
});

test.each([
  ["no webinars", [], []],
  ["words that say nothing are left out", [webinar("How to get the most out of your cloud")], ["Cloud"]],
  ["numbers and short words too", [webinar("Q3 2026: AI in 30 minutes of Go")], ["Minutes"]],
  [
    "in the language of the webinar",
    [webinar("Die Zukunft der Wolken", { languageCode: "de" })],
    ["Wolken", "Zukunft"],
  ],
  ["in one that is written without blanks", [webinar("東京の未来", { languageCode: "ja" })], ["未来", "東京"]],
  [
    "what counts most comes first",
    [webinar("Clouds"), webinar("Hats"), webinar("Hats and clouds and hats"), webinar("HATS")],
    ["Hats", "Clouds"],
  ],
  ["who came is more interested", [webinar("Alpha"), webinar("Omega", { isAttended: true })], ["Omega", "Alpha"]],
  [
    "as much as two who did not",
    [webinar("Omega"), webinar("Omega"), webinar("Alpha", { isAttended: true })],
    ["Alpha", "Omega"],
  ],
  ["tags count whole", [webinar("Cars", { tags: ["Used cars"] })], ["Cars", "Used cars"]],
])("%s", (_, webinars, interests) => {
  expect(interestsOf(webinars)).toEqual(interests);
});

test("ten at most", () => {
  const title = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda";
  expect(interestsOf([webinar(title)])).toHaveLength(10);
});

test.each([
  [0, "LOW"],
  [24.9, "LOW"],
  [25, "MEDIUM"],
  [49.9, "MEDIUM"],
  [50, "HIGH"],
  [100, "HIGH"],
])("a mean of %d tenths is %s", (tenths, level) => {
  expect(levelOf(tenths)).toBe(level);
});

test("domains of one company are one account, those of mail providers none", () => {
  const row = (domain: string, tenths: number) => ({ domain, people: 1, tenths });
  const domains = [
    "acme.com",
    "mail.acme.com",
    "gmail.com",
    "web.de",
    "yahoo.co.jp",
    "acme.co.uk",
    "localhost",
    "127.0.0.1",
    "",
  ];
  expect(accountsOf(domains.map((domain, index) => row(domain, index)))).toEqual([
    { domain: "acme.com", name: "Acme", people: 2, tenths: 1 },
    { domain: "acme.co.uk", name: "Acme", people: 1, tenths: 5 },
  ]);
  expect(accountsOf([row("xn--bcher-kva.de", 1)])).toMatchObject([{ name: "Bücher", domain: "xn--bcher-kva.de" }]);
});
