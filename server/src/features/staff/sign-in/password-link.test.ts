import { afterAll, beforeEach, expect, test } from "vitest";
import { besideApp, withApp } from "../../../../test/harness.ts";
import { startSmtpSink } from "../../../../test/smtp-sink.ts";
import { createStaffBrowser, PASSWORD } from "../../../../test/staff-browser.ts";
import { readConfig } from "../../../config.ts";

// A link to set a password: who gets one, what it opens, and when it ends.

const quiet = await withApp();
const sink = await startSmtpSink();
const { smtp } = readConfig({ SMTP_URL: sink.url });
const app = await besideApp({ ...(smtp && { smtp }) });
const { id: clientId } = await app.build.client({ name: "Acme & <Sons>" });
let user: { id: number; userName: string };
let browser: ReturnType<typeof createStaffBrowser>;

beforeEach(async () => {
  delete app.clock.now;
  sink.mails.length = 0;
  user = await app.build.user(clientId, { password: PASSWORD, name: "Dana <b>Doe</b>" });
  browser = createStaffBrowser(app, { "accept-language": "de" });
});
afterAll(() => sink.close());

const next = "slow rivers carry old boats";
const ask = (name: string) => browser.post("/webcast/forgotten", { name });
const setTo = (link: string, password: string, one = browser) => one.post(link, { new: password, repeat: password });

/** The address in the last mail, below ours. */
function mailedLink(): string {
  const raw = (sink.mails.at(-1)?.raw ?? "").replaceAll("=\r\n", "").replaceAll("=3D", "=");
  return /http:\/\/[\w.:]+(\/webcast\/password\?[^\s"<]+)/.exec(raw)?.[1] ?? "";
}

async function mailed(name: string): Promise<string> {
  await ask(name);
  await app.runJobs();
  return mailedLink();
}

test("who has forgotten the password is mailed a link, sets another one and is signed in", async () => {
  const other = createStaffBrowser(app);
  await other.signIn(user.userName);
  const { statusCode, body } = await ask(`${user.userName}@EXAMPLE.com`);
  expect([statusCode, body.includes("ist eine E-Mail mit einem Link unterwegs")]).toEqual([200, true]);
  await app.runJobs();
  expect(sink.mails).toMatchObject([{ to: `${user.userName}@example.com` }]);
  const link = mailedLink();
  const form = await browser.get(link);
  expect(form.body).toContain("Neues Passwort setzen");
  expect(form.headers).toMatchObject({ "referrer-policy": "no-referrer", "cache-control": "no-store" });
  const set = await setTo(link, next);
  expect([set.statusCode, set.headers.location]).toEqual([303, "/webcast/home"]);
  expect([await browser.isSignedIn(), await other.isSignedIn()]).toEqual([true, false]);
  expect((await other.signIn(user.userName, PASSWORD)).statusCode).toBe(403);
  expect((await other.signIn(user.userName, next)).statusCode).toBe(303);
});

test("a link ends when it or another one was used, when the password or the address is another, and in an hour", async () => {
  const over = async (link: string) => (await browser.get(link)).statusCode === 404;
  const [first, second] = [await mailed(user.userName), await mailed(user.userName)];
  expect([await over(first), await over(second)]).toEqual([false, false]);
  await setTo(first, next);
  expect([await over(first), await over(second)]).toEqual([true, true]);
  expect((await setTo(first, "another password of mine")).statusCode).toBe(404);

  const third = await mailed(user.userName);
  const users = app.database.db.updateTable("users").where("id", "=", user.id);
  await users.set({ emailKey: "else@example.com" }).execute();
  expect(await over(third)).toBe(true);
  await users.set({ emailKey: `${user.userName}@example.com`, isActive: false }).execute();
  expect(await over(third)).toBe(true);
  await users.set({ isActive: true }).execute();
  expect(await over(third)).toBe(false);
  app.clock.now = new Date(Date.now() + 61 * 60_000);
  expect(await over(third)).toBe(true);
});

test("two who use a link at once do not both set the password", async () => {
  const link = await mailed(user.userName);
  const both = ["first of two passwords", "second of two passwords"];
  const answers = await Promise.all(both.map((password) => setTo(link, password, createStaffBrowser(app))));
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 404]);
});

test("a link opens for its own user, and only whole", async () => {
  const other = await app.build.user(clientId, { password: PASSWORD });
  const link = await mailed(user.userName);
  for (const broken of [
    link.replace(`.${user.id}`, `.${other.id}`),
    link.replace(/k=./, "k=z"),
    link.slice(0, -12),
    "/webcast/password",
    "/webcast/password?u=1.1&k=",
    "/webcast/password?u=x&k=y",
  ])
    expect((await browser.get(broken)).statusCode, broken).toBe(404);
});

test("a weak password is refused, and the link goes on", async () => {
  const link = await mailed(user.userName);
  for (const [password, says] of [
    ["short", "kürzer als 12 Zeichen"],
    ["password1234", "leicht zu erraten"],
    ["x".repeat(2000), "leicht zu erraten"],
  ] as const) {
    const { statusCode, body } = await setTo(link, password);
    expect([statusCode, body.includes(says)], says).toEqual([400, true]);
  }
  expect((await setTo(link, next)).statusCode).toBe(303);
});

test("nobody is mailed whom the name does not find, or who has no password to forget; the answer is the same", async () => {
  const saml = await app.build.user(clientId);
  const gone = await app.build.user(clientId, { password: PASSWORD });
  await app.database.db.updateTable("users").set({ isActive: false }).where("id", "=", gone.id).execute();
  const known = await ask(user.userName);
  for (const name of ["nobody-at-all", saml.userName, gone.userName, "", "x@".repeat(200)]) {
    const { statusCode, body } = await ask(name);
    expect([statusCode, body]).toEqual([known.statusCode, known.body]);
  }
  await app.runJobs();
  expect(sink.mails.map(({ to }) => to)).toEqual([`${user.userName}@example.com`]);
});

test("names stand in the mail as text", async () => {
  await mailed(user.userName);
  const raw = (sink.mails.at(-1)?.raw ?? "").replaceAll("=\r\n", "");
  const html = raw.slice(raw.indexOf("<!doctype html>"));
  expect(html).toContain("Acme &#38; &#60;Sons&#62;");
  expect(html).not.toContain("<Sons>");
});

test("one name is sent a few links an hour", async () => {
  const limited = await besideApp({ ...(smtp && { smtp }), visitLimits: 1 });
  const there = createStaffBrowser(limited);
  const answers = [];
  for (let n = 0; n < 6; n++)
    answers.push((await there.post("/webcast/forgotten", { name: user.userName })).statusCode);
  expect(answers).toEqual([200, 200, 200, 200, 200, 429]);
  await app.runJobs();
});

test("without a mail server the page tells whom to ask", async () => {
  const without = createStaffBrowser(quiet);
  expect((await without.get("/webcast/forgotten")).body).toContain("This server sends no mails.");
  await without.post("/webcast/forgotten", { name: user.userName });
  await quiet.runJobs();
  expect(sink.mails).toEqual([]);
});
