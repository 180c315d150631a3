import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { withApp } from "../server/test/harness.ts";
import { operated } from "../server/test/operator-api.ts";
import { choice } from "../server/test/poll-fixture.ts";
import { expectUsable, expectUsableInEveryLook, keepScreenshot, viewports, visit } from "./browser.ts";
import { addVideo } from "./furnished-event.ts";
import { type LiveConsole, liveConsole } from "./live-console.ts";

const app = await withApp({ publicUrl: "" });
const live = await liveConsole(app);

afterAll(() => live.closeAll());

/** Opens the console as somebody new; what the page complains of fails the test. */
async function inConsole(look: (page: Page) => Promise<void>, inRoom: LiveConsole = live): Promise<void> {
  await visit({ viewport: viewports.desktop }, async (page) => {
    const faults: string[] = [];
    // What a test cuts off by itself is no fault of the page.
    const isFault = (text: string) => !text.includes("net::ERR_FAILED");
    page.on(
      "console",
      (message) => message.type() === "error" && isFault(message.text()) && faults.push(message.text()),
    );
    page.on("pageerror", (error) => faults.push(String(error)));
    await inRoom.letIn(page.context(), await inRoom.register("Mia", "Chen"));
    await page.goto(inRoom.addresses.lobby);
    await page.locator(".stage").waitFor();
    await look(page);
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

test("what is typed while a line is on its way stays, and the key that chooses a word sends nothing", async () => {
  await inConsole(async (page) => {
    const onTheirWay: (() => void)[] = [];
    let isHeld = false;
    await page.routeWebSocket(/\/wcc\/room\//, (socket) => {
      const server = socket.connectToServer();
      socket.onMessage((message) => (isHeld ? onTheirWay.push(() => server.send(message)) : server.send(message)));
    });
    await page.reload();
    const field = page.getByLabel("Your question");
    await field.fill("What is");
    // As Safari tells of Enter while a word is put together.
    await field.dispatchEvent("keydown", { key: "Enter", keyCode: 229, bubbles: true, cancelable: true });
    await page.keyboard.type(" kept?");
    isHeld = true;
    await page.keyboard.press("Enter");
    await page.keyboard.type(" And what not?");
    isHeld = false;
    for (const send of onTheirWay.splice(0)) send();
    const { question } = await live.desk.told("questions.question", ({ question }) =>
      question.text.startsWith("What is"),
    );
    expect(question.text).toBe("What is kept?");
    await expect.poll(() => field.inputValue()).toBe("And what not?");
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

test("panels are moved, sized, closed and opened by keyboard alone, remembered, and put back", async () => {
  await inConsole(async (page) => {
    const panel = page.locator(".react-grid-item", { has: page.getByRole("region", { name: "Q&A" }) });
    const boxOf = async () => (await panel.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const before = await boxOf();
    await page.getByRole("button", { name: "Arrange Q&A" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("Arrow keys move it").waitFor();
    await page.keyboard.press("Shift+ArrowUp");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Escape");
    await expect.poll(async () => (await boxOf()).height).toBeLessThan(before.height);
    await expect.poll(async () => (await boxOf()).x).toBeLessThan(before.x);
    await page.getByRole("button", { name: "Close: Speakers" }).press("Enter");
    await page.reload();
    await expect.poll(async () => (await boxOf()).x).toBeLessThan(before.x);
    expect(await page.getByRole("region", { name: "Speakers" }).count()).toBe(0);
    await page.getByRole("button", { name: "Reset layout" }).press("Enter");
    await expect.poll(boxOf).toEqual(before);
    await page.getByRole("region", { name: "Speakers" }).waitFor();
  });
});

test("a connection that breaks is told calmly, comes back, and nothing typed or said is lost", async () => {
  await inConsole(async (page) => {
    // From now on the way to the room is the test's.
    const open: { close(): Promise<void> }[] = [];
    let isDown = false;
    await page.routeWebSocket(/\/wcc\/room\//, (route) => {
      if (isDown) return void route.close();
      route.connectToServer();
      open.push(route);
    });
    await page.route(/\/wcc\/room\//, (route) => (isDown ? route.abort() : route.continue()));
    await page.reload();
    const field = page.getByLabel("Your question");
    await field.fill("Is anybody");
    isDown = true;
    for (const socket of open) await socket.close();
    await page.getByText("Reconnecting").waitFor();
    await expectUsable(page, "console-reconnecting");
    await field.fill("Is anybody there?");
    await page.keyboard.press("Enter");
    await live.showSlide(3);
    isDown = false;
    await page.getByRole("img", { name: "Slide 3" }).waitFor();
    await live.desk.told("questions.question", ({ question }) => question.text === "Is anybody there?");
    await page.getByText("You are connected again.").waitFor();
  });
  const asked = await app.database.db
    .selectFrom("questions")
    .selectAll()
    .where("text", "=", "Is anybody there?")
    .execute();
  expect(asked).toHaveLength(1);
});

test("a survey, a test and the certificate for them are taken in the console", async () => {
  await live.add("test", {
    ...{ title: "What was said", passPercent: 100 },
    questions: [
      {
        question: "What comes first?",
        answers: [
          { answer: "Picture", isCorrect: false },
          { answer: "Sound", isCorrect: true },
        ],
      },
    ],
  });
  await live.add("certification", {
    title: "Quiet machines",
    minimumMinutes: 0,
    isTestRequired: true,
    isSurveyRequired: true,
  });
  await live.add("share-this");
  await inConsole(async (page) => {
    await page.getByRole("button", { name: "Test" }).click();
    await page.getByRole("checkbox", { name: "Picture" }).check();
    await page.getByRole("button", { name: "Hand in" }).click();
    await page.getByText("Not passed: 0 right, 1 needed.").waitFor();
    await page.getByRole("button", { name: "Take it again" }).click();
    await page.getByRole("checkbox", { name: "Sound" }).check();
    await page.getByRole("button", { name: "Hand in" }).click();
    await page.getByText("You have passed.").waitFor();
    await page.getByRole("button", { name: "Survey" }).click();
    await page.getByLabel("What should we show next time?").fill("Lights");
    for (const _ of ["closed", "open again"]) await page.getByRole("button", { name: "Survey", exact: true }).click();
    expect(await page.getByLabel("What should we show next time?").inputValue()).toBe("Lights");
    await page.getByRole("button", { name: "Send answers" }).click();
    await page.getByText("Please answer all required questions.").waitFor();
    await expectUsable(page, "console-survey");
    await page.getByRole("radio", { name: "Very" }).check();
    await page.getByRole("button", { name: "Send answers" }).click();
    await page.getByText("Thank you for your answers.").waitFor();
    await page.getByRole("button", { name: "Certificate" }).click();
    await page.getByRole("button", { name: "Get my certificate" }).click();
    const link = page.getByRole("link", { name: /^Certificate/ });
    expect(await link.getAttribute("href")).toMatch(/\/certificate\/[\dA-Z-]{19}$/);
    await page.getByRole("button", { name: "Share" }).click();
    await page.getByRole("link", { name: "Share on LinkedIn" }).waitFor();
    await expectUsableInEveryLook(page, "console-earned");
  });
});

test("inside a frame of another site, which keeps cookies out, a ticket lets people in", async () => {
  const { clientId, eventId } = live;
  const path = `/clients/${clientId}/events/${eventId}`;
  const registrantId = await live.register("Noor", "Haddad");
  const { tickets } = await operated<{ tickets: { ticket: string }[] }>(app, `POST ${path}/room-tickets`, {
    registrantIds: [registrantId],
  });
  const source = `${live.addresses.console}?ticket=${tickets[0]?.ticket}`;
  const host = createServer((_, response) => {
    response.setHeader("content-type", "text/html");
    response.end(`<iframe title="Webinar" width="1200" height="760" src="${source}"></iframe>`);
  });
  await once(host.listen(0, "127.0.0.1"), "listening");
  // Not the site of 127.0.0.1, though the same machine.
  const origin = `http://localhost:${(host.address() as AddressInfo).port}`;
  await operated(app, `PUT ${path}/registration-page`, { embedOrigins: [origin] });
  await visit({ viewport: viewports.desktop }, async (page) => {
    await page.goto(origin);
    const frame = page.frameLocator("iframe");
    await frame.locator(".stage").waitFor();
    await frame.getByLabel("Your question").fill("From a frame?");
    await frame.getByRole("button", { name: "Ask", exact: true }).click();
    await live.desk.told("questions.question", ({ question }) => question.text === "From a frame?");
    expect(await page.context().cookies()).toEqual([]);
  });
  host.closeAllConnections();
  host.close();
});

test("whoever waits is let in at once when it starts, and told when it has ended", async () => {
  const early = await liveConsole(app, { startsAt: new Date(Date.now() + 10 * 60_000) });
  await inConsole(async (page) => {
    await page.getByRole("heading", { name: "You are in" }).waitFor();
    await page.getByText(/^9 minutes \d+ seconds?$/).waitFor();
    await expectUsableInEveryLook(page, "console-lobby");
    await early.desk.say("presenting.lead", {});
    await early.desk.say("presenting.start", {});
    await page.getByRole("button", { name: "Raise hand" }).waitFor();
    await early.desk.say("presenting.end", {});
    await page.getByRole("heading", { name: "Thank you for coming" }).waitFor();
    await expectUsableInEveryLook(page, "console-ended");
  }, early);
  await early.closeAll();
});

test("a recording is played, with its own buttons and keys, and goes on where one stopped", async () => {
  const recorded = await liveConsole(app, { type: "ondemand" });
  await addVideo(app, recorded.token, recorded.event);
  await inConsole(async (page) => {
    const timeOf = () => page.evaluate<number>("document.querySelector('video').currentTime");
    await page.getByRole("button", { name: "Play" }).click();
    await expect.poll(timeOf).toBeGreaterThan(0.2);
    await page.getByRole("button", { name: "Pause" }).waitFor();
    await page.keyboard.press("k");
    await page.getByRole("button", { name: "Play" }).waitFor();
    await keepScreenshot(page, "console-recording");
  }, recorded);
  await recorded.closeAll();
});
