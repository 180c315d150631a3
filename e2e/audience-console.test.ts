import type { Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { withApp } from "../server/test/harness.ts";
import { choice } from "../server/test/poll-fixture.ts";
import { expectUsable, expectUsableInEveryLook, viewports, visit } from "./browser.ts";
import { liveConsole } from "./live-console.ts";

const app = await withApp({ publicUrl: "" });
const live = await liveConsole(app);

afterAll(() => live.closeAll());

/** Opens the console as somebody new; what the page complains of fails the test. */
async function inConsole(
  look: (page: Page, registrantId: number) => Promise<void>,
  { viewport = viewports.desktop as { width: number; height: number }, query = "" } = {},
): Promise<void> {
  await visit({ viewport }, async (page) => {
    const faults: string[] = [];
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    page.on("pageerror", (error) => faults.push(String(error)));
    const registrantId = await live.register("Mia", "Chen");
    await live.letIn(page.context(), registrantId);
    await page.goto(live.addresses.lobby + query);
    await page.locator(".stage").waitFor();
    await look(page, registrantId);
    expect(faults).toEqual([]);
  });
}

test("the join link opens the console while the webinar is live, and everybody can use it", async () => {
  await live.showSlide(1);
  await inConsole(async (page) => {
    expect(page.url()).toContain("/wcc/console/");
    await page.getByRole("img", { name: "Slide 1" }).waitFor();
    await expectUsableInEveryLook(page, "console");
  });
});

test("slides, questions and messages reach the console as they happen, and what is typed reaches the room", async () => {
  const guest = await live.guest("Olu", "Adeyemi");
  await inConsole(async (page) => {
    await live.showSlide(2);
    await page.getByRole("img", { name: "Slide 2" }).waitFor();
    const { questionId } = await guest.say("questions.ask", { text: "Will there be a recording?" });
    await live.desk.say("questions.show", { questionId: questionId as number, isShown: true });
    await page.getByText("Will there be a recording?").waitFor();
    const vote = page.getByRole("button", { name: /^I want to know this too/ });
    await vote.click();
    await expect.poll(() => vote.getAttribute("aria-pressed")).toBe("true");
    await guest.told("questions.votes", ({ votes }) => votes[questionId as number] === 1);
    await page.getByLabel("Your question").fill("How long is it?");
    await page.keyboard.press("Enter");
    const { question } = await live.desk.told(
      "questions.question",
      ({ question }) => question.text === "How long is it?",
    );
    await expect.poll(() => page.getByLabel("Your question").inputValue()).toBe("");
    await live.desk.say("questions.answer", { questionId: question.questionId, text: "An hour.", isPublic: false });
    await page.getByText("An hour.").waitFor();
    await page.getByRole("button", { name: "Chat" }).click();
    await page.getByLabel("Your message").fill("Hello from Taipei");
    await page.getByRole("button", { name: "Send" }).click();
    await guest.told("chat.line", ({ line }) => line.text === "Hello from Taipei");
    await expectUsable(page, "console-talking");
  });
});

test("a poll comes up without taking the focus, is answered, and shows its results when they are published", async () => {
  const poll = await live.polls.add(choice());
  await inConsole(async (page) => {
    const field = page.getByLabel("Your question");
    await field.fill("Half a sent");
    await live.desk.say("polls.push", { pollId: poll.id });
    await page.getByRole("heading", { name: "Colour?" }).waitFor();
    await page.keyboard.type("ence");
    expect(await field.inputValue()).toBe("Half a sentence");
    await expectUsableInEveryLook(page, "console-poll");
    await page.setViewportSize(viewports.desktop);
    await page.getByRole("radio", { name: "Green" }).check();
    await page.getByRole("button", { name: "Answer", exact: true }).click();
    await live.desk.told("polls.counts", ({ polls }) => polls.some(({ results }) => results.votes.choice2 === 1));
    await page.getByRole("button", { name: "Polls" }).click();
    await page.getByText("Your answer is in.").waitFor();
    await live.desk.say("polls.close", { pollId: poll.id });
    await live.desk.say("polls.publish", { pollId: poll.id });
    await page.getByText("1 answer").waitFor();
    await expectUsable(page, "console-results");
  });
});

test("another language is chosen without loading the page again, from the right where it is written so", async () => {
  await inConsole(async (page) => {
    await page.getByLabel("Language").selectOption("ar");
    await expect.poll(() => page.locator("html").getAttribute("dir")).toBe("rtl");
    await page.getByRole("button", { name: "رفع اليد" }).waitFor();
    await expectUsableInEveryLook(page, "console-arabic");
  });
});
