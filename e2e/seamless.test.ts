import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Selectable } from "kysely";
import type { Page } from "playwright-core";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { Events } from "../server/src/db/types.ts";
import { eventAddresses } from "../server/src/features/webinars/events/addresses.ts";
import { operated } from "../server/test/operator-api.ts";
import { withSsoApp } from "../server/test/single-sign-on.ts";
import { visit } from "./browser.ts";

// Forms on another site, for browsers: `localhost` is another site than 127.0.0.1, where Lectern is.

const app = await withSsoApp();
const site = createServer(({ url }, response) =>
  response.setHeader("Content-Type", "text/html; charset=utf-8").end(url === "/thanks" ? "<h1>Thanks</h1>" : form),
);
site.listen(0, "localhost");
await once(site, "listening");
const siteUrl = `http://localhost:${(site.address() as AddressInfo).port}`;
let event: Selectable<Events>;
let form = "";

afterAll(async () => {
  site?.close();
});
beforeEach(async () => {
  const { id } = await app.build.client({ name: "Northlight" });
  event = await app.build.event(id, { title: "Quiet machines" });
});

function formTo(action: string, hidden: Record<string, string> = {}): string {
  const fields = Object.entries({ eventid: String(event.id), key: event.audienceKey, ...hidden });
  return `<!doctype html><form method="post" action="${action}">
${fields.map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`).join("\n")}
<input name="firstname"><input name="email"><button>Sign up</button></form>`;
}

/** Fills in the other site's form and looks where it led. */
async function signUp(look: (page: Page) => Promise<void>): Promise<void> {
  await visit({ locale: "en-US" }, async (page) => {
    await page.goto(`${siteUrl}/form`);
    await page.locator("[name=firstname]").fill("Ada");
    await page.locator("[name=email]").fill("ada@acme.com");
    await page.locator("button").click();
    await look(page);
  });
}

async function passesOf(page: Page) {
  return (await page.context().cookies()).filter(({ name }) => name === `lectern_seat_${event.id}`);
}

async function people() {
  const { rows } = await app.database.pool.query(
    "select email, first_name, door, status from registrants where event_id = $1",
    [event.id],
  );
  return rows;
}

const ada = { email: "ada@acme.com", first_name: "Ada", door: "seamless", status: "active" };

test("a form on another site leads into the lobby, with a cookie that skips the form from then on", async () => {
  form = formTo(`${app.url}/seamlessreg`);
  const { lobby, audience } = eventAddresses(event, app.url);
  await signUp(async (page) => {
    await page.waitForURL(lobby);
    await page.getByText("You are registered").waitFor();
    const [pass] = await passesOf(page);
    expect(pass).toMatchObject({ domain: "127.0.0.1", path: "/wcc", httpOnly: true, sameSite: "Lax" });
    await page.goto(audience);
    expect(page.url()).toBe(lobby);
  });
  expect(await people()).toEqual([ada]);
});

test("a host of ours that only receives forms leads there too, and the pass leaves the address", async () => {
  form = formTo(`http://localhost:${new URL(app.url).port}/seamlessreg`);
  await signUp(async (page) => {
    await page.waitForURL(eventAddresses(event, app.url).lobby);
    expect((await passesOf(page)).map(({ domain }) => domain)).toContain("127.0.0.1");
  });
  expect(await people()).toEqual([ada]);
});

test("deletecookie shows the lobby and leaves nobody's pass on a shared machine", async () => {
  form = formTo(`${app.url}/seamlessreg`, { deletecookie: "true" });
  const { lobby, audience } = eventAddresses(event, app.url);
  await signUp(async (page) => {
    await page.getByText("You are registered").waitFor();
    expect(await passesOf(page)).toEqual([]);
    await page.goto(lobby);
    expect(page.url()).toBe(audience);
  });
  expect(await people()).toEqual([ada]);
});

test("the other site's own thank-you page comes after, once the client allows it", async () => {
  form = formTo(`${app.url}/utilApp/r`, { lobby: `${siteUrl}/thanks` });
  const { lobby } = eventAddresses(event, app.url);
  await signUp((page) => page.waitForURL(lobby));
  const redirectHosts = [new URL(siteUrl).host];
  await operated(app, `PUT /clients/${event.clientId}/redirect-hosts`, { redirectHosts });
  await signUp(async (page) => {
    await page.waitForURL(`${siteUrl}/thanks`);
    expect(await passesOf(page)).toHaveLength(1);
    await page.goto(eventAddresses(event, app.url).audience);
    expect(page.url()).toBe(lobby);
  });
  expect(await people()).toEqual([ada]);
});
