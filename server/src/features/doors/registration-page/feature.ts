import type { Feature } from "../../../feature.ts";
import { registrationPageChanges } from "./changes.ts";
import { copyPageSettings } from "./queries.ts";
import { registrationPages } from "./routes.ts";
import { pageSettingsRoutes } from "./settings-routes.ts";

export const registrationPage = {
  name: "registration-page",
  web: [pageSettingsRoutes],
  pages: [registrationPages],
  eventPart: { onCopy: copyPageSettings },
  changes: registrationPageChanges.kinds,
} satisfies Feature;
