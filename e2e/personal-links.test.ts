import type { Selectable } from "kysely";
import type { Page } from "playwright-core";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Events } from "../server/src/db/types.ts";
import { personKeyOf } from "../server/src/features/admission/registration/people/person-key.ts";
import { eventAddresses, signedInAddresses } from "../server/src/features/webinars/events/addresses.ts";
import { createDoors, putGate, standing } from "../server/test/admission-fixture.ts";
import { sealer, withApp } from "../server/test/harness.ts";
import { staffLink } from "../server/test/staff-link.ts";
import { expectUsable, viewports, visit } from "./browser.ts";

const app = await withApp({ publicUrl: "" });
const at = createDoors(app);
const baseUrl = await app.listen();
const { id: clientId } = await app.build.client({ name: "Northlight Media" });
let event: Selectable<Events>;

afterAll(() => at.drain());
beforeEach(async () => {
  event = await app.build.event(clientId, { title: "Quiet machines: what a factory sounds like in 2030" });
});

const looks = [
  { language: "en", name: "desktop", colorScheme: "light" },
  { language: "de", name: "phone", colorScheme: "light" },
  { language: "ar", name: "phone", colorScheme: "dark" },
  { language: "ar", name: "desktop", colorScheme: "light" },
] as const;

const enter = async (email: string, languageCode = "en") =>
  (await at.enter("page", event.id, email, { languageCode })).id;
const linkOf = (id: number, page: string) => `${baseUrl}/wcc/p/${event.id}/${personKeyOf(sealer, id)}/${page}`;

/** Anybody can use the page, and it needs no script. */
async function check(page: Page, name: string): Promise<void> {
  await expectUsable(page, name);
  expect(await page.locator("script").count()).toBe(0);
}

describe.each(looks)("a person's links in $language on a $name, $colorScheme", ({ language, name, colorScheme }) => {
  const options = { viewport: viewports[name], colorScheme, locale: language };
  const shot = (page: string) => `${page}-${language}-${name}-${colorScheme}`;

  test("confirm the address, lead into the calendar, and cancel", async () => {
    await putGate(app, event, "confirmation");
    const id = await enter("ada@acme.com", language);
    await visit(options, async (page) => {
      await page.goto(linkOf(id, "confirm"));
      expect(await page.locator("html").getAttribute("lang")).toBe(language);
      await check(page, shot("confirm"));
      await page.locator("main button").click();
      await check(page, shot("registered"));
      expect(await standing(app, event.id)).toMatchObject({ active: 1 });
      const calendar = await page.request.get(
        new URL((await page.locator("main a").nth(1).getAttribute("href")) ?? "", baseUrl).href,
      );
      expect(calendar.headers()["content-type"]).toContain("text/calendar");

      await page.goto(linkOf(id, "cancel"));
      await check(page, shot("cancel"));
      await page.locator("main button").click();
      await check(page, shot("cancelled"));
      expect(await standing(app, event.id)).toMatchObject({ deleted: 1, counted: 0 });
      expect(await page.locator("main a").getAttribute("href")).toBe(eventAddresses(event, "").audience);
    });
  });

  test("choose which e-mails come", async () => {
    const id = await enter("ada@acme.com", language);
    await visit(options, async (page) => {
      await page.goto(linkOf(id, "unsubscribe"));
      await check(page, shot("mails"));
      await page.locator("main button").first().click();
      await page.getByRole("status").waitFor();
      await check(page, shot("mails-stopped"));
      await page.locator("main button").nth(1).click();
      await expect.poll(() => page.locator("main button").count()).toBe(1);
      await check(page, shot("mails-none"));
      await page.locator("main button").click();
      await expect.poll(() => page.getByRole("status").count()).toBe(0);
    });
  });

  test("say what people wait for, and help", async () => {
    await putGate(app, event, "capacity", { seats: 1 });
    await enter("first@acme.com");
    const id = await enter("ada@acme.com", language);
    await visit(options, async (page) => {
      await page.goto(linkOf(id, "join"));
      await check(page, shot("waitlisted"));
      await app.build.changeEvent(event.id, { languageCode: language });
      await page.goto(`${baseUrl}/wcc/help/${event.id}`);
      await check(page, shot("help"));
      await page.goto(`${baseUrl}/wcc/p/${event.id}/nobody/join`);
      await check(page, shot("unknown"));
    });
  });
});

describe.each(Object.entries(viewports))("the door on a %s", (name, viewport) => {
  test("shows who waits, and lets in and turns away", async () => {
    await visit({ viewport }, async (page) => {
      await page.goto(new URL(await staffLink(app, event), baseUrl).href);
      await check(page, `door-empty-${name}`);

      await putGate(app, event, "approval");
      for (const email of ["ada@acme.com", "bob@acme.com", "a.very.long.address.indeed@department.example.com"])
        await enter(email);
      await putGate(app, event, "capacity", { seats: 1 });
      await page.goto(signedInAddresses(event, baseUrl).door);
      await check(page, `door-pending-${name}`);
      await page.getByRole("button", { name: "Accept" }).first().click();
      await page.getByText("Accepted: they are registered now.").waitFor();
      await page.getByRole("button", { name: "Accept" }).first().click();
      await page.getByText("they are on the waiting list now").waitFor();
      await page.getByRole("button", { name: "Deny" }).click();
      await page.getByText("Denied: they get an e-mail").waitFor();
      await check(page, `door-done-${name}`);
      expect(await standing(app, event.id)).toMatchObject({ active: 1, waitlisted: 1, denied: 1 });
      await page.getByRole("link", { name: /Waiting list/ }).click();
      await check(page, `door-waitlist-${name}`);
      await page.getByLabel("Find a person").fill("nobody");
      await page.getByRole("button", { name: "Search" }).click();
      await page.getByText("Nobody here is called “nobody”.").waitFor();
      await page.getByRole("link", { name: /Denied/ }).click();
      await check(page, `door-denied-${name}`);
    });
  });
});
