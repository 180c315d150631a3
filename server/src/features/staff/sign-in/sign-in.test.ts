import { beforeEach, describe, expect, test } from "vitest";
import { besideApp, withApp } from "../../../../test/harness.ts";
import { createStaffBrowser, PASSWORD } from "../../../../test/staff-browser.ts";
import { hashSecret } from "../../../lib/secrets.ts";

// Who gets in by a password, and what nobody learns or steals on the way.

const app = await withApp();
const { id: clientId } = await app.build.client();
let user: { id: number; userName: string };
let browser: ReturnType<typeof createStaffBrowser>;

beforeEach(async () => {
  delete app.clock.now;
  user = await app.build.user(clientId, { password: PASSWORD });
  browser = createStaffBrowser(app);
});

const changesOf = async (id: number) =>
  (await app.database.db.selectFrom("changes").selectAll().where("subjectId", "=", id).orderBy("id").execute()).map(
    ({ kind, actor }) => [kind, actor],
  );
const setUser = (values: object) =>
  app.database.db.updateTable("users").set(values).where("id", "=", user.id).execute();
const tokenOf = (one = browser) => one.cookies.get("lectern_session") ?? "";
const minutesOn = (minutes: number) => {
  app.clock.now = new Date((app.clock.now ?? new Date()).getTime() + minutes * 60_000);
};

describe("somebody with a password", () => {
  test("gets in by user name or address, in whatever letter case, and the record of changes tells", async () => {
    for (const name of [user.userName, user.userName.toUpperCase(), ` ${user.userName}@EXAMPLE.com `]) {
      const answer = await browser.signIn(name);
      expect([answer.statusCode, answer.headers.location]).toEqual([303, "/webcast/home"]);
      expect((await browser.get("/webcast/home")).body).toContain("Signed in as");
    }
    expect(await changesOf(user.id)).toEqual(Array(3).fill(["user.signed-in", `user:${user.id}`]));
    const { lastLoginAt } = await app.database.db
      .selectFrom("users")
      .select("lastLoginAt")
      .where("id", "=", user.id)
      .executeTakeFirstOrThrow();
    expect(lastLoginAt).not.toBeNull();
  });

  test("goes on to the page of ours that they came from, and to no other site", async () => {
    const onward = { name: user.userName, password: PASSWORD };
    const page = "/webcast/account?x=1";
    expect((await browser.post("/webcast/login", { ...onward, page })).headers.location).toBe(page);
    for (const evil of ["https://evil.example/", "//evil.example/webcast/", "/webcast/../../evil", "/\\evil.example"])
      expect((await browser.post("/webcast/login", { ...onward, page: evil })).headers.location).toBe("/webcast/home");
    expect((await browser.get("/webcast/login?page=https%3A%2F%2Fevil.example")).body).not.toContain("evil");
  });

  test("is not let in as somebody else of the same address", async () => {
    const email = `${user.userName}@example.com`;
    await app.build.user(clientId, { email, password: PASSWORD });
    expect((await browser.signIn(email)).statusCode).toBe(403);
    expect((await browser.signIn(user.userName)).statusCode).toBe(303);
  });

  test.each([
    ["is not active", () => setUser({ isActive: false })],
    ["has no password", () => setUser({ passwordHash: null })],
    ["is of a client that is closed", () => app.build.changeClient(clientId, { isActive: false })],
  ])("is not let in who %s", async (_, change) => {
    await change();
    expect((await browser.signIn(user.userName)).statusCode).toBe(403);
    await app.build.changeClient(clientId, { isActive: true });
  });
});

