#!/usr/bin/env node
import { existsSync } from "node:fs";

const main = new URL("../dist/src/main.js", import.meta.url);
if (existsSync(main)) await import(main.href);
else {
  console.error("The lectern command is not built yet: run `npm start` or `npm run build` once.");
  process.exitCode = 1;
}
