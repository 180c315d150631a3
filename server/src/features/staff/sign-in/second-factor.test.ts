import { Secret, TOTP } from "otpauth";
import { beforeEach, expect, test } from "vitest";
import { besideApp, withApp } from "../../../../test/harness.ts";
import { operate } from "../../../../test/operator-api.ts";
import { createStaffBrowser, PASSWORD } from "../../../../test/staff-browser.ts";

// A second step at sign-in: how one gets it, what it keeps out, and the ways back in.

const app = await withApp();
const { id: clientId } = await app.build.client();
const page = "/webcast/account/second-factor";
let user: { id: number; userName: string };
let browser: ReturnType<typeof createStaffBrowser>;

beforeEach(async () => {
  app.clock.now = new Date("2026-11-30T10:00:00Z");
  user = await app.build.user(clientId, { password: PASSWORD, name: "Dana <Doe>" });
  browser = createStaffBrowser(app);
  await browser.signIn(user.userName);
});

const later = (seconds: number) => {
  app.clock.now = new Date((app.clock.now?.getTime() ?? 0) + seconds * 1000);
};
const codeOf = (secret: string, offSeconds = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: (app.clock.now?.getTime() ?? 0) + offSeconds * 1000,
  });
const hidden = (body: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? "";

async function begin() {
  const { body } = await browser.get(page);
  const key = /<code>([A-Z2-7]{32})<\/code>/.exec(body)?.[1] ?? "";
  return { key, sealed: hidden(body, "secret"), body };
}

/** Turns it on; the key of the app, and the codes for when that is lost. */
async function turnOn() {
  const { key, sealed } = await begin();
  const { body } = await browser.post(page, { secret: sealed, code: codeOf(key), current: PASSWORD });
  return { key, codes: [...body.matchAll(/<code>([\da-f-]{23})<\/code>/g)].map(([, code = ""]) => code) };
}

/** Signs in as far as the password leads: a way to bring a code. */
async function upToCode(one = createStaffBrowser(app)) {
  const { statusCode, body, headers } = await one.signIn(user.userName);
  expect([statusCode, headers["set-cookie"], await one.isSignedIn()]).toEqual([200, undefined, false]);
  const form = { user: hidden(body, "user"), key: hidden(body, "key") };
  return { one, form, bring: (code: string) => one.post("/webcast/login/code", { ...form, code }) };
}

test("a code of the app is asked for besides the password, and the page that was asked for follows", async () => {
  const { key, codes } = await turnOn();
  expect([key.length, new Set(codes).size]).toEqual([32, 10]);
  later(30);
  const one = createStaffBrowser(app);
  const asked = await one.post("/webcast/login", { name: user.userName, password: PASSWORD, page: "/webcast/account" });
  expect([asked.body.includes("Enter your code"), await one.isSignedIn()]).toEqual([true, false]);
  const form = { user: hidden(asked.body, "user"), key: hidden(asked.body, "key"), page: hidden(asked.body, "page") };
  const answer = await one.post("/webcast/login/code", { ...form, code: codeOf(key) });
  expect([answer.statusCode, answer.headers.location]).toEqual([303, "/webcast/account"]);
  expect(await one.isSignedIn()).toBe(true);
});

test("it takes the password and a code of the shown key to turn it on; others are signed out", async () => {
  const other = createStaffBrowser(app);
  await other.signIn(user.userName);
  const { key, sealed, body } = await begin();
  expect(body).toContain("<svg");
  const code = codeOf(key);
  for (const form of [
    { secret: sealed, code, current: "wrong" },
    { secret: sealed, code: codeOf(key, 3600), current: PASSWORD },
    { secret: sealed, code: "", current: PASSWORD },
  ])
    expect((await browser.post(page, form)).statusCode).toBe(400);
  const stranger = createStaffBrowser(app);
  const { userName } = await app.build.user(clientId, { password: PASSWORD });
  await stranger.signIn(userName);
  for (const secret of [sealed, "x", `${sealed}x`, "A".repeat(2000)])
    expect((await stranger.post(page, { secret, code, current: PASSWORD })).statusCode).toBe(404);
  expect(
    (await browser.post(page, { secret: sealed, code: `${code.slice(0, 3)} ${code.slice(3)}`, current: PASSWORD }))
      .statusCode,
  ).toBe(200);
  expect([await browser.isSignedIn(), await other.isSignedIn()]).toEqual([true, false]);
  const { rows } = await app.database.pool.query("select * from second_factors where user_id = $1", [user.id]);
  expect(JSON.stringify(rows)).not.toContain(key);
  expect(rows[0].secret.includes(Buffer.from(key))).toBe(false);
});

test("a code is good once, in whatever process, and only in its minute", async () => {
  const { key } = await turnOn();
  expect((await (await upToCode()).bring(codeOf(key))).statusCode, "the one it was turned on with").toBe(403);
  later(60);
  const code = codeOf(key);
  const beside = await besideApp({ mailFrom: "beside@acme.com" });
  beside.clock.now = app.clock.now ?? new Date();
  const both = [await upToCode(), await upToCode(createStaffBrowser(beside))];
  const answers = await Promise.all(both.map(({ bring }) => bring(code)));
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 403]);
  later(300);
  const { bring } = await upToCode();
  for (const wrong of [codeOf(key, -300), codeOf(key, 120), "000000x", "", "123"])
    expect((await bring(wrong)).statusCode, wrong).toBe(403);
  expect((await bring(codeOf(key, -30))).statusCode).toBe(303);
});