describe("a stranger", () => {
  const wrong = { password: `${PASSWORD}!` };

  test("reads the same for known and unknown names, but for the name itself", async () => {
    const known = await browser.signIn(user.userName, wrong.password);
    const unknown = await browser.signIn("nobody-at-all", wrong.password);
    expect([known.statusCode, unknown.statusCode]).toEqual([403, 403]);
    expect(known.body.replaceAll(user.userName, "NAME")).toBe(unknown.body.replaceAll("nobody-at-all", "NAME"));
    const { date: _, "x-request-id": __, "content-length": ___, ...headers } = known.headers;
    expect(unknown.headers).toMatchObject(headers);
    expect(known.headers["set-cookie"]).toBeUndefined();
  });

  test("waits as long for unknown names: the same work is done", async () => {
    // Of the processor: how long others keep it busy does not count.
    const work = async (name: string) => {
      const before = process.cpuUsage();
      await browser.signIn(name, wrong.password);
      const { user: own, system } = process.cpuUsage(before);
      return own + system;
    };
    await work("warm-up");
    const works: { known: number[]; unknown: number[] } = { known: [], unknown: [] };
    for (let round = 0; round < 5; round++) {
      works.known.push(await work(user.userName));
      works.unknown.push(await work(`nobody-${round}`));
    }
    // Hashing takes ten times longer than all else; without it an unknown name is answered in a fraction.
    const best = (all: number[]) => Math.min(...all);
    expect(best(works.unknown)).toBeGreaterThan(best(works.known) / 2);
  });

  test("guesses at one name only so often, from wherever and whatever process; then the right password waits too", async () => {
    const limited = [await besideApp({ visitLimits: 1 }), await besideApp({ visitLimits: 1, mailFrom: "b@acme.com" })];
    const guessAt = (name: string, password: string, turn: number) => {
      const beside = limited[turn % 2] ?? app;
      return createStaffBrowser(beside, { "x-forwarded-for": "" }).signIn(name, password);
    };
    for (let turn = 0; turn < 20; turn++)
      expect((await guessAt(user.userName, "wrong", turn)).statusCode, String(turn)).toBe(403);
    for (const [turn, password] of ["wrong", PASSWORD].entries()) {
      const answer = await guessAt(user.userName, password, turn);
      expect([answer.statusCode, Number(answer.headers["retry-after"]) > 0]).toEqual([429, true]);
    }
  });

  test("can't have another site sign somebody in, nor frame the page", async () => {
    const form = { name: user.userName, password: PASSWORD };
    for (const headers of [{ "sec-fetch-site": "cross-site" }, { "sec-fetch-site": "same-site" }]) {
      const answer = await createStaffBrowser(app, headers).post("/webcast/login", form);
      expect([answer.statusCode, answer.headers["set-cookie"]]).toEqual([403, undefined]);
    }
    for (const url of ["/webcast/login", "/webcast/forgotten"])
      expect((await browser.get(url)).headers["content-security-policy"]).toMatch(/frame-ancestors 'self'$/);
  });
});

