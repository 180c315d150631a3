import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What browsers get of hls.js is kept in the repository: its package would be the largest of an installation. */
const vendored = { "hls.js": here("../server/browser/vendor/hls.light.min.mjs") };

/** How `npm start` makes the pages, with the packages of production alone. */
export default defineConfig({
  root: here("."),
  // Files name each other by where they lie, so that a proxy may serve them below a path.
  base: "./",
  publicDir: false,
  resolve: { alias: vendored },
  build: {
    target: ["chrome111", "firefox114", "safari16.4"],
    manifest: "manifest.json",
    assetsDir: ".",
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      input: { audience: here("src/audience/main.tsx") },
      // The schemas of messages are the server's to check with: what is made by these and used by nobody is left out.
      treeshake: { manualPureFunctions: ["Type", "id", "typed", "instant", "oneOf", "page", "orNothing", "orNone"] },
    },
  },
});