test("a recovery code lets in once, however it is typed", async () => {
  const { codes } = await turnOn();
  const [first = "", second = ""] = codes;
  expect((await (await upToCode()).bring(first)).statusCode).toBe(303);
  expect((await (await upToCode()).bring(first)).statusCode).toBe(403);
  expect((await (await upToCode()).bring(` ${second.toUpperCase().replaceAll("-", "")} `)).statusCode).toBe(303);
  expect((await browser.get(page)).body).toContain("Recovery codes left: 8");
});

test("what the password gives is for its user, for ten minutes, and ends with the password", async () => {
  const { key } = await turnOn();
  const other = await app.build.user(clientId, { password: PASSWORD });
  later(60);
  const { one, form } = await upToCode();
  for (const forged of [
    { ...form, user: `${clientId}.${other.id}` },
    { ...form, key: "" },
    { user: "", key: form.key },
  ]) {
    const { headers } = await one.post("/webcast/login/code", { ...forged, code: codeOf(key) });
    expect([headers.location, headers["set-cookie"]]).toEqual(["/webcast/login", undefined]);
  }
  later(11 * 60);
  const late = await one.post("/webcast/login/code", { ...form, code: codeOf(key) });
  expect(late.headers.location).toBe("/webcast/login");
  const again = await upToCode();
  const next = "slow rivers carry old boats";
  await browser.post("/webcast/account/password", { current: PASSWORD, new: next, repeat: next });
  expect((await again.bring(codeOf(key))).headers.location).toBe("/webcast/login");
});

test("a link to set a password does not get around it", async () => {
  const { key } = await turnOn();
  const { url } = (await operate(app, `POST /clients/${clientId}/users/${user.id}/invitation`, {})).json();
  const { pathname, search } = new URL(url);
  const one = createStaffBrowser(app);
  const next = "slow rivers carry old boats";
  const { body } = await one.post(pathname + search, { new: next, repeat: next });
  expect([body.includes("Enter your code"), await one.isSignedIn()]).toEqual([true, false]);
  later(60);
  const form = { user: hidden(body, "user"), key: hidden(body, "key"), code: codeOf(key) };
  expect((await one.post("/webcast/login/code", form)).statusCode).toBe(303);
});

test("codes are guessed only so often, from wherever", async () => {
  const { key } = await turnOn();
  later(60);
  const limited = await besideApp({ visitLimits: 1 });
  limited.clock.now = app.clock.now ?? new Date();
  const { bring } = await upToCode(createStaffBrowser(limited));
  for (let turn = 0; turn < 5; turn++) expect((await bring("000000")).statusCode).toBe(403);
  expect((await bring(codeOf(key))).statusCode).toBe(429);
});

test("however a form spells the user, codes are counted together", async () => {
  const { key } = await turnOn();
  later(60);
  const limited = await besideApp({ visitLimits: 1 });
  limited.clock.now = app.clock.now ?? new Date();
  const { one, form, bring } = await upToCode(createStaffBrowser(limited));
  const spellings = [`${form.user}.`, `${form.user}.1`, `0${form.user}`, form.user.replace(".", ".0"), `${form.user} `];
  for (const user of spellings) {
    const { headers } = await one.post("/webcast/login/code", { ...form, user, code: "000000" });
    expect([user, headers.location]).toEqual([user, "/webcast/login"]);
  }
  expect((await bring(codeOf(key))).statusCode).toBe(303);
});

test("who knows the password does without it again, and whoever manages users can help out", async () => {
  await turnOn();
  expect((await browser.post(`${page}/off`, { current: "wrong" })).statusCode).toBe(400);
  expect((await browser.post(`${page}/off`, { current: PASSWORD })).statusCode).toBe(303);
  expect((await createStaffBrowser(app).signIn(user.userName)).statusCode).toBe(303);

  await turnOn();
  const remove = (at: number) => operate(app, `DELETE /clients/${at}/users/${user.id}/second-factor`);
  expect((await remove((await app.build.client()).id)).statusCode).toBe(404);
  expect((await remove(clientId)).statusCode).toBe(204);
  expect((await remove(clientId)).statusCode).toBe(204);
  expect((await createStaffBrowser(app).signIn(user.userName)).statusCode).toBe(303);
  const changes = await app.database.db
    .selectFrom("changes")
    .selectAll()
    .where("subjectId", "=", user.id)
    .orderBy("id")
    .execute();
  const told = changes
    .filter(({ kind }) => kind.startsWith("user.second-factor"))
    .map(({ kind, actor }) => [kind, actor]);
  const [self, set, removed] = [`user:${user.id}`, "user.second-factor-set", "user.second-factor-removed"];
  expect(told).toEqual([
    [set, self],
    [removed, self],
    [set, self],
    [removed, "operator"],
  ]);
});
