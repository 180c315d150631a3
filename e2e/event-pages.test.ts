import type { Selectable } from "kysely";
import { DateTime } from "luxon";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { Events } from "../server/src/db/types.ts";
import { eventAddresses } from "../server/src/features/webinars/events/addresses.ts";
import { withApp } from "../server/test/harness.ts";
import { callApi } from "../server/test/media-fixture.ts";
import { expectUsableInEveryLook, keepScreenshot, viewports, visit } from "./browser.ts";
import { addVideo, captions, furnishEvent, registerPeople, slideTexts } from "./furnished-event.ts";

const app = await withApp({ publicUrl: "" });
const baseUrl = await app.listen();
const client = await app.build.client({ name: "Northlight Media" });
const token = await app.build.token(client.id);
const event = await furnishEvent(app, token);
const path = `/clients/${client.id}/events/${event.id}/captions/en?label=English`;
const put = await callApi(app, `PUT ${path}`, captions, "text/vtt");
expect(put.statusCode).toBe(200);
await addVideo(app, token, event);
await registerPeople(app, event);

/** Waits until an expression is true in the page; its policy forbids what Playwright's own waiting does. */
async function until(page: Page, expression: string): Promise<void> {
  await expect.poll(() => page.evaluate(expression), { message: expression }).toBe(true);
}

const addressesOf = (one: Selectable<Events>) => eventAddresses(one, baseUrl);
const arabic = await app.build.event(client.id, {
  ...{ languageCode: "ar", timeZone: "Asia/Riyadh", title: "كيف تُبنى ندوة ناجحة عبر الإنترنت" },
  abstract: "نعرض في ساعة واحدة ما يجري خلف الكواليس، من الصوت والصورة إلى أسئلة الجمهور.",
});
const bare = await app.build.event(client.id, { title: "Nothing in it yet" });
const { audience, preview, present, report, upload } = addressesOf(event);
const pages = {
  ...{ audience, preview, present, report, login: upload, arabic: addressesOf(arabic).audience },
  ...{ "arabic-preview": addressesOf(arabic).preview, "bare-report": addressesOf(bare).report },
  ...{ "bare-preview": addressesOf(bare).preview, unknown: `${baseUrl}/wcc/r/12/34` },
};

test.each(Object.entries(pages))("every page can be used by everybody: %s", async (name, address) => {
  await visit({}, async (page) => {
    await page.goto(address);
    // What is folded away is used too.
    await page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true");
    await expectUsableInEveryLook(page, name);
  });
});

test("an uploaded video plays in the preview, with its captions and poster", async () => {
  await visit({ viewport: viewports.desktop }, async (page) => {
    const faults: string[] = [];
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    page.on("pageerror", (error) => faults.push(String(error)));
    await page.goto(addressesOf(event).preview);
    await page.locator("video").press("Space");
    await until(page, "document.querySelector('video').currentTime > 0.5");
    await until(page, "document.querySelector('track').track.cues?.length === 2");
    const player = await page.evaluate(`(() => {
      const video = document.querySelector("video");
      const { mode, language, label } = video.textTracks[0];
      return { mode, language, label, width: video.videoWidth, hasPoster: /^\\/files\\/[0-9a-f]{32}$/.test(video.getAttribute("poster")), source: video.src.slice(0, 5) };
    })()`);
    expect(player).toEqual({
      ...{ mode: "showing", language: "en", label: "English", width: 320, hasPoster: true, source: "blob:" },
    });
    await until(page, "document.querySelector('video').ended");
    expect(faults).toEqual([]);
  });
});

