// `npm start`: installs and builds what is missing, then becomes the server: one process, one pid, one terminal.
import { build, install } from "./bootstrap.mjs";

await install({ development: false });
await build({ development: false });
await import("../server/dist/src/program/main.js");