describe("a session", () => {
  test("has a token that nobody chose, a hash of which is kept, in a cookie that no script reads", async () => {
    browser.cookies.set("lectern_session", "a".repeat(43));
    const { headers } = await browser.signIn(user.userName);
    expect(headers["set-cookie"]).toMatch(
      /^lectern_session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(tokenOf()).not.toBe("a".repeat(43));
    const rows = await app.database.db.selectFrom("staffSessions").selectAll().execute();
    expect(rows.map(({ tokenHash }) => tokenHash.toString("hex"))).toContain(hashSecret(tokenOf()).toString("hex"));
    expect(JSON.stringify(rows)).not.toContain(tokenOf());
  });

  test("is a new one at each sign-in, and the browser's old one ends", async () => {
    await browser.signIn(user.userName);
    const old = tokenOf();
    await browser.signIn(user.userName);
    expect(tokenOf()).not.toBe(old);
    const thief = createStaffBrowser(app);
    thief.cookies.set("lectern_session", old);
    expect([await thief.isSignedIn(), await browser.isSignedIn()]).toEqual([false, true]);
  });

  test("has a cookie on safe connections that no neighbour can plant", async () => {
    const safe = await besideApp({ publicUrl: "https://lectern.test" });
    const there = createStaffBrowser(safe);
    const { headers } = await there.signIn(user.userName);
    expect(headers["set-cookie"]).toMatch(
      /^__Host-lectern_session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    const planted = createStaffBrowser(safe);
    planted.cookies.set("lectern_session", there.cookies.get("__Host-lectern_session") ?? "");
    expect([await there.isSignedIn(), await planted.isSignedIn()]).toEqual([true, false]);
  });

  test("ends at sign-out in every process, for whoever has stolen its token", async () => {
    await browser.signIn(user.userName);
    const thief = createStaffBrowser(await besideApp({ mailFrom: "beside@acme.com" }));
    thief.cookies.set("lectern_session", tokenOf());
    expect(await thief.isSignedIn()).toBe(true);
    await browser.post("/webcast/home/logout");
    expect([await thief.isSignedIn(), await browser.isSignedIn()]).toEqual([false, false]);
  });

  test.each([
    ["the user", () => setUser({ isActive: false })],
    ["the client", () => app.build.changeClient(clientId, { isActive: false })],
  ])("ends with %s", async (_, change) => {
    await browser.signIn(user.userName);
    await change();
    expect(await browser.isSignedIn()).toBe(false);
    await app.build.changeClient(clientId, { isActive: true });
  });

  test("ends when nobody has used it for two hours, and after twelve in any case", async () => {
    app.clock.now = new Date();
    await browser.signIn(user.userName);
    for (let minutes = 0; minutes < 12 * 60 - 100; minutes += 100) {
      minutesOn(100);
      expect(await browser.isSignedIn(), `after ${minutes + 100} minutes`).toBe(true);
    }
    minutesOn(100);
    expect(await browser.isSignedIn()).toBe(false);

    await browser.signIn(user.userName);
    minutesOn(119);
    expect(await browser.isSignedIn()).toBe(true);
    minutesOn(121);
    expect(await browser.isSignedIn()).toBe(false);
  });
});

describe("the account page", () => {
  test("lists where one is signed in, by name of the browser, and ends one or all others", async () => {
    await browser.signIn(user.userName);
    const [second, third] = [
      createStaffBrowser(app, { "user-agent": "<script>alert(1)</script>" }),
      createStaffBrowser(app),
    ];
    for (const one of [second, third]) await one.signIn(user.userName);
    const { body } = await browser.get("/webcast/account");
    expect(body).toContain("Firefox 140, Linux");
    expect(body).toContain("Unknown browser");
    expect(body).not.toContain("<script>alert");
    expect(body.match(/name="end" value="\d+"/g)).toHaveLength(3);

    const { id } = await app.database.db
      .selectFrom("staffSessions")
      .select("id")
      .where("tokenHash", "=", hashSecret(tokenOf(third)))
      .executeTakeFirstOrThrow();
    await browser.post("/webcast/account/sessions", { end: String(id) });
    expect([await third.isSignedIn(), await second.isSignedIn()]).toEqual([false, true]);
    await browser.post("/webcast/account/sessions", { end: "others" });
    expect([await second.isSignedIn(), await browser.isSignedIn()]).toEqual([false, true]);
    expect((await changesOf(user.id)).filter(([kind]) => kind === "user.signed-out")).toHaveLength(2);
  });

  test("ends nobody else's session", async () => {
    const other = await app.build.user(clientId, { password: PASSWORD });
    const theirs = createStaffBrowser(app);
    await theirs.signIn(other.userName);
    await browser.signIn(user.userName);
    const all = await app.database.db.selectFrom("staffSessions").select("id").execute();
    for (const { id } of all) {
      await browser.signIn(user.userName);
      await browser.post("/webcast/account/sessions", { end: String(id) });
    }
    expect(await theirs.isSignedIn()).toBe(true);
  });

  test("changes the password for who knows it, and signs out everywhere else", async () => {
    const other = createStaffBrowser(app);
    for (const one of [browser, other]) await one.signIn(user.userName);
    const next = "slow rivers carry old boats";
    const change = (form: Record<string, string>) =>
      browser.post("/webcast/account/password", { current: PASSWORD, new: next, repeat: next, ...form });
    const faults = [
      [{ current: "wrong" }, "This is not your current password."],
      [{ repeat: "another" }, "The two passwords are not the same."],
      [{ new: "short", repeat: "short" }, "shorter than 12 characters"],
      [{ new: "password1234", repeat: "password1234" }, "easy to guess"],
      [{ new: `${user.userName}@example.com`, repeat: `${user.userName}@example.com` }, "easy to guess"],
      [{ new: "", repeat: "" }, "shorter than 12 characters"],
    ] as const;
    for (const [form, says] of faults) {
      const { statusCode, body } = await change(form);
      expect([statusCode, body.includes(says)], says).toEqual([400, true]);
    }
    expect((await change({})).statusCode).toBe(200);
    expect([await browser.isSignedIn(), await other.isSignedIn()]).toEqual([true, false]);
    expect((await other.signIn(user.userName)).statusCode).toBe(403);
    expect((await other.signIn(user.userName, next)).statusCode).toBe(303);
    expect(await changesOf(user.id)).toContainEqual(["user.password-set", `user:${user.id}`]);
  });

  test("takes no forms of other sites, and shows what users are called as text", async () => {
    await setUser({ name: '<script>alert("x")</script>' });
    await browser.signIn(user.userName);
    for (const url of ["/webcast/account", "/webcast/home"])
      expect((await browser.get(url)).body).not.toContain("<script>alert");
    const foreign = createStaffBrowser(app, { "sec-fetch-site": "cross-site" });
    foreign.cookies.set("lectern_session", tokenOf());
    expect((await foreign.post("/webcast/account/sessions", { end: "others" })).statusCode).toBe(403);
  });
});

test.each(["en", "de", "ar", "he", "ja"])("the pages speak the visitor's language: %s", async (language) => {
  const speaking = createStaffBrowser(app, { "accept-language": language });
  for (const url of ["/webcast/login", "/webcast/forgotten"]) {
    const { body } = await speaking.get(url);
    expect(body).toContain(`<html lang="${language}" dir="${["ar", "he"].includes(language) ? "rtl" : "ltr"}">`);
    if (language !== "en") expect(body).not.toMatch(/>(Sign in|Set a new password)</);
  }
});
