// `npm run check`: what neither the compiler nor a test can hold.
import { join } from "node:path";
import { build, install, root } from "./bootstrap.mjs";
import { runQuietly } from "./run-quietly.mjs";

const colors = process.stdout.isTTY ? "force" : "off";

/** Each is a Node program, relative to the root, that fails with something to read; one has something to show. */
const checks = [
  { name: "lint and format", run: ["node_modules/@biomejs/biome/bin/biome", "ci", `--colors=${colors}`, "."] },
  { name: "no promise is left alone", run: ["node_modules/oxlint/bin/oxlint", "--type-aware", "--quiet"] },
  { name: "features stand on the floors below", run: ["scripts/floors.mjs"], isShown: true },
  { name: "no regular expression takes more than its share", run: ["scripts/regexps.mjs"] },
  { name: "types of texts follow the English catalogues", run: ["texts/dist/generate-types.js", "--check"] },
  { name: "schema.sql and row types follow the migrations", run: ["server/dist/tools/generate-schema.js", "--check"] },
  { name: "SDK types follow the route schemas", run: ["server/dist/tools/generate-sdk.js", "--check"] },
  { name: "pages stay within their budget", run: ["scripts/page-budget.mjs"], isShown: true },
  { name: "vendored files are those of their packages", run: ["server/dist/tools/copy-vendored.js", "--check"] },
];

await install({ development: true });
await build({ development: true });

for (const { name, run, isShown } of checks) {
  const [program, ...args] = run;
  const { succeeded, output } = await runQuietly(process.execPath, [join(root, program), ...args], { cwd: root });
  if (isShown && succeeded) console.log(`${output}\n`);
  console.log(succeeded ? `✓ ${name}` : `✗ ${name}\n\n${output}\n`);
  if (!succeeded) process.exitCode = 1;
}
