// `npm run build`: packages and programs as a developer needs them.
import { build, install } from "./bootstrap.mjs";

await install({ development: true });
await build({ development: true });
