import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import type { LoadCache } from "../../../lib/load-cache.ts";
import type { AdmissionEvent } from "../../admission/registration/admission-event.ts";

export interface PresentingDeps {
  readonly db: Kysely<Database>;
  readonly events: LoadCache<number, AdmissionEvent>;
  now(): Date;
}
