// `npm run generate`: writes what is derived from the migrations and the route schemas.
import { join } from "node:path";
import { build, install, root } from "./bootstrap.mjs";
import { giveUp, runQuietly } from "./run-quietly.mjs";

const generators = ["server/dist/tools/generate-schema.js", "server/dist/tools/generate-sdk.js"];

await install({ development: true });
for (const generator of generators) {
  // What is generated may be what keeps the code from compiling: the compiler's complaints come at the end.
  await build({ development: true, tolerant: true });
  const { succeeded, output } = await runQuietly(process.execPath, [join(root, generator)], { cwd: root });
  if (!succeeded) giveUp(output);
}
await build({ development: true });
