import { afterAll, expect, test } from "vitest";
import { eventAddresses } from "../server/src/features/webinars/events/addresses.ts";
import { operated } from "../server/test/operator-api.ts";
import { setUpIdp, withSsoApp } from "../server/test/single-sign-on.ts";
import { expectUsableInEveryLook, visit } from "./browser.ts";

const app = await withSsoApp();
const client = await app.build.client({ name: "Northlight Media" });
await app.build.user(client.id, { name: "Ada Lovelace", email: "ada@example.com" });
const sso = await setUpIdp(app, client.id, { purposes: ["audience", "staff"] });

afterAll(async () => {
  await sso.idp.close();
});

test("a visitor signs in at the identity provider and comes to the lobby", async () => {
  const event = await app.build.event(sso.clientId, { title: "How to build an engine" });
  const { lobby } = eventAddresses(event, app.url);
  const query = `event=${event.id}&key=${event.audienceKey}`;
  await visit({}, async (page) => {
    await page.goto(`${app.url}/saml/${sso.clientId}/${sso.providerId}/login?${query}`);
    // Without a good pass the lobby would send on to the form.
    await page.waitForURL(lobby, { waitUntil: "commit" });
    const cookies = await page.context().cookies(lobby);
    expect(cookies).toMatchObject([{ name: `lectern_seat_${event.id}`, httpOnly: true, sameSite: "Lax" }]);
  });
  const people = app.database.db.selectFrom("registrants").selectAll().where("eventId", "=", event.id);
  expect(await people.execute()).toMatchObject([{ email: "ada@example.com", door: "saml" }]);
});

test("staff finds the sign-in, comes home, opens an event and signs out on both sides", async () => {
  await app.build.event(sso.clientId, { title: "The next webinar" });
  await visit({}, async (page) => {
    await page.goto(`${app.url}/webcast/login`);
    await expectUsableInEveryLook(page, "entrance");
    await page.getByLabel("Account number").fill(String(sso.clientId));
    await page.getByRole("button", { name: "Continue" }).click();
    await expectUsableInEveryLook(page, "entrance-sign-in");
    await page.getByRole("link", { name: "Sign in with Analytical Engines" }).click();
    await page.waitForURL(`${app.url}/webcast/home`);
    await expectUsableInEveryLook(page, "home");
    await page.getByRole("link", { name: "Present: The next webinar" }).click();
    await page.getByRole("heading", { name: "The next webinar" }).waitFor();
    await page.goto(`${app.url}/webcast/home`);
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.waitForURL(`${app.url}/saml/${sso.clientId}/logout?**`);
    await page.getByRole("heading", { name: "You are signed out" }).waitFor();
    await expectUsableInEveryLook(page, "signed-out");
    await page.goto(`${app.url}/webcast/home`);
    expect(page.url()).toBe(`${app.url}/webcast/login`);
  });
});

test("a test login shows what came and what would be registered", async () => {
  const path = `/clients/${sso.clientId}/identity-providers/${sso.providerId}/test-link`;
  const { url } = await operated<{ url: string }>(app, `POST ${path}`, {});
  await visit({}, async (page) => {
    await page.goto(url);
    await page.getByRole("heading", { name: "What would be registered" }).waitFor();
    await page.getByText("This is the user").waitFor();
    await expectUsableInEveryLook(page, "test-login");
  });
});

test("whoever cannot be signed in reads why, and finds the way back", async () => {
  const event = await app.build.event(sso.clientId, { languageCode: "ar", title: "كيف تُبنى ندوة" });
  await visit({}, async (page) => {
    await page.goto(`${app.url}/saml/${sso.clientId}/999/login?event=${event.id}&key=${event.audienceKey}`);
    await page.getByRole("heading", { name: "تعذّر تسجيل الدخول" }).waitFor();
    await expectUsableInEveryLook(page, "refused");
    await page.getByRole("link", { name: "إلى الفعالية" }).click();
    expect(page.url()).toBe(eventAddresses(event, app.url).audience);
  });
});