test("slides of a PDF turn by keyboard and by button, and are text too", async () => {
  await visit({ viewport: viewports.desktop }, async (page) => {
    await page.goto(addressesOf(event).preview);
    const slide = (number: number) =>
      page.getByRole("img", { name: `Slide ${number} of 3: ${slideTexts[number - 1]}`, exact: true });
    await slide(1).waitFor();
    await page.getByRole("group", { name: "Slides" }).focus();
    await page.keyboard.press("ArrowRight");
    await slide(2).waitFor();
    expect(await slide(1).isVisible()).toBe(false);
    await until(page, "document.querySelectorAll('.slides img')[1].naturalWidth > 500");
    await page.keyboard.press("End");
    await slide(3).waitFor();
    await page.keyboard.press("ArrowRight");
    await page.getByText("Slide 3 of 3", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Previous" }).click();
    await slide(2).waitFor();
    await page.getByRole("group", { name: "Slides" }).press("Home");
    await slide(1).waitFor();
  });
});

test("a presenter starts and ends the event, and everybody sees where it stands", async () => {
  const soon = await app.build.event(token.clientId, { startsAt: DateTime.now().plus({ minutes: 30 }).toJSDate() });
  const { present, audience } = addressesOf(soon);
  await visit({ viewport: viewports.phone }, async (page) => {
    const visitor = await page.context().newPage();
    const seen = async (text: string) => {
      await visitor.goto(audience);
      await visitor.getByText(text, { exact: true }).waitFor();
    };
    await page.goto(present);
    await seen("Upcoming");
    await page.getByRole("button", { name: "Start the event" }).click();
    await page.getByText("Live", { exact: true }).waitFor();
    expect(page.url()).toBe(present);
    await seen("Live now");
    await page.getByRole("button", { name: "End the event" }).click();
    await page.getByText("Ended", { exact: true }).waitFor();
    await seen("Ended");
    expect(await page.getByRole("button").count()).toBe(0);
  });
});

test("a start that comes too early is refused in words", async () => {
  await visit({}, async (page) => {
    await page.goto(addressesOf(event).present);
    await page.getByRole("button", { name: "Start the event" }).click();
    await page.getByRole("alert").waitFor();
    await page.getByText("Scheduled", { exact: true }).waitFor();
  });
});

test("pages do without script as far as they can", async () => {
  await visit({ javaScriptEnabled: false, viewport: viewports.phone }, async (page) => {
    await page.goto(addressesOf(event).preview);
    for (const number of [1, 2, 3]) await page.getByRole("img", { name: new RegExp(`^Slide ${number}`) }).waitFor();
    await page.getByText("Take Survey").click();
    await page.getByText("How useful was this hour?").waitFor();
    await keepScreenshot(page, "preview-without-script");
    await page.goto(addressesOf(event).audience);
    await page.getByRole("heading", { name: event.title }).waitFor();
    await page.getByText("Head of Production, Northlight Media").waitFor();
  });
});

test("a visitor reads the start on the own clock too, where that is another", async () => {
  const { audience } = addressesOf(event);
  await visit({ timezoneId: "Asia/Tokyo" }, async (page) => {
    await page.goto(audience);
    await page.getByText("Your time:").waitFor();
  });
  await visit({ timezoneId: event.timeZone }, async (page) => {
    await page.goto(audience);
    await page.waitForLoadState("networkidle");
    expect(await page.getByText("Your time:").isVisible()).toBe(false);
  });
});

test("an event in Arabic is written from right to left, and its slides turn that way", async () => {
  const arabic = await furnishEvent(app, token, { languageCode: "ar", timeZone: "Asia/Riyadh" });
  await app.runJobs();
  await visit({ viewport: viewports.desktop }, async (page) => {
    await page.goto(addressesOf(arabic).audience);
    expect(await page.evaluate("[document.dir, document.documentElement.lang]")).toEqual(["rtl", "ar"]);
    await page.goto(addressesOf(arabic).preview);
    const slides = page.getByRole("group", { name: "Slides" });
    await slides.press("ArrowLeft");
    await slides.getByText("الشريحة 2 من 3", { exact: true }).waitFor();
    await keepScreenshot(page, "arabic-furnished-preview");
  });
});
