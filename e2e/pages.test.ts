import { test } from "vitest";
import { withApp } from "../server/test/harness.ts";
import { expectUsableInEveryLook, keepScreenshot, looks, viewports, visit } from "./browser.ts";

const app = await withApp({ publicUrl: "" });
const baseUrl = await app.listen();

test("anybody can use the first page", async () => {
  await visit({}, async (page) => {
    await page.goto(baseUrl);
    await expectUsableInEveryLook(page, "home");
  });
});

test.each(looks)("the first page leads to the reference ($look)", async ({ viewport, colorScheme }) => {
  await visit({ viewport, colorScheme }, async (page) => {
    await page.goto(baseUrl);
    await page.getByRole("link", { name: /API reference/ }).click();
    await page.getByText("Forget registrant (client level)").waitFor();
  });
});

test("the reference makes a real call with a token", async () => {
  const client = await app.build.client({ name: "Seen in the reference" });
  const token = await app.build.token(client.id);
  await visit({ viewport: viewports.desktop }, async (page) => {
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
  });
});
