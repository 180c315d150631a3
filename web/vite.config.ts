import { mergeConfig } from "vite";
import build from "./build.config.ts";
import { devPlugins } from "./dev-server.ts";

/** The same with what `npm run dev` adds. A file of its own, as a bundled config imports all that it names. */
export default mergeConfig(build, { plugins: devPlugins() });
