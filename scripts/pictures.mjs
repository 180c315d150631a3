// `npm run pictures`: pictures of the console for docs/pictures, taken by the journeys that go through it.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, install, root } from "./bootstrap.mjs";
import { giveUp, runQuietly } from "./run-quietly.mjs";
import { provideSystemNeeds } from "./system.mjs";

/** By what the journeys call them. */
const wanted = {
  "console-poll-desktop-light": "console-wide",
  "console-earned-desktop-dark": "console-dark",
  "console-poll-phone-light": "console-phone",
  "console-arabic-desktop-light": "console-right-to-left",
  "console-lobby-desktop-light": "console-lobby",
  "console-ended-phone-light": "console-after-the-end",
};

await install({ development: true });
await build({ development: true });
await provideSystemNeeds();
const folder = mkdtempSync(join(tmpdir(), "lectern-pictures-"));
const args = [join(root, "node_modules", "vitest", "vitest.mjs"), "run", "e2e/audience-console"];
const env = { ...process.env, SCREENSHOTS: folder };
const { succeeded, output } = await runQuietly(process.execPath, args, { label: "Taking pictures", cwd: root, env });
if (!succeeded) giveUp(output);
const pictures = join(root, "docs", "pictures");
mkdirSync(pictures, { recursive: true });
for (const [from, to] of Object.entries(wanted)) copyFileSync(join(folder, `${from}.png`), join(pictures, `${to}.png`));
rmSync(folder, { recursive: true });
