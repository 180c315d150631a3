import type { Feature } from "../../../feature.ts";
import { registrationChanges } from "./changes.ts";
import { redirectHostRoutes } from "./form/redirect-host-routes.ts";
import { copyRegistrationFields, createDefaultFields } from "./form/registration-fields.ts";
import { gateRoutes } from "./gate-routes.ts";
import { registrantLists } from "./v2-lists.ts";
import { registerOperations } from "./v2-register.ts";
import { updateOperations } from "./v2-update.ts";
import { waitingRoutes } from "./waiting/waiting-routes.ts";

export const registration = {
  name: "registration",
  v2: [registerOperations, updateOperations, registrantLists],
  web: [gateRoutes, waitingRoutes, redirectHostRoutes],
  eventPart: { onCreate: createDefaultFields, onCopy: copyRegistrationFields },
  changes: registrationChanges.kinds,
} satisfies Feature;
