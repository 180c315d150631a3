import type { Selectable } from "kysely";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Events } from "../src/db/types.ts";
import { doors } from "../src/features/admission/registration/gates/doors.ts";
import { openEveryDoor } from "./every-door.ts";
import { operated } from "./operator-api.ts";
import { emailField, optional } from "./page-fixture.ts";
import { withSsoApp } from "./single-sign-on.ts";

// One reader for each kind of word: what is typed means the same at every door.

const app = await withSsoApp();
const at = await openEveryDoor(app);
let event: Selectable<Events>;

beforeEach(async () => {
  event = await app.build.event(at.token.clientId);
  const box = { ...optional, type: "textbox" };
  await operated(app, `PUT /clients/${event.clientId}/events/${event.id}/registration-page`, {
    fields: [
      emailField,
      { ...box, field: "firstName", caption: "First Name" },
      { ...box, field: "workPhone", caption: "Phone" },
      { ...box, field: "std1", caption: "Employees", validation: "number" },
      { ...box, field: "marketingEmail", caption: "News?", type: "checkbox" },
    ],
  });
});
afterAll(() => at.close());

const email = "ada@acme.example";
const known = { email, firstname: "Ada", workphone: "415-555-0100", std1: "7", marketingemail: "Y" };

async function read(door: (typeof doors)[number], given: Record<string, string>) {
  await at.enter(door, event, { email, ...given });
  const [person] = await at.people(event);
  return {
    firstName: person?.first_name,
    phone: person?.work_phone,
    number: person?.std1,
    news: person?.marketing_email,
  };
}

describe.each(doors)("by the door %s", (door) => {
  test.each([
    ["on", "Y"],
    ["ON", "Y"],
    ["yes", "Y"],
    ["true", "Y"],
    ["1", "Y"],
    [" y ", "Y"],
    ["off", "N"],
    ["No", "N"],
    ["false", "N"],
    ["0", "N"],
  ])("%j is yes or no", async (marketingemail, news) => {
    expect(await read(door, { marketingemail })).toMatchObject({ news });
  });

  test.each(["maybe", "perhaps", "\u200b", "onward", "noon"])(
    "%j says neither: nobody said no",
    async (marketingemail) => {
      // An unticked box of our own form is not sent, and says no.
      expect(await read(door, { marketingemail })).toMatchObject({ news: door === "page" ? "N" : null });
      await at.enter("rest", event, { email, marketingemail: "Y" });
      if (door !== "page") expect(await read(door, { marketingemail })).toMatchObject({ news: "Y" });
    },
  );

  test.each([
    ["０９０－１２３４－５６７８", "09012345678"],
    ["０３-1234-5678", "(031)-234-5678"],
    ["٠٣١٢٣٤٥٦٧", "031234567"],
    ["०३१–२३४–५६७८", "(031)-234-5678"],
    ["090ー1234ー5678", "09012345678"],
    ["+1 (415) 555‑0100", "14155550100"],
    ["𝟓𝟓𝟓−𝟎𝟏𝟐𝟑", "555-0123"],
  ])("the phone number %s is %s", async (workphone, phone) => {
    expect(await read(door, { workphone })).toMatchObject({ phone });
  });

  test.each([
    ["１，２３４", "1,234"],
    ["−５", "-5"],
    ["٤٢", "42"],
    [" 12 ", "12"],
  ])("the number %s is %s", async (std1, number) => {
    expect(await read(door, { std1 })).toMatchObject({ number });
  });

  test.each([" ", "\u00a0", "\u3000", "\u200b", "\u00ad \u2060", "\ufeff", "\u3164", "\t"])(
    "%j is nothing, and overwrites nothing",
    async (blank) => {
      await at.enter("rest", event, known);
      const before = await read("rest", {});
      const fields = ["firstname", "workphone", "std1", "marketingemail"];
      for (const field of fields) {
        // Our own form sends a box that is ticked, and only that.
        const ticked = door === "page" ? { marketingemail: "Y" } : {};
        expect(await read(door, { [field]: blank, ...ticked })).toEqual(before);
      }
    },
  );
});

test("what is too long is cut between what people see as characters, in names, titles and file names", async () => {
  const family = "👨‍👩‍👧‍👦";
  for (const door of doors)
    await at.enter(door, event, { email: `${door}@acme.example`, firstname: `${"x".repeat(98)}${family}` });
  for (const { first_name } of await at.people(event)) expect(first_name).toMatch(/^x{50,98}$/);
  await at.enter("rest", event, { email: "rest@acme.example", firstname: `${"x".repeat(48)}${family}` });
  expect((await at.people(event)).find((one) => one.email === "rest@acme.example")?.first_name).toBe("x".repeat(48));
  const long = await app.build.event(event.clientId, { title: `${"t".repeat(239)}${family}` });
  const form = { livestart: "2030-01-01T10:00:00", liveduration: "60" };
  const copied = await app.call(at.token, `POST /client/${event.clientId}/event?eventsource=${long.id}`, { form });
  expect(copied.statusCode).toBe(200);
  const { rows } = await app.database.pool.query("select title from events where source_event_id = $1", [long.id]);
  expect(rows).toEqual([{ title: `Copy of ${"t".repeat(239)}` }]);
});

test("answers tell no consent that nobody gave or refused", async () => {
  const path = `/client/${event.clientId}/event/${event.id}/registrant`;
  const registered = (await app.call(at.token, `POST ${path}`, { form: { email, eventemail: "maybe" } })).json();
  const [listed] = (await app.call(at.token, `GET ${path}`)).json().registrants;
  const found = (await app.call(at.token, `GET /client/${event.clientId}/registrant/${email}`)).json().registrant;
  const changed = (await app.call(at.token, `PATCH ${path}`, { form: { email, firstname: "A" } })).json();
  for (const answer of [registered, listed, found, changed]) {
    expect(answer).toMatchObject({ email });
    expect(answer).not.toHaveProperty("marketingemail");
    expect(answer).not.toHaveProperty("eventemail");
  }
  // Written back as it was read, it says the same.
  await app.call(at.token, `POST ${path}`, { form: listed });
  expect(await at.people(event)).toMatchObject([{ marketing_email: null, event_email: null }]);
});

test("half a phone number refuses the caller who can correct it, and is left out where nobody can", async () => {
  for (const door of doors) await at.enter(door, event, { email: `${door}@acme.example`, workphone: "call me: 12345" });
  expect((await at.people(event)).map((person) => [person.email, person.work_phone])).toEqual([
    ["seamless@acme.example", null],
    ["saml@acme.example", null],
  ]);
});
