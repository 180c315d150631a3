import { beforeEach, expect, test } from "vitest";
import { sealer, withApp } from "../../../../test/harness.ts";
import { createStaffBrowser, PASSWORD } from "../../../../test/staff-browser.ts";
import { emptyTables } from "../../../../test/test-database.ts";
import { permissions } from "../../base/accounts/permissions.ts";
import { makeSetUpLink } from "./set-up.ts";

// The first user of an installation, by the link that the server prints.

const app = await withApp();
let browser: ReturnType<typeof createStaffBrowser>;
beforeEach(async () => {
  await emptyTables(app.database.pool);
  delete app.clock.now;
  browser = createStaffBrowser(app);
});

const link = () => makeSetUpLink({ sealer, publicUrl: "" }, new Date());
const ada = { organisation: "Acme <&>", name: "Ada", email: "ada@acme.com", new: PASSWORD, repeat: PASSWORD };
const users = () => app.database.db.selectFrom("users").selectAll().execute();

test("the home page leads to the set-up page until somebody can sign in; then to where one signs in", async () => {
  expect((await browser.get("/")).body).toContain('href="/webcast/setup"');
  const { body } = await browser.get("/webcast/setup");
  expect(body).toContain("open the link that the server printed");
  expect(body).not.toContain("<form");
  const { id } = await app.build.client();
  await app.build.user(id);
  expect((await browser.get("/")).body).toContain('href="/webcast/setup"');
  await app.build.user(id, { password: PASSWORD });
  expect((await browser.get("/")).body).toContain('href="/webcast/login"');
  expect((await browser.get("/webcast/setup")).headers.location).toBe("/webcast/login");
});

test("the link makes an organisation and its first user, who may do everything there, signs in, and ends", async () => {
  expect((await browser.get(link())).body).toContain('name="organisation"');
  const { statusCode, headers } = await browser.post(link(), ada);
  expect([statusCode, headers.location]).toEqual([303, "/webcast/home"]);
  expect(await users()).toMatchObject([{ userName: "ada@acme.com", permissions: [...permissions] }]);
  expect(await app.database.db.selectFrom("clients").select("name").execute()).toEqual([{ name: "Acme <&>" }]);
  expect((await browser.get("/webcast/home")).body).toContain("Acme &#60;&#38;&#62;");
  const kinds = await app.database.db.selectFrom("changes").select(["kind", "actor"]).orderBy("id").execute();
  expect(kinds.map(({ kind }) => kind)).toEqual(["user.created", "user.signed-in"]);

  const late = createStaffBrowser(app);
  expect((await late.get(link())).headers.location).toBe("/webcast/login");
  await late.post(link(), { ...ada, email: "eve@evil.example" });
  expect([await users(), await late.isSignedIn()]).toMatchObject([[{ email: "ada@acme.com" }], false]);
});

test("where there are organisations, as the demo's, the first user belongs to one of them", async () => {
  const { id } = await app.build.client({ name: "Lectern Demo" });
  const child = await app.build.client({ parentId: id });
  expect((await browser.get(link())).body).toContain(`<option value="${id}">Lectern Demo</option>`);
  for (const organisation of ["Another one", String(child.id), "999"]) {
    const { statusCode, body } = await browser.post(link(), { ...ada, organisation });
    expect([statusCode, body.includes("Please fill in every field")]).toEqual([400, true]);
  }
  expect((await browser.post(link(), { ...ada, organisation: String(id) })).statusCode).toBe(303);
  expect(await users()).toMatchObject([{ clientId: id }]);
});

test.each([
  [{ email: "none" }, "Please fill in every field"],
  [{ name: " " }, "Please fill in every field"],
  [{ organisation: "" }, "Please fill in every field"],
  [{ repeat: "another" }, "are not the same"],
  [{ new: "password1234", repeat: "password1234" }, "easy to guess"],
  [{ new: "short", repeat: "short" }, "shorter than 12"],
])("what is missing or weak is told, and nothing is made: %j", async (given, says) => {
  const { statusCode, body } = await browser.post(link(), { ...ada, name: '"><script>', ...given });
  expect([statusCode, body.includes(says), body.includes("<script>")]).toEqual([400, true, false]);
  expect([await users(), await app.database.db.selectFrom("clients").selectAll().execute()]).toEqual([[], []]);
});

test("other keys, and this one after a week, make nobody", async () => {
  const made = link();
  const other = makeSetUpLink({ sealer: { ...sealer, sign: () => "a".repeat(22) }, publicUrl: "" }, new Date());
  for (const bad of [other, made.slice(0, -1), "/webcast/setup", "/webcast/setup?k="]) {
    expect((await browser.get(bad)).body).not.toContain("<form");
    await browser.post(bad, ada);
  }
  app.clock.now = new Date(Date.now() + 8 * 86_400_000);
  await browser.post(made, ada);
  expect(await users()).toEqual([]);
});

test("two who open the link at once make one user", async () => {
  const both = ["ada@acme.com", "eve@acme.com"].map((email) => createStaffBrowser(app).post(link(), { ...ada, email }));
  await Promise.all(both);
  expect(await users()).toHaveLength(1);
});
