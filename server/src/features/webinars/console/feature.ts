import type { Feature } from "../../../feature.ts";
import { consoleChanges } from "./changes.ts";
import { copyConsole } from "./copy-console.ts";
import { createDefaultConsole } from "./create-default-console.ts";
import { consoleRoutes } from "./routes.ts";
import { consoleOperations } from "./v2.ts";

export const eventConsole = {
  name: "console",
  v2: [consoleOperations],
  web: [consoleRoutes],
  eventPart: { onCreate: createDefaultConsole, onCopy: copyConsole },
  changes: consoleChanges.kinds,
} satisfies Feature;
