import { beforeAll, expect, test } from "vitest";
import { personKeyOf } from "../server/src/features/admission/registration/people/person-key.ts";
import { ticketOf } from "../server/src/features/admission/registration/people/ticket.ts";
import { createDoors } from "../server/test/admission-fixture.ts";
import { sealer, withApp } from "../server/test/harness.ts";
import { staffLink } from "../server/test/staff-link.ts";
import { expectUsable, viewports, visit } from "./browser.ts";

const app = await withApp({ publicUrl: "" });
const at = createDoors(app);
const baseUrl = await app.listen();
let event: Awaited<ReturnType<typeof app.build.event>>;
let registrantId: number;

beforeAll(async () => {
  const { id: clientId } = await app.build.client({ name: "Northlight Media" });
  const venue = { isHybrid: true, venue: "Harbour Hall", address: "Pier 3" };
  const startsAt = new Date(Date.now() + 86_400_000);
  event = await app.build.event(clientId, { title: "Quiet machines", startsAt, durationMinutes: 90, ...venue });
  registrantId = (await at.enter("page", event.id, "ada@acme.com", {})).id;
  await at.drain();
});

test.each([
  { language: "en", name: "phone", colorScheme: "light" },
  { language: "ar", name: "phone", colorScheme: "dark" },
  { language: "de", name: "desktop", colorScheme: "light" },
] as const)("a ticket in $language on a $name", async ({ language, name, colorScheme }) => {
  await visit({ viewport: viewports[name], colorScheme, locale: language }, async (page) => {
    await page.goto(`${baseUrl}/wcc/p/${event.id}/${personKeyOf(sealer, registrantId)}/ticket`);
    expect((await page.locator("svg.qr").boundingBox())?.width).toBeGreaterThan(150);
    await expectUsable(page, `ticket-${language}`);
    await page.goto(`${baseUrl}/wcc/p/${event.id}/${personKeyOf(sealer, registrantId)}/join`);
    await page.locator("svg.qr").waitFor();
    await expectUsable(page, `ticket-lobby-${language}`);
  });
});

/** A browser that can read codes, and before whose camera somebody holds a ticket. */
const readCodes = (ticket: string) => `
  window.BarcodeDetector = class { async detect() { return [{ rawValue: ${JSON.stringify(ticket)} }]; } };
  Object.defineProperty(navigator, "mediaDevices", {
    value: { getUserMedia: async () => document.createElement("canvas").captureStream() },
  });
  HTMLMediaElement.prototype.play = async () => {};
`;

test("a phone scans a ticket, and is ready for the next", async () => {
  const ticket = ticketOf(sealer, baseUrl, { eventId: event.id, registrantId });
  await visit({ viewport: viewports.phone }, async (page) => {
    await page.goto(baseUrl + (await staffLink(app, event)));
    await page.goto(`${baseUrl}/webcast/check-in?e=${event.id}`);
    expect(await page.locator("[data-camera]").isVisible()).toBe(false);
    await expectUsable(page, "check-in");
    await page.locator("input[type=search]").fill("ada");
    await page.getByRole("button", { name: "Search" }).click();
    await page.getByRole("button", { name: /Check in ./ }).waitFor();
    await expectUsable(page, "check-in-found");
    await page.addInitScript(readCodes(ticket));
    await page.goto(`${baseUrl}/webcast/check-in?e=${event.id}`);
    await page.locator("[data-camera]").click();
    // A camera without a picture keeps the page from having loaded.
    await page.waitForURL(/scanning=1/, { waitUntil: "commit" });
    await page.locator(".notice.good").waitFor();
    expect(await app.database.db.selectFrom("checkIns").select("registrantId").execute()).toEqual([{ registrantId }]);
  });
});
