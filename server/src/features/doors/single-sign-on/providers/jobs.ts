import { Refusal } from "../../../../errors.ts";
import type { JobDefinition } from "../../../../jobs/jobs.ts";
import { deleteExpired, listProvidersToRefresh, updateProvider } from "./queries.ts";
import { refreshProvider } from "./refresh-provider.ts";

/** A little under a day, so that a run that is early by seconds does not skip one. */
const FRESH_MS = 23 * 3_600_000;

/** Every night: reads the metadata of identity providers anew, and keeps why one could not be read. */
export const refreshProvidersJob: JobDefinition = {
  name: "refresh-identity-providers",
  cron: "40 2 * * *",
  isLong: true,
  async run({ db, config, now, log }) {
    const deps = { db, rules: { arePrivateHostsAllowed: config.isPrivateMetadataAllowed }, now };
    for (const provider of await listProvidersToRefresh(db, new Date(now().getTime() - FRESH_MS))) {
      const { clientId, id } = provider;
      try {
        await refreshProvider(deps, provider, { actor: "job:refresh-identity-providers" });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        await updateProvider(db, clientId, id, { metadataFault: error.message });
        log.warn({ clientId, identityProviderId: id, reason: error.message }, "metadata not read");
      }
    }
  },
};

/** Every hour: forgets what has expired by itself. */
export const sweepSignInsJob: JobDefinition = {
  name: "sweep-sign-ins",
  cron: "25 * * * *",
  isMissable: true,
  run: ({ db, now }) => deleteExpired(db, now()),
};
