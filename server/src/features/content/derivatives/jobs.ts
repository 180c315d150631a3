import { processClaimed, requeueDropped } from "../../../jobs/claimed-work.ts";
import type { JobDefinition } from "../../../jobs/jobs.ts";
import { createApiGenerator } from "./api-generator.ts";
import { derivativeChanges } from "./changes.ts";
import { extractiveGenerator } from "./extractive-generator.ts";
import { generateDerivative } from "./generate-derivative.ts";
import { findDerivative } from "./queries.ts";
import { GENERATE_JOB, GENERATE_KEY } from "./request-derivatives.ts";

/** Queued with the key `derivative:{derivativeId}` by whoever wants a text, in the transaction that does. */
export const generateDerivativeJob: JobDefinition = {
  name: GENERATE_JOB,
  // An endpoint may take minutes.
  isLong: true,
  async run(context, payload) {
    const { db, config } = context;
    const { clientId, derivativeId } = payload as { clientId: number; derivativeId: number };
    const generator = config.textApi ? createApiGenerator(config.textApi) : extractiveGenerator;
    const work = { table: "derivatives", clientId, id: derivativeId } as const;
    await processClaimed(context, work, {
      async process(claim) {
        const derivative = await findDerivative(db, clientId, derivativeId);
        if (derivative) await generateDerivative(db, derivative, generator, claim);
      },
      onFailed: (tx) =>
        derivativeChanges.record(tx, "derivative.failed", {
          clientId,
          subjectId: derivativeId,
          actor: `job:${GENERATE_JOB}`,
        }),
    });
  },
};

/** Every minute: begins anew what died with its worker. */
export const requeueDerivativesJob: JobDefinition = {
  name: "requeue-derivatives",
  cron: "* * * * *",
  isMissable: true,
  run: ({ db }) => requeueDropped(db, "derivatives", { name: GENERATE_JOB, key: GENERATE_KEY, idName: "derivativeId" }),
};
