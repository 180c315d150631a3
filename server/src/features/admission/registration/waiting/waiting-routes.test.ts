import { afterAll, describe, expect, test } from "vitest";
import { createDoors, putGate, standing } from "../../../../../test/admission-fixture.ts";
import { withApp } from "../../../../../test/harness.ts";
import { operate, operated } from "../../../../../test/operator-api.ts";

const app = await withApp();
const at = createDoors(app);
const { id: clientId } = await app.build.client();

afterAll(() => at.drain());

interface Waiting {
  counts: Record<string, number>;
  people: { registrantId: number; email: string; status: string }[];
  next?: string;
}

async function guarded(...gates: [gate: string, settings?: object][]) {
  const event = await app.build.event(clientId);
  for (const [gate, settings] of gates) await putGate(app, event, gate, settings);
  const path = `/clients/${clientId}/events/${event.id}/waiting`;
  const list = (query = "") => operated<Waiting>(app, `GET ${path}${query}`);
  const enter = async (email: string) => (await at.enter("page", event.id, email)).id;
  return { event, path, list, enter };
}

describe("people who wait", () => {
  test("are listed by what they wait for", async () => {
    const { list, enter } = await guarded(["capacity", { seats: 1 }], ["approval"]);
    const id = await enter("ada@acme.com");
    expect(await list()).toEqual({
      counts: { unconfirmed: 0, pending: 1, waitlisted: 0, denied: 0 },
      people: [
        {
          registrantId: id,
          status: "pending",
          email: "ada@acme.com",
          firstName: "Ada",
          lastName: "Lovelace",
          company: "Engines",
          door: "page",
          cameAt: expect.stringMatching(/^\d{4}-.*Z$/),
        },
      ],
    });
    expect((await list("?status=waitlisted")).people).toEqual([]);
  });

  test("come in pages, the waiting list in its own order", async () => {
    const { list, enter } = await guarded(["capacity", { seats: 1 }]);
    for (const n of [0, 1, 2, 3, 4, 5]) await enter(`p${n}@acme.com`);
    const seen: string[] = [];
    let cursor = "";
    for (let pages = 0; pages < 3; pages++) {
      const { people, next } = await list(`?status=waitlisted&limit=2${cursor}`);
      seen.push(...people.map(({ email }) => email));
      expect(next === undefined).toBe(pages === 2);
      cursor = `&cursor=${next}`;
    }
    expect(seen).toEqual([1, 2, 3, 4, 5].map((n) => `p${n}@acme.com`));
  });

  test("are accepted and denied", async () => {
    const { event, path, list, enter } = await guarded(["approval"]);
    const [ada, bob] = [await enter("ada@acme.com"), await enter("bob@acme.com")];
    expect(await operated(app, `POST ${path}/${ada}/accept`)).toEqual({ registrantId: ada, status: "active" });
    expect(await operated(app, `POST ${path}/${bob}/deny`)).toEqual({ registrantId: bob, status: "denied" });
    expect(await standing(app, event.id)).toMatchObject({ active: 1, denied: 1, counted: 1 });
    const { people } = await list("?status=denied");
    expect(people).toMatchObject([{ registrantId: bob, decidedBy: "operator", decidedAt: expect.any(String) }]);
    const again = await operate(app, `POST ${path}/${ada}/deny`);
    expect([again.statusCode, again.json().title]).toEqual([409, "approval.notPending"]);
  });

  test.each(["?status=active", "?status=forgotten", "?limit=0", "?limit=1001", "?cursor=x", "?cursor="])(
    "are not listed for %s",
    async (query) => {
      const { path } = await guarded();
      expect((await operate(app, `GET ${path}${query}`)).statusCode).toBe(400);
    },
  );

  test("are their client's only", async () => {
    const { event, path, enter } = await guarded(["approval"]);
    const id = await enter("ada@acme.com");
    const other = await app.build.client();
    const foreign = path.replace(`/clients/${clientId}/`, `/clients/${other.id}/`);
    const elsewhere = path.replace(`/events/${event.id}/`, `/events/${(await app.build.event(clientId)).id}/`);
    for (const request of [`GET ${foreign}`, `POST ${foreign}/${id}/accept`, `POST ${elsewhere}/${id}/accept`])
      expect((await operate(app, request)).statusCode).toBe(404);
    expect((await app.app.server.inject({ url: `/api${path}` })).statusCode).toBe(401);
    expect(await standing(app, event.id)).toMatchObject({ pending: 1 });
  });
});

describe("redirect hosts", () => {
  test("are kept as they are compared", async () => {
    const path = `/clients/${clientId}/redirect-hosts`;
    expect(await operated(app, `GET ${path}`)).toEqual({ redirectHosts: [] });
    const given = ["Example.com", "*.Partner.example", "example.com:8443", "example.com"];
    const kept = { redirectHosts: ["example.com", "*.partner.example", "example.com:8443"] };
    expect(await operated(app, `PUT ${path}`, { redirectHosts: given })).toEqual(kept);
    expect(await operated(app, `GET ${path}`)).toEqual(kept);
    const other = await app.build.client();
    expect(await operated(app, `GET /clients/${other.id}/redirect-hosts`)).toEqual({ redirectHosts: [] });
    const { rows } = await app.database.pool.query(
      "select kind, actor from changes where client_id = $1 and event_id is null",
      [clientId],
    );
    expect(rows).toEqual([{ kind: "redirect-hosts.updated", actor: "operator" }]);

    const wrong = await operate(app, `PUT ${path}`, { redirectHosts: ["fine.example", "https://evil.example/"] });
    expect([wrong.statusCode, wrong.json().detail]).toEqual([
      400,
      "https://evil.example/ is no host such as example.com, *.example.com or example.com:8443",
    ]);
    for (const body of [{}, { redirectHosts: {} }, { redirectHosts: [""] }, { ...kept, more: 1 }])
      expect((await operate(app, `PUT ${path}`, body)).statusCode).toBe(400);
    expect(await operated(app, `GET ${path}`)).toEqual(kept);
    expect(await operated(app, `PUT ${path}`, { redirectHosts: [] })).toEqual({ redirectHosts: [] });
  });

  test("are some client's", async () => {
    expect((await operate(app, "GET /clients/999/redirect-hosts")).statusCode).toBe(404);
    expect((await operate(app, "PUT /clients/999/redirect-hosts", { redirectHosts: [] })).statusCode).toBe(404);
  });
});
