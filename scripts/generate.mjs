// `npm run generate`: writes what is derived from the English texts, the migrations, the route schemas and other people's packages.
import { join } from "node:path";
import { build, compile, install, root } from "./bootstrap.mjs";
import { giveUp, runQuietly } from "./run-quietly.mjs";

const generators = [
  "texts/dist/generate-types.js",
  ...["generate-schema", "generate-sdk", "copy-vendored"].map((name) => `server/dist/tools/${name}.js`),
];

await install({ development: true });
for (const generator of generators) {
  // What is generated may be what makes the types wrong: they are checked at the end.
  await compile();
  const { succeeded, output } = await runQuietly(process.execPath, [join(root, generator)], { cwd: root });
  if (!succeeded) giveUp(output);
}
await build({ development: true });
