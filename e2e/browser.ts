import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, chromium, type Page } from "playwright-core";

/** Chromium of the system; `npm test` finds or installs it and says where it is. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = process.env.LECTERN_CHROMIUM ?? "/usr/bin/chromium-headless-shell";
  const args = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
  ];
  return chromium.launch({ executablePath, args });
}

/** What axe finds against WCAG 2.2 A and AA, a line each. */
export async function findAccessibilityFaults(page: Page): Promise<string[]> {
  const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  const { violations } = await new AxeBuilder({ page }).withTags(standards).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

export const viewports = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } } as const;

/** Keeps a picture in the folder that SCREENSHOTS names, for people to look at; nothing otherwise. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  if (process.env.SCREENSHOTS)
    await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}.png`, fullPage: true });
}
