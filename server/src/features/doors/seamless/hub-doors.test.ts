import { beforeEach, describe, expect, test } from "vitest";
import { putGate } from "../../../../test/admission-fixture.ts";
import { withApp } from "../../../../test/harness.ts";
import { operated } from "../../../../test/operator-api.ts";
import { browser, cookiesOf, createCallers, leadsTo, wantsJson } from "../../../../test/seamless-fixture.ts";

const app = await withApp();
const { id: clientId } = await app.build.client({ name: "Northlight" });
await operated(app, `PUT /clients/${clientId}/redirect-hosts`, { redirectHosts: ["acme.example"] });
const call = createCallers(app);
let hub: Hub;

interface Hub {
  readonly id: number;
  readonly slug: string;
  readonly key: string;
  readonly page: string;
}

beforeEach(async () => {
  hub = await buildHub();
});

async function buildHub(kind = "hub", owner = clientId): Promise<Hub> {
  const { id, slug } = await operated<Hub>(app, `POST /clients/${owner}/hubs`, { title: "Our videos", kind });
  const event = await app.app.caches.events.get(id);
  return { id, slug, key: event?.audienceKey ?? "", page: `http://lectern.test/wcc/gateway/${slug}/${id}` };
}

const named = (more: object = {}) => ({ eventId: hub.id, key: hub.key, email: "ada@acme.com", ...more });

describe.each(["/seamlessreg", "/wcc/autoreg"])("where people of a hub go from %s", (path) => {
  test.each(["hub", "experience"])("%s without targeturl: JSON, also for browsers", async (kind) => {
    hub = await buildHub(kind);
    const answer = await call.get(path, named(), browser);
    const [ada] = await call.people(hub.id);
    expect([answer.statusCode, answer.json()]).toEqual([
      200,
      { eventid: hub.id, eventuserid: ada?.id, status: "active", lobbyurl: hub.page },
    ]);
    expect(cookiesOf(answer)[`lectern_seat_${hub.id}`]).toMatch(/./);
  });

  test("an empty targeturl: to its page, a given one: there, if the client allows it", async () => {
    for (const method of ["get", "post"] as const) {
      expect(leadsTo(await call[method](path, named({ targetUrl: "" })))).toBe(hub.page);
      expect(leadsTo(await call[method](path, named({ targetUrl: "https://acme.example/a" })))).toBe(
        "https://acme.example/a",
      );
      expect(leadsTo(await call[method](path, named({ targetUrl: "https://evil.example/" })))).toBe(hub.page);
      expect(leadsTo(await call[method](path, named({ targetUrl: "javascript:alert(1)" })))).toBe(hub.page);
    }
    const data = await call.json(path, named({ targetUrl: "https://acme.example/a" }));
    expect(data.json().lobbyurl).toBe("https://acme.example/a");
    expect(await call.people(hub.id)).toHaveLength(1);
  });

  test("somebody known stays as they are, unless updateIfExist says so", async () => {
    await call.post(path, named({ firstName: "Ada", company: "Acme" }));
    const again = await call.post(path, named({ email: "ADA@acme.com", firstName: "Eve", lastName: "X" }));
    expect(again.json().status).toBe("active");
    expect(await call.people(hub.id)).toMatchObject([{ email: "ada@acme.com", first_name: "Ada", last_name: null }]);
    await call.post(path, named({ firstName: "Eve", updateIfExist: "y" }));
    expect(await call.people(hub.id)).toMatchObject([{ first_name: "Eve", company: "Acme" }]);
  });
});

test("events of Go Live have no page of their own here, so they lead to the lobby", async () => {
  const event = await app.build.event(clientId, { type: "Go Live" });
  const form = { eventid: event.id, key: event.audienceKey, email: "ada@acme.com" };
  const lobby = `http://lectern.test/wcc/lobby/${event.id}/${event.audienceKey}`;
  expect((await call.post("/seamlessreg", form)).json().lobbyurl).toBe(lobby);
  expect(leadsTo(await call.post("/seamlessreg", { ...form, targeturl: "" }))).toBe(lobby);
});

