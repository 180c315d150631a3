import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Selectable } from "kysely";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Events } from "../server/src/db/types.ts";
import { eventAddresses } from "../server/src/features/events/addresses.ts";
import { putGate } from "../server/test/admission-fixture.ts";
import { startTestApp, type TestApp } from "../server/test/harness.ts";
import { operated } from "../server/test/operator-api.ts";
import { findAccessibilityFaults, keepScreenshot, launchBrowser, viewports } from "./browser.ts";

let app: TestApp;
let baseUrl: string;
let browser: Browser;
let clientId: number;

beforeAll(async () => {
  app = await startTestApp({ publicUrl: "http://127.0.0.1" });
  baseUrl = await app.listen();
  browser = await launchBrowser();
  ({ id: clientId } = await app.build.client({ name: "Northlight Media" }));
});
afterAll(async () => {
  await browser?.close();
  await app.close();
});

async function newEvent(languageCode = "en"): Promise<Selectable<Events>> {
  const event = await app.build.event(clientId, {
    title: titles[languageCode] ?? titles.en ?? "",
    languageCode,
    promotionalSummary: "What a factory sounds like when its machines listen to each other.",
    abstract: "Forty minutes on sensors, maintenance and silence.\n\nWith time for your questions.",
  });
  const token = await app.build.token(clientId);
  const metadata = JSON.stringify({
    name: "Ada Okafor",
    title: "Head of Research",
    company: "Northlight",
    email: "a@b.co",
  });
  await app.call(token, `POST /client/${clientId}/event/${event.id}/speakerbio`, { form: { metadata } });
  return event;
}

const titles: Record<string, string> = {
  en: "Quiet machines: what a factory sounds like in 2030",
  de: "Leise Maschinen: wie eine Fabrik 2030 klingt",
  ar: "آلات هادئة: كيف سيبدو صوت المصنع في عام 2030",
};

const looks = [
  { language: "en", name: "desktop", colorScheme: "light" },
  { language: "en", name: "phone", colorScheme: "dark" },
  { language: "de", name: "phone", colorScheme: "light" },
  { language: "ar", name: "phone", colorScheme: "light" },
  { language: "ar", name: "desktop", colorScheme: "dark" },
] as const;

async function visit(options: BrowserContextOptions, look: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext(options);
  try {
    await look(await context.newPage());
  } finally {
    await context.close();
  }
}

const audienceOf = (event: Selectable<Events>) => eventAddresses(event, baseUrl).audience;

async function check(page: Page, name: string): Promise<void> {
  await keepScreenshot(page, name);
  expect(await findAccessibilityFaults(page)).toEqual([]);
  expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
}

async function fillIn(page: Page, email: string): Promise<void> {
  const fields = { firstname: "Ada", lastname: "Okafor", email, company: "Acme" };
  for (const [name, value] of Object.entries(fields)) await page.locator(`#field-${name}`).fill(value);
}

const send = (page: Page) => page.locator("[data-registration] button").click();

test.each(looks)("form, lobby and waiting list for everybody ($language, $name, $colorScheme)", async (look) => {
  const { language, name, colorScheme } = look;
  const event = await newEvent(language);
  const shot = (what: string) => `registration-${what}-${language}-${name}`;
  await visit({ viewport: viewports[name], colorScheme, locale: language }, async (page) => {
    await page.goto(audienceOf(event));
    await check(page, shot("form"));
    await send(page);
    // Nothing was sent: the script has told what is missing, and leads to the first of it.
    expect(await page.evaluate("document.activeElement.id")).toBe("field-firstname");
    expect(await page.locator(".fault:visible").count()).toBe(4);
    await check(page, shot("faults"));
    await fillIn(page, "ada@acme.com");
    expect(await page.locator(".fault:visible").count()).toBe(0);
    await send(page);
    await page.waitForURL("**/wcc/lobby/**");
    await page.locator("[data-countdown] strong:not(:empty)").waitFor();
    await check(page, shot("lobby"));
    await page.goto(audienceOf(event));
    expect(page.url()).toContain("/wcc/lobby/");
    await page.locator("form button").click();
    await page.goto(audienceOf(event));
    expect(page.url()).toContain("/wcc/r/");
  });
  await putGate(app, event, "capacity", { seats: 1 });
  await visit({ viewport: viewports[name], colorScheme, locale: language }, async (page) => {
    await page.goto(audienceOf(event));
    await fillIn(page, "ben@acme.com");
    await send(page);
    await page.locator("h1").waitFor();
    await check(page, shot("waitlist"));
  });
});

