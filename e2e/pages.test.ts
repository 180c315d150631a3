import { afterAll, expect, test } from "vitest";
import { withApp } from "../server/test/harness.ts";
import { findAccessibilityFaults, keepScreenshot, launchBrowser, viewports } from "./browser.ts";

const app = await withApp({ publicUrl: "" });
const baseUrl = await app.listen();
const browser = await launchBrowser();
afterAll(() => browser?.close());

const schemes = ["light", "dark"] as const;
const looks = Object.entries(viewports).flatMap(([name, viewport]) =>
  schemes.map((scheme) => ({ name, viewport, scheme })),
);

test.each(looks)(
  "anybody can use the first page, and it leads to the reference ($name, $scheme)",
  async ({ name, viewport, scheme }) => {
    const context = await browser.newContext({ viewport, colorScheme: scheme });
    const page = await context.newPage();
    await page.goto(baseUrl);
    await keepScreenshot(page, `home-${name}-${scheme}`);
    expect(await findAccessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    await page.getByRole("link", { name: /API reference/ }).click();
    await page.getByText("Forget registrant (client level)").waitFor();
    await context.close();
  },
);

test("the reference makes a real call with a token", async () => {
  const client = await app.build.client({ name: "Seen in the reference" });
  const token = await app.build.token(client.id);
  const page = await browser.newPage({ viewport: viewports.desktop });
  await page.goto(`${baseUrl}/reference`);
  await page.getByRole("button", { name: "Authorize" }).click();
  for (const [name, value] of [
    ["accessTokenKey", token.key],
    ["accessTokenSecret", token.secret],
  ] as const) {
    const scheme = page.locator(".auth-container", { hasText: `${name}  (apiKey)` });
    await scheme.getByRole("textbox").fill(value);
    await scheme.getByRole("button", { name: "Apply credentials" }).click();
  }
  await page.getByRole("button", { name: "Close" }).last().click();
  // Of many operations the page shows only those in sight.
  await page.getByPlaceholder("Filter by tag or path").fill("Client-level analytics");
  await page.getByText("Sub clients", { exact: true }).click();
  const operation = page.locator(".opblock", { hasText: "Sub clients" });
  await operation.getByPlaceholder("clientId").fill(String(client.id));
  await operation.getByRole("button", { name: "Execute" }).click();
  await operation.getByText("Seen in the reference").first().waitFor();
  await keepScreenshot(page, "reference-call");
  await page.close();
});
