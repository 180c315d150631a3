import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Selectable } from "kysely";
import type { BrowserContextOptions, Page } from "playwright-core";
import { expect, test } from "vitest";
import type { Events } from "../server/src/db/types.ts";
import { eventAddresses } from "../server/src/features/webinars/events/addresses.ts";
import { putGate } from "../server/test/admission-fixture.ts";
import { withApp } from "../server/test/harness.ts";
import { operated } from "../server/test/operator-api.ts";
import { expectUsable, keepScreenshot, viewports, visit as visitAsSomebody } from "./browser.ts";

const app = await withApp({ publicUrl: "http://127.0.0.1" });
const baseUrl = await app.listen();
const { id: clientId } = await app.build.client({ name: "Northlight Media" });

async function newEvent(languageCode = "en"): Promise<Selectable<Events>> {
  const event = await app.build.event(clientId, {
    languageCode,
    ...texts[languageCode],
  });
  const page = { banner: "https://pictures.example/wide.svg", bannerText: "Waves over a factory floor" };
  await operated(app, `PUT /clients/${clientId}/events/${event.id}/registration-page`, page);
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

const texts: Record<string, { title: string; promotionalSummary: string; abstract: string }> = {
  en: {
    title: "Quiet machines: what a factory sounds like in 2030",
    promotionalSummary: "What a factory sounds like when its machines listen to each other.",
    abstract: "Forty minutes on sensors, maintenance and silence.\n\nWith time for your questions.",
  },
  de: {
    title: "Leise Maschinen: wie eine Fabrik 2030 klingt",
    promotionalSummary: "Wie eine Fabrik klingt, wenn ihre Maschinen einander zuhören.",
    abstract: "Vierzig Minuten über Sensoren, Wartung und Stille.\n\nMit Zeit für Ihre Fragen.",
  },
  ar: {
    title: "آلات هادئة: كيف سيبدو صوت المصنع في عام 2030",
    promotionalSummary: "كيف يبدو صوت المصنع حين تُصغي آلاته بعضها إلى بعض.",
    abstract: "أربعون دقيقة عن المستشعرات والصيانة والهدوء.\n\nمع وقت لأسئلتكم.",
  },
};

/** Stands in for a picture on a client's own site. */
const banner = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 400"><defs><linearGradient id="g" x2="1" y2="1">
<stop stop-color="#12204f"/><stop offset="1" stop-color="#3c8fd0"/></linearGradient></defs><rect width="1200" height="400" fill="url(#g)"/>
<path d="M0 260q150-120 300 0t300 0 300 0 300 0v140H0z" fill="#fff" opacity=".25"/></svg>`;

const looks = [
  { language: "en", name: "desktop", colorScheme: "light" },
  { language: "en", name: "phone", colorScheme: "dark" },
  { language: "de", name: "phone", colorScheme: "light" },
  { language: "ar", name: "phone", colorScheme: "light" },
  { language: "ar", name: "desktop", colorScheme: "dark" },
] as const;

async function visit(options: BrowserContextOptions, look: (page: Page) => Promise<void>): Promise<void> {
  await visitAsSomebody(options, async (page) => {
    await page.route("https://pictures.example/**", (route) =>
      route.fulfill({ contentType: "image/svg+xml", body: banner }),
    );
    const complaints: string[] = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    await look(page);
    // Such as a policy that forbids what the page holds; a status that says no is no mistake of the page.
    expect(complaints.filter((text) => !/Failed to load resource|frame-ancestors/.test(text))).toEqual([]);
  });
}

const audienceOf = (event: Selectable<Events>) => eventAddresses(event, baseUrl).audience;

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
    await expectUsable(page, shot("form"));
    await send(page);
    // Nothing was sent: the script has told what is missing, and leads to the first of it.
    expect(await page.evaluate("document.activeElement.id")).toBe("field-firstname");
    expect(await page.locator(".fault:visible").count()).toBe(4);
    await expectUsable(page, shot("faults"));
    await fillIn(page, "ada@acme.com");
    expect(await page.locator(".fault:visible").count()).toBe(0);
    await send(page);
    await page.waitForURL("**/wcc/lobby/**");
    await page.locator("[data-countdown] strong:not(:empty)").waitFor();
    await expectUsable(page, shot("lobby"));
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
    await expectUsable(page, shot("waitlist"));
  });
});

test.each(["phone", "desktop"] as const)("every kind of field can be used by everybody (%s)", async (name) => {
  const event = await newEvent();
  const optional = { validation: "none", options: null, isRequired: false };
  await operated(app, `PUT /clients/${clientId}/events/${event.id}/registration-page`, {
    intro: "Seats are few. <b>Register today.</b>",
    fields: [
      { field: "email", caption: "Email", type: "textbox", isRequired: true },
      { ...optional, field: "workPhone", caption: "Phone", type: "textbox" },
      { ...optional, field: "std1", caption: "Team", type: "listbox", isRequired: true, options: ["Design", "Sales"] },
      { ...optional, field: "std2", caption: "Days", type: "multiselect", isRequired: true, options: ["Mon", "Tue"] },
      { ...optional, field: "std3", caption: "Vegetarian lunch", type: "checkbox" },
      { ...optional, field: "notes", caption: "Anything that we should know?", type: "textarea" },
      { ...optional, field: "std4", caption: "", type: "hidden" },
      {
        ...optional,
        field: "marketingEmail",
        caption:
          'I agree to the <a href="https://acme.example/privacy">privacy policy</a> and to e-mails about similar events',
        type: "consent",
        isRequired: true,
      },
    ],
  });
  await visit({ viewport: viewports[name] }, async (page) => {
    await page.goto(`${audienceOf(event)}?std4=booth-7`);
    await expectUsable(page, `registration-kinds-${name}`);
    await page.locator("#field-email").fill("ada@acme");
    await page.locator("#field-workphone").fill("12");
    await send(page);
    await expect.poll(() => page.locator(".fault:visible").count()).toBe(2);
    // The script tells what it can tell; the server, which is asked by sending once more, the rest.
    await send(page);
    await page.locator('.notice.bad a[href="#field-std2"]').waitFor();
    expect(await page.locator(".fault:visible").count()).toBe(5);
    await expectUsable(page, `registration-kinds-faults-${name}`);
    await page.locator("#field-email").fill("ada@acme.com");
    await page.locator("#field-workphone").fill("+49 123 45678");
    await page.locator("#field-std1").selectOption("Sales");
    await page.getByLabel("Mon").check();
    await page.getByLabel("Tue").check();
    await page.getByLabel(/I agree/).check();
    await send(page);
    await page.waitForURL("**/wcc/lobby/**");
  });
  const { rows } = await app.database.pool.query(
    "select std1, std2, std3, std4, marketing_email from registrants where event_id = $1",
    [event.id],
  );
  expect(rows).toEqual([{ std1: "Sales", std2: "Mon, Tue", std3: "N", std4: "booth-7", marketing_email: "Y" }]);
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
      const heightOf = async () => (await tab.locator("iframe").boundingBox())?.height ?? 0;
      const before = await heightOf();
      await frame.locator("[data-registration] button").click();
      await frame.locator('a[target="_top"]').waitFor();
      // The frame is as high as what it says.
      await expect.poll(heightOf).toBeLessThan(before / 2);
      await keepScreenshot(tab, "registration-embed-done");
      await frame.locator('a[target="_top"]').click();
      await tab.waitForURL("**/wcc/lobby/**");
      await tab.locator(".lobby").waitFor();
      await app.build.changeEvent(event.id, { isActive: false });
      app.app.caches.events.drop(event.id);
      await tab.goto(page(allowed));
      await frame.getByText("This event is not open").waitFor();
    });
  } finally {
    allowed.close();
    other.close();
  }
  const { rows } = await app.database.pool.query("select utm_source from registrants where event_id = $1", [event.id]);
  expect(rows).toEqual([{ utm_source: "acme" }]);
});
