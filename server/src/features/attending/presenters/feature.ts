import type { Feature } from "../../../feature.ts";
import { presenterChanges } from "./changes.ts";
import { deskPages } from "./pages.ts";
import { copyPresenters } from "./queries.ts";
import { presenterLinkRoutes, presenterRoutes } from "./routes.ts";

export const presenters = {
  name: "presenters",
  web: [presenterRoutes, presenterLinkRoutes],
  pages: [deskPages],
  eventPart: { onCopy: copyPresenters },
  changes: presenterChanges.kinds,
} satisfies Feature;
