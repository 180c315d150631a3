import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { OPERATOR_KEY, withApp } from "../../../../test/harness.ts";
import { operated } from "../../../../test/operator-api.ts";

const app = await withApp();
const { id: clientId } = await app.build.client();
const event = await app.build.event(clientId);

describe("settings of the page", () => {
  const put = (body: object, client = clientId) =>
    app.app.server.inject({
      method: "PUT",
      url: `/api/clients/${client}/events/${event.id}/registration-page`,
      headers: { authorization: `Bearer ${OPERATOR_KEY}` },
      payload: body,
    });
  const email = { field: "email", caption: "Email", type: "textbox", isRequired: true };
  const list = (field: object) => ({ ...email, field: "std1", type: "listbox", ...field });
  const many = Array.from({ length: 11 }, (_, index) => `Choice ${index}`);

  test.each([
    ["a field that does not exist", { fields: [email, { ...email, field: "shoeSize" }] }],
    ["a field twice", { fields: [email, email] }],
    ["no address", { fields: [{ ...email, field: "firstName" }] }],
    ["an optional address", { fields: [{ ...email, isRequired: false }] }],
    ["a list without options", { fields: [email, { ...email, field: "std1", type: "listbox" }] }],
    ["a field that nobody could fill in", { fields: [email, { ...email, field: "std1", type: "hidden" }] }],
    ["an option that would be cut", { fields: [email, list({ field: "eventEmail", options: ["Yes"] })] }],
    ["choices that would be cut", { fields: [email, list({ type: "multiselect", options: many })] }],
    ["a choice with a comma", { fields: [email, list({ type: "multiselect", options: ["R, D"] })] }],
    ["an option twice", { fields: [email, list({ options: ["a", "a"] })] }],
    ["options of a text", { fields: [email, list({ type: "textbox", options: ["a"] })] }],
    ["a banner of another kind", { banner: "javascript:alert(1)" }],
    ["a site that is no origin", { embedOrigins: ["https://acme.example/path"] }],
    ["a site that would open the policy", { embedOrigins: ["https://a.example; script-src *"] }],
    ["something unknown", { colour: "red" }],
  ])("refuses %s and changes nothing", async (_, body) => {
    const before = await operated(app, `GET /clients/${clientId}/events/${event.id}/registration-page`);
    expect((await put(body)).statusCode).toBe(400);
    expect(await operated(app, `GET /clients/${clientId}/events/${event.id}/registration-page`)).toEqual(before);
  });

  test("are told again, stay as far as they are not given, and leave a change behind", async () => {
    const settings = {
      banner: "/files/abc",
      bannerText: "A factory",
      intro: "<b>Come</b>",
      embedOrigins: ["https://a.example"],
    };
    const path = `/clients/${clientId}/events/${event.id}/registration-page`;
    await operated(app, `PUT ${path}`, settings);
    expect(await operated(app, `PUT ${path}`, { bannerText: null })).toMatchObject({ ...settings, bannerText: null });
    const shown = await operated<{ fields: object[] }>(app, `GET ${path}`);
    expect(await operated(app, `PUT ${path}`, { fields: shown.fields })).toEqual(shown);
    const { rows } = await app.database.pool.query(
      "select kind, actor, fields from changes where event_id = $1 and kind = 'registration-page.updated' order by id",
      [event.id],
    );
    expect(rows).toEqual(
      [["banner", "bannerText", "intro", "embedOrigins"], ["bannerText"], ["fields"]].map((fields) => ({
        kind: "registration-page.updated",
        actor: "operator",
        fields: expect.arrayContaining(fields),
      })),
    );
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
