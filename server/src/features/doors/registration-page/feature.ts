import type { Feature } from "../../../feature.ts";
import { registrationPageChanges } from "./changes.ts";
import { lobbyPages } from "./lobby-pages.ts";
import { mailLinkJob } from "./mail-link.ts";
import { registrationPages } from "./pages.ts";
import { copyPageSettings } from "./queries.ts";
import { pageSettingsRoutes } from "./settings-routes.ts";

export const registrationPage = {
  name: "registration-page",
  web: [pageSettingsRoutes],
  pages: [registrationPages, lobbyPages],
  jobs: [mailLinkJob],
  eventPart: { onCopy: copyPageSettings },
  changes: registrationPageChanges.kinds,
} satisfies Feature;
