// `node scripts/run.mjs <compiled module> [arguments]`: brings the build up to date, then becomes that program.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build, install, root } from "./bootstrap.mjs";

await install({ development: true });
await build({ development: true });
// The program finds its own path and its arguments where it always does.
process.argv.splice(1, 2, resolve(root, process.argv[2]));
await import(pathToFileURL(process.argv[1]).href);
