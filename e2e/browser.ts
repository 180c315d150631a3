import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { expect } from "vitest";

export const viewports = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } } as const;

/** A phone and a desktop, each light and dark. */
export const looks = Object.entries(viewports).flatMap(([size, viewport]) =>
  (["light", "dark"] as const).map((colorScheme) => ({ look: `${size}-${colorScheme}`, viewport, colorScheme })),
);

let launching: Promise<Browser> | undefined;

/** Opens pages one after the other as somebody new, in the browser that the files of a worker share. */
export async function visit(options: BrowserContextOptions, look: (page: Page) => Promise<void>): Promise<void> {
  launching ??= launchBrowser();
  const context = await (await launching).newContext(options);
  // The test's own limit is the only one.
  context.setDefaultTimeout(0);
  try {
    await look(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Chromium of the system; `npm test` finds or installs it and says where it is. */
function launchBrowser(): Promise<Browser> {
  const executablePath = process.env.LECTERN_CHROMIUM ?? "/usr/bin/chromium-headless-shell";
  const args = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
  ];
  return chromium.launch({ executablePath, args, timeout: 0 });
}

/** Keeps a picture in the folder that SCREENSHOTS names, for people to look at; nothing otherwise. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  if (process.env.SCREENSHOTS)
    await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}.png`, fullPage: true });
}

/** Anybody can use the page as it stands, and it fits. */
export async function expectUsable(page: Page, name: string): Promise<void> {
  await keepScreenshot(page, name);
  expect(await findAccessibilityFaults(page), name).toEqual([]);
  expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name).toBe(true);
}

/** The same in every look, without loading the page again. */
export async function expectUsableInEveryLook(page: Page, name: string): Promise<void> {
  for (const { look, viewport, colorScheme } of looks) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    await expectUsable(page, `${name}-${look}`);
  }
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = {
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
  // Telling of all that is well takes longer than finding what is not.
  resultTypes: ["violations"],
};

/** What axe finds against WCAG 2.2 A and AA, a line each. */
async function findAccessibilityFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(rules)})`);
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}
