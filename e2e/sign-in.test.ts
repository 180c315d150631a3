import { expect, test } from "vitest";
import { makeSetUpLink } from "../server/src/features/staff/sign-in/set-up.ts";
import { sealer, withApp } from "../server/test/harness.ts";
import { PASSWORD } from "../server/test/staff-browser.ts";
import { expectUsableInEveryLook, visit } from "./browser.ts";

const app = await withApp();
const url = await app.listen();

test("the first user sets up an empty installation, looks at the account, signs out and in again", async () => {
  await visit({}, async (page) => {
    await page.goto(url + makeSetUpLink({ sealer, publicUrl: "" }, new Date()));
    await expectUsableInEveryLook(page, "set-up");
    await page.getByLabel("Organisation").fill("Acme");
    await page.getByLabel("Your name").fill("Ada");
    await page.getByLabel("Your e-mail address").fill("ada@acme.com");
    await page.getByLabel("New password").fill(PASSWORD);
    await page.getByLabel("The same once more").fill(PASSWORD);
    await page.getByRole("button", { name: "Set up and sign in" }).click();
    await page.waitForURL(`${url}/webcast/home`);
    for (const place of ["account", "account/second-factor"]) {
      await page.goto(`${url}/webcast/${place}`);
      await expectUsableInEveryLook(page, place.replace("/", "-"));
    }
    await page.goto(`${url}/webcast/home`);
    await page.getByRole("button", { name: "Sign out" }).click();
    for (const place of ["login?lang=ar", "forgotten"]) {
      await page.goto(`${url}/webcast/${place}`);
      await expectUsableInEveryLook(page, place.replace(/\W/g, "-"));
    }
    await page.goto(`${url}/webcast/login`);
    await page.getByLabel("User name or e-mail address").fill("ada@acme.com");
    await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.waitForURL(`${url}/webcast/home`);
    expect(await page.getByText("Signed in as Ada").count()).toBe(1);
  });
});
