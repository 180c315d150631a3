import type { Selectable } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";
import { operated } from "../../../../test/operator-api.ts";
import { createPageVisitor, emailField, optional } from "../../../../test/page-fixture.ts";
import type { Events } from "../../../db/types.ts";
import { eventAddresses } from "../../webinars/events/addresses.ts";

const app = await withApp();
const { id: clientId } = await app.build.client({ name: "Northlight" });
let event: Selectable<Events>;
const { addresses, get, people, post } = createPageVisitor(app, () => event);

beforeEach(async () => {
  delete app.clock.now;
  event = await app.build.event(clientId, { title: "Quiet machines" });
});

describe("what a page shows and asks", () => {
  test("comes in each of the twelve languages, by address, browser or event", async () => {
    for (const [lang, button, dir] of [
      ["en", "Register", "ltr"],
      ["de", "Anmelden", "ltr"],
      ["fr", "S’inscrire", "ltr"],
      ["es", "Inscribirse", "ltr"],
      ["it", "Iscriviti", "ltr"],
      ["pt", "Inscrever-se", "ltr"],
      ["nl", "Aanmelden", "ltr"],
      ["ja", "登録する", "ltr"],
      ["ko", "등록하기", "ltr"],
      ["zh", "立即报名", "ltr"],
      ["ar", "سجّل الآن", "rtl"],
      ["he", "הרשמה", "rtl"],
    ] as const) {
      const { body } = await get(`${addresses().audience}?lang=${lang}`);
      expect(body).toMatch(new RegExp(`<html lang="${lang}" dir="${dir}">`));
      expect(body).toContain(`<button class="button">${button}</button>`);
      expect(Buffer.byteLength(body)).toBeLessThan(40_000);
    }
    expect((await get(addresses().audience, { "accept-language": "xx, ja;q=0.8, en;q=0.3" })).body).toContain(
      "登録する",
    );
    event = await app.build.event(clientId, { languageCode: "fr" });
    expect((await get(addresses().audience)).body).toContain("S’inscrire");
    expect((await get(`${addresses().audience}?lang=de`)).body).toContain('<option value="France">Frankreich</option>');
  });

  test("knows every kind of field, consents too", async () => {
    const text = { validation: "none", options: null };
    await operated(app, `PUT /clients/${clientId}/events/${event.id}/registration-page`, {
      intro: "Seats are few.",
      banner: "https://pictures.example.com/wide.jpg",
      bannerText: "A quiet machine",
      fields: [
        { field: "email", caption: "Email", type: "textbox", isRequired: true, validation: "email" },
        { ...text, field: "notes", caption: "Anything else?", type: "textarea", isRequired: false },
        { ...text, field: "std1", caption: "Size", type: "listbox", isRequired: true, options: ["S", "M"] },
        {
          ...text,
          field: "std2",
          caption: "Days",
          type: "multiselect",
          isRequired: false,
          options: ["Mon", "Tue", "Wed"],
        },
        { ...text, field: "std3", caption: "Vegetarian", type: "checkbox", isRequired: false },
        { ...text, field: "std4", caption: "", type: "hidden", isRequired: false },
        { ...text, field: "marketingEmail", caption: "I agree to the <terms>", type: "consent", isRequired: true },
      ],
    });
    const shown = await get(`${addresses().audience}?std4=booth-7`);
    expect(shown.headers["content-security-policy"]).toContain("img-src 'self' data: https:");
    for (const part of [
      "Seats are few.",
      '<img class="banner" src="https://pictures.example.com/wide.jpg" alt="A quiet machine">',
      '<meta property="og:image" content="https://pictures.example.com/wide.jpg">',
      '<textarea id="field-notes"',
      '<option value="M">M</option>',
      '<input type="checkbox" id="field-std2-1" name="std2" value="Tue">',
      '<input type="hidden" name="std4" value="booth-7">',
      "I agree to the &lt;terms&gt;",
    ])
      expect(shown.body).toContain(part);
    const form = { email: "b@acme.com", std1: "M", std2: ["Mon", "Wed"], std4: "booth-7" };
    const unticked = await post(addresses().audience, form);
    expect(unticked.statusCode).toBe(400);
    expect(unticked.body).toMatch(/id="field-std2" name="std2" value="Mon" checked/);
    const ticked = await post(addresses().audience, { ...form, marketingemail: "Y" });
    expect(ticked.statusCode).toBe(303);
    expect(await people()).toMatchObject([
      { std1: "M", std2: "Mon, Wed", std3: "N", std4: "booth-7", marketing_email: "Y", notes: null },
    ]);
  });

  test("shows a consent's links and nothing else of its HTML, and nobody consents by following a link", async () => {
    await operated(app, `PUT /clients/${clientId}/events/${event.id}/registration-page`, {
      fields: [
        emailField,
        { ...optional, field: "std1", caption: "Lunch?", type: "checkbox" },
        {
          ...optional,
          field: "marketingEmail",
          caption:
            'I have read the <a href="https://acme.example/privacy" onclick="x()">terms</a> & <img src="x" onerror="y()">',
          type: "consent",
          isRequired: true,
        },
      ],
    });
    const { body } = await get(`${addresses().audience}?marketingemail=Y&std1=Y`);
    expect(body).toMatch(
      /<a href="https:\/\/acme.example\/privacy" rel="noopener nofollow" target="_blank">terms<\/a>/,
    );
    expect(body).not.toMatch(/onclick|<img/);
    expect(body).toMatch(/name="std1" value="Y" checked/);
    expect(body).not.toMatch(/name="marketingemail" value="Y" checked/);
    const missing = await post(addresses().audience, { email: "b@acme.com" });
    expect(missing.body).toContain(
      "I have read the terms &#38; &#60;img src=&#34;x&#34; onerror=&#34;y()&#34;&#62;: Please tick this box.",
    );
    expect((await post(addresses().audience, { email: "b@acme.com", marketingemail: "no" })).statusCode).toBe(400);
    expect((await post(addresses().audience, { email: "b@acme.com", marketingemail: "on" })).statusCode).toBe(303);
    expect(await people()).toMatchObject([{ std1: "N", marketing_email: "Y" }]);
    const token = await app.build.token(clientId);
    const { body: told } = await app.call(token, `GET /client/${clientId}/event/${event.id}/regfield`);
    expect(told).toMatch(/"fieldid":"marketing_?email"[^}]*"fieldtype":"checkbox"/);
  });

  test.each([
    ["number", "many", "Please check this.", "1,250"],
    ["email", "nobody", "Please enter a whole e-mail address, such as name@example.com.", "boss@acme.com"],
    ["phone", "12345", "Please enter at least 7 digits.", "+49 123 4567"],
  ])("checks what a page asks of a %s", async (validation, wrong, sentence, right) => {
    const fields = [emailField, { ...optional, validation, field: "std1", caption: "More", type: "textbox" }];
    await operated(app, `PUT /clients/${clientId}/events/${event.id}/registration-page`, { fields });
    const refused = await post(addresses().audience, { email: "b@acme.com", std1: wrong });
    expect([refused.statusCode, refused.body.includes(`More: ${sentence}`)]).toEqual([400, true]);
    expect((await post(addresses().audience, { email: "b@acme.com", std1: right })).statusCode).toBe(303);
    expect(await people()).toMatchObject([{ std1: right }]);
  });

  test("lists the countries as a language sorts them, and knows their codes", async () => {
    const { body } = await get(`${addresses().audience}?lang=de&country=DE`);
    const names = [...body.matchAll(/<option value="[^"]+"[^>]*>([^<]+)</g)].map(([, name = ""]) => name);
    expect(names.slice(0, 3)).toEqual(["Afghanistan", "Ägypten", "Ålandinseln"]);
    expect(body).toContain('<option value="Germany" selected>Deutschland</option>');
  });

  test("tells search engines what takes place and when", async () => {
    event = await app.build.event(clientId, { title: "Quiet </script><b>machines" });
    const { body } = await get(addresses().audience);
    const data = /<script type="application\/ld\+json">(.*)<\/script>/.exec(body)?.[1] ?? "";
    expect(data).not.toContain("<");
    expect(JSON.parse(data)).toMatchObject({
      "@type": "Event",
      name: "Quiet </script><b>machines",
      startDate: event.startsAt.toISOString(),
      organizer: { name: "Northlight" },
    });
    const onDemand = await app.build.event(clientId, { type: "ondemand" });
    expect((await get(eventAddresses(onDemand, "").audience)).body).not.toContain("ld+json");
  });
});
