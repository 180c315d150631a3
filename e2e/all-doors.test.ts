import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Selectable } from "kysely";
import type { Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import type { Events } from "../server/src/db/types.ts";
import { eventAddresses } from "../server/src/features/webinars/events/addresses.ts";
import { putGate } from "../server/test/admission-fixture.ts";
import { OPERATOR_KEY } from "../server/test/harness.ts";
import { operated } from "../server/test/operator-api.ts";
import { setUpIdp, withSsoApp } from "../server/test/single-sign-on.ts";
import { visit } from "./browser.ts";

// One person, ada@example.com, comes by every door there is: with curl, by the page in a browser, from a form elsewhere,
// through a real identity provider, and on a list.

const app = await withSsoApp();
const client = await app.build.client({ name: "Northlight Media" });
const token = await app.build.token(client.id);
const sso = await setUpIdp(app, client.id);

afterAll(async () => {
  await sso.idp.close();
});

type Event = Selectable<Events>;
const ada = { email: "ada@example.com", firstname: "Ada", lastname: "Lovelace", company: "Engines" };

const doors: Readonly<Record<string, (event: Event) => Promise<string>>> = {
  async rest(event) {
    const form = Object.entries(ada).flatMap(([name, value]) => ["-d", `${name}=${value}`]);
    const credentials = ["-H", `accesstokenkey: ${token.key}`, "-H", `accesstokensecret: ${token.secret}`];
    const url = `${app.url}/v2/client/${event.clientId}/event/${event.id}/registrant`;
    return (await promisify(execFile)("curl", ["-sS", "-X", "POST", url, ...credentials, ...form])).stdout;
  },
  page: (event) =>
    inBrowser(async (page) => {
      await page.goto(eventAddresses(event, app.url).audience);
      for (const [name, value] of Object.entries(ada)) await page.locator(`#field-${name}`).fill(value);
      await page.locator("[data-registration] button").click();
    }),
  async seamless(event) {
    const body = new URLSearchParams({ ...ada, eventid: String(event.id), key: event.audienceKey });
    return (await fetch(`${app.url}/seamlessreg`, { method: "POST", body })).text();
  },
  saml: (event) =>
    inBrowser(async (page) => {
      const query = `event=${event.id}&key=${event.audienceKey}`;
      await page.goto(`${app.url}/saml/${event.clientId}/${sso.providerId}/login?${query}`);
      await page.waitForURL(`${app.url}/**`);
    }),
  async import(event) {
    const path = `/api/clients/${event.clientId}/events/${event.id}/imports`;
    const headers = { authorization: `Bearer ${OPERATOR_KEY}`, "content-type": "text/csv" };
    const body = `${Object.keys(ada).join()}\n${Object.values(ada).join()}\n`;
    const answer = await fetch(app.url + path, { method: "POST", headers, body });
    const { importId } = (await answer.json()) as { importId: number };
    await app.runJobs();
    return (await fetch(`${app.url}${path}/${importId}/rows`, { headers })).text();
  },
};

/** Answers the page that the visit ends on. */
async function inBrowser(look: (page: Page) => Promise<void>): Promise<string> {
  let content = "";
  await visit({}, async (page) => {
    await look(page);
    await page.locator("h1").first().waitFor();
    content = await page.content();
  });
  return content;
}

async function people(eventId: number): Promise<{ email: string; door: string; status: string }[]> {
  const { rows } = await app.database.pool.query("select email, door, status from registrants where event_id = $1", [
    eventId,
  ]);
  return rows;
}

test("every door leads to the same one registrant", async () => {
  const event = await app.build.event(token.clientId, { title: "One and the same" });
  for (const [name, enter] of Object.entries(doors)) {
    await enter(event);
    expect(await people(event.id), name).toEqual([{ email: ada.email, door: "rest", status: "active" }]);
  }
  const { rows } = await app.database.pool.query(
    `select (select registrants from event_totals where event_id = $1) as counted,
       (select count(*) from mails where event_id = $1) as mails,
       (select count(*) from changes where event_id = $1 and kind = 'registrant.updated') as updates`,
    [event.id],
  );
  expect(rows).toEqual([{ counted: 1, mails: 1, updates: Object.keys(doors).length - 1 }]);
});

test("the same gate stops each of them when it is set for all doors", async () => {
  const event = await app.build.event(token.clientId, { title: "Not for everybody" });
  await putGate(app, event, "addresses", { blocked: ["example.com"], ownText: "Not from over there." });
  await operated(app, `PATCH /clients/${event.clientId}/events/${event.id}/gates`, { guardsAllDoors: true });
  for (const [name, enter] of Object.entries(doors)) expect(await enter(event), name).toContain("Not from over there.");
  expect(await people(event.id)).toEqual([]);
});
