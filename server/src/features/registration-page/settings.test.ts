import { randomUUID } from "node:crypto";
import type { Selectable } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OPERATOR_KEY, startTestApp, type TestApp } from "../../../test/harness.ts";
import { operated } from "../../../test/operator-api.ts";
import type { Events } from "../../db/types.ts";

let app: TestApp;
let clientId: number;
let event: Selectable<Events>;

beforeAll(async () => {
  app = await startTestApp();
  ({ id: clientId } = await app.build.client());
  event = await app.build.event(clientId);
});
afterAll(() => app.close());

describe("settings of the page", () => {
  const put = (body: object, client = clientId) =>
    app.app.server.inject({
      method: "PUT",
      url: `/api/clients/${client}/events/${event.id}/registration-page`,
      headers: { authorization: `Bearer ${OPERATOR_KEY}` },
      payload: body,
    });
  const email = { field: "email", caption: "Email", type: "textbox", isRequired: true };

  test.each([
    ["a field that does not exist", { fields: [email, { ...email, field: "shoeSize" }] }],
    ["a field twice", { fields: [email, email] }],
    ["no address", { fields: [{ ...email, field: "firstName" }] }],
    ["an optional address", { fields: [{ ...email, isRequired: false }] }],
    ["a list without options", { fields: [email, { ...email, field: "std1", type: "listbox" }] }],
    ["a banner of another kind", { banner: "javascript:alert(1)" }],
    ["a site that is no origin", { embedOrigins: ["https://acme.example/path"] }],
    ["a site that would open the policy", { embedOrigins: ["https://a.example; script-src *"] }],
    ["something unknown", { colour: "red" }],
  ])("refuses %s and changes nothing", async (_, body) => {
    const before = await operated(app, `GET /clients/${clientId}/events/${event.id}/registration-page`);
    expect((await put(body)).statusCode).toBe(400);
    expect(await operated(app, `GET /clients/${clientId}/events/${event.id}/registration-page`)).toEqual(before);
  });

  test("are nobody else's", async () => {
    const other = (await app.build.client()).id;
    expect((await put({ intro: "x" }, other)).statusCode).toBe(404);
  });

  test("a key of the form is of no use elsewhere", async () => {
    expect(
      (await app.app.server.inject({ url: `/wcc/embed/${event.id}/${randomUUID().replaceAll("-", "")}` })).statusCode,
    ).toBe(404);
  });
});