test("works without script, and tells every fault at once", async () => {
  const event = await newEvent();
  await visit({ javaScriptEnabled: false, viewport: viewports.phone }, async (page) => {
    await page.goto(audienceOf(event));
    await page.locator("#field-email").fill("ada@acme.com");
    // The browser's own check stands in for the script's; it is passed by to see the server's.
    await page.locator("#field-firstname").fill(" ");
    await page.locator("#field-lastname").fill("Okafor");
    await page.locator("#field-company").fill("Acme");
    await send(page);
    await page.locator('[role="alert"] a[href="#field-firstname"]').click();
    await keepScreenshot(page, "registration-no-script");
    await page.locator("#field-firstname").fill("Ada");
    await send(page);
    expect(page.url()).toContain("/wcc/lobby/");
  });
});

test("leaves no cookie behind on a shared machine", async () => {
  const event = await newEvent();
  await visit({}, async (page) => {
    await page.goto(`${audienceOf(event)}?deletecookie=true`);
    await fillIn(page, "ada@acme.com");
    await send(page);
    await page.locator(".lobby").waitFor();
    expect(await page.context().cookies()).toEqual([]);
  });
});

test("stands in the frame of a site that may show it, and in no other", async () => {
  const event = await newEvent();
  const page = (site: Server) => `http://localhost:${(site.address() as AddressInfo).port}/`;
  const serve = () =>
    new Promise<Server>((resolve) => {
      const html = `<!doctype html><html lang="en"><title>Acme</title><h1>Join us</h1>
<script src="${baseUrl}/wcc/embed.js" data-event="${event.id}" data-key="${event.audienceKey}" async></script>`;
      const server = createServer((_request, response) =>
        response.setHeader("Content-Type", "text/html; charset=utf-8").end(html),
      );
      server.listen(0, "localhost", () => resolve(server));
    });
  const [allowed, other] = [await serve(), await serve()];
  try {
    const embedOrigins = [page(allowed).slice(0, -1)];
    await operated(app, `PUT /clients/${clientId}/events/${event.id}/registration-page`, { embedOrigins });
    await visit({ viewport: viewports.desktop }, async (tab) => {
      await tab.goto(`${page(other)}?utm_source=acme`);
      await tab.locator("iframe").waitFor();
      await expect.poll(() => tab.frames()[1]?.url()).toMatch(/^chrome-error:/);
      await tab.goto(`${page(allowed)}?utm_source=acme`);
      const frame = tab.frameLocator("iframe");
      for (const [name, value] of Object.entries({
        firstname: "Eve",
        lastname: "M",
        email: "eve@acme.com",
        company: "A",
      }))
        await frame.locator(`#field-${name}`).fill(value);
      await keepScreenshot(tab, "registration-embed");
      await frame.locator("[data-registration] button").click();
      await frame.locator('a[target="_top"]').click();
      await tab.waitForURL("**/wcc/lobby/**");
      await tab.locator(".lobby").waitFor();
    });
  } finally {
    allowed.close();
    other.close();
  }
  const { rows } = await app.database.pool.query("select utm_source from registrants where event_id = $1", [event.id]);
  expect(rows).toEqual([{ utm_source: "acme" }]);
});