describe("/wcc/autoreg", () => {
  test("isBlocked keeps out whoever is new, and nobody who is there", async () => {
    const answer = await call.post("/wcc/autoreg", named({ isBlocked: "Y" }));
    const [ada] = await call.people(hub.id);
    expect([answer.statusCode, answer.json()]).toEqual([
      200,
      { eventid: hub.id, eventuserid: ada?.id, status: "blocked" },
    ]);
    expect(answer.headers["set-cookie"]).toBeUndefined();
    const back = await call.post("/wcc/autoreg", named({ isBlocked: "N", updateIfExist: "Y" }));
    expect([back.statusCode, back.json().error]).toEqual([403, "seamless.blocked"]);
    await call.post("/wcc/autoreg", named({ email: "ben@acme.com" }));
    await call.post("/wcc/autoreg", named({ email: "ben@acme.com", isBlocked: "Y", updateIfExist: "Y" }));
    expect((await call.people(hub.id)).map((person) => person.is_blocked)).toEqual([true, false]);
  });

  test("knows people by their code once they have it", async () => {
    const { email: _, ...nameless } = named({ extEventUserCd: "crm-7" });
    const unknown = await call.post("/wcc/autoreg", nameless);
    expect([unknown.statusCode, unknown.json().error]).toEqual([404, "EH_USER_NOT_FOUND"]);
    await call.post("/wcc/autoreg", named({ extEventUserCd: "crm-7" }));
    await call.post("/wcc/autoreg", { ...nameless, city: "Paris", updateIfExist: "Y" });
    expect(await call.people(hub.id)).toMatchObject([{ email: "ada@acme.com", city: "Paris" }]);
  });

  test("experienceId leads to an experience of the same client", async () => {
    const experience = await buildHub("experience");
    const answer = await call.post("/wcc/autoreg", named({ experienceId: experience.id, targetUrl: "" }));
    expect(leadsTo(answer)).toBe(experience.page);
    const foreign = await buildHub("experience", (await app.build.client()).id);
    for (const experienceId of [foreign.id, hub.id, 1, "x"]) {
      const refused = await call.post("/wcc/autoreg", named({ experienceId, email: "eve@acme.com" }));
      expect([refused.statusCode, refused.json().error]).toEqual([404, "ENGAGEMENT_HUB_NOT_FOUND"]);
      const unified = await call.post("/seamlessreg", named({ experienceId, email: "eve@acme.com" }));
      expect(unified.statusCode).toBe(404);
    }
    expect(await call.people(hub.id)).toHaveLength(1);
    expect(await call.people(experience.id)).toHaveLength(0);
  });
});

describe("/wcc/login", () => {
  test.each(["get", "post"] as const)("lets in by address or code, by %s", async (method) => {
    await call.post("/wcc/autoreg", named({ extEventUserCd: "crm-7" }));
    const before = await call.people(hub.id);
    const { email: _, ...byCode } = named({ exteventusercd: "crm-7" });
    for (const form of [named({ email: "ADA@ACME.com", firstName: "Eve" }), byCode]) {
      const answer = await call[method]("/wcc/login", form);
      expect(answer.json()).toMatchObject({ eventuserid: before[0]?.id, status: "active", lobbyurl: hub.page });
      expect(cookiesOf(answer)[`lectern_seat_${hub.id}`]).toMatch(/./);
    }
    expect(leadsTo(await call[method]("/wcc/login", named({ targeturl: "" }), browser))).toBe(hub.page);
    expect(await call.people(hub.id)).toEqual(before);
  });

  test("knows nobody who was deleted, of another hub, or never there", async () => {
    await call.post("/wcc/autoreg", named());
    const other = await buildHub();
    const elsewhere = await call.post("/wcc/login", named({ eventId: other.id, key: other.key }));
    expect([elsewhere.statusCode, elsewhere.json()]).toEqual([
      404,
      { error: "EH_USER_NOT_FOUND", message: `Nobody in the hub ${other.id} has this email or extEventUserCd.` },
    ]);
    await app.database.db.updateTable("registrants").set({ status: "deleted" }).where("eventId", "=", hub.id).execute();
    expect((await call.post("/wcc/login", named())).statusCode).toBe(404);
    hub = await buildHub("experience");
    expect((await call.post("/wcc/login", named())).json()).toEqual({
      error: "TARGET_USER_NOT_FOUND",
      message: `Nobody in the experience ${hub.id} has this email or extEventUserCd.`,
    });
    expect(await call.people(hub.id)).toEqual([]);
  });

  test("asks for the password where one guards this door", async () => {
    await call.post("/wcc/autoreg", named());
    await putGate(app, { clientId, id: hub.id }, "password", { password: "sesame", doors: ["seamless"] });
    for (const wrong of [named(), named({ email: "nobody@acme.com" }), named({ email: "", exteventusercd: "crm-7" })]) {
      const answer = await call.post("/wcc/login", wrong);
      expect([answer.statusCode, answer.json().error]).toEqual([403, "admission.password"]);
    }
    expect((await call.post("/wcc/login", named({ password: "sesame" }))).statusCode).toBe(200);
  });
});

describe.each(["/wcc/autoreg", "/wcc/login"])("%s refuses", (path) => {
  test.each([
    [{ key: "0".repeat(32) }, 404, "INVALID_EVENT_ID_AND_KEY"],
    [{ key: "" }, 404, "INVALID_EVENT_ID_AND_KEY"],
    [{ eventId: 1 }, 404, "INVALID_EVENT_ID_AND_KEY"],
    [{ email: "" }, 400, "EMAIL_OR_EXTERNAL_EVENT_USER_CD_NOT_PASSED"],
  ])("%j", async (wrong, status, error) => {
    for (const headers of [{}, wantsJson]) {
      const answer = await call.post(path, named(wrong), headers);
      expect([answer.statusCode, answer.json().error]).toEqual([status, error]);
    }
    const page = await call.get(path, named(wrong), browser);
    expect([page.statusCode, page.headers["content-type"]]).toEqual([status, "text/html; charset=utf-8"]);
    expect(await call.people(hub.id)).toEqual([]);
  });

  test("an event that is no hub", async () => {
    const event = await app.build.event(clientId);
    const answer = await call.post(path, named({ eventId: event.id, key: event.audienceKey }));
    expect([answer.statusCode, answer.json()]).toEqual([
      404,
      {
        error: "ENGAGEMENT_HUB_NOT_FOUND",
        message: "There is no hub with this eventId, or no experience with this experienceId.",
      },
    ]);
    expect(await call.people(event.id)).toEqual([]);
  });
});
