import type { Selectable } from "kysely";
import { beforeAll, expect, test } from "vitest";
import type { Events } from "../server/src/db/types.ts";
import { createDoors } from "../server/test/admission-fixture.ts";
import { withApp } from "../server/test/harness.ts";
import { expectUsable, viewports, visit } from "./browser.ts";

const app = await withApp({ publicUrl: "" });
const at = createDoors(app);
const baseUrl = await app.listen();
const number = "7Q4MXK2P9RTDH3VB";
let event: Selectable<Events>;

beforeAll(async () => {
  const { id: clientId } = await app.build.client({ name: "Northlight Media" });
  event = await app.build.event(clientId, { title: "Quiet machines: what a factory sounds like in 2030" });
  const { id: registrantId } = await at.enter("page", event.id, "ada@acme.com", {});
  await at.drain();
  const { db } = app.database;
  const [place, earnedAt] = [{ clientId, eventId: event.id }, new Date()];
  const widget = { kind: "certification", name: "C", position: 9, area: "side", isOpen: false };
  const { id: widgetId } = await db
    .insertInto("widgets")
    .values({ ...place, ...widget })
    .returning("id")
    .executeTakeFirstOrThrow();
  const person = { ...place, registrantId };
  await db
    .insertInto("attendees")
    .values({ ...person, firstJoinedAt: earnedAt, lastActivityAt: earnedAt })
    .execute();
  const earned = {
    widgetId,
    widgetName: "C",
    title: "Certified listener",
    credits: 2.5,
    holder: "Ada Okafor",
    earnedAt,
  };
  await db
    .insertInto("certificates")
    .values({ ...person, ...earned, number })
    .execute();
});

test.each([
  { language: "en", name: "desktop", colorScheme: "light" },
  { language: "de", name: "phone", colorScheme: "dark" },
  { language: "ar", name: "phone", colorScheme: "light" },
  { language: "he", name: "desktop", colorScheme: "dark" },
] as const)("a certificate is asked for and found in $language on a $name", async ({ language, name, colorScheme }) => {
  await visit({ viewport: viewports[name], colorScheme, locale: language }, async (page) => {
    await page.goto(`${baseUrl}/certificate`);
    expect(await page.locator("html").getAttribute("lang")).toBe(language);
    await expectUsable(page, `certificate-check-${language}`);
    await page.locator("input[name=number]").fill("0000 0000 0000 0000");
    await page.getByRole("button").click();
    await page.locator(".notice.bad").waitFor();
    await expectUsable(page, `certificate-unknown-${language}`);
    await page.locator("input[name=number]").fill("7q4m-xk2p 9rtd-h3vb");
    await page.getByRole("button").click();
    await page.locator(".notice.good").waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe(language);
    expect(await page.locator("main").textContent()).toContain("Ada Okafor");
    await expectUsable(page, `certificate-${language}`);
    const paper = await page.request.get(`${baseUrl}${await page.locator("a.button").getAttribute("href")}`);
    expect(paper.headers()["content-type"]).toBe("application/pdf");
  });
});
