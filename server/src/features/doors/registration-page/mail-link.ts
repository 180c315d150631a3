import type { Db } from "../../../db/database.ts";
import { queueJob } from "../../../db/queue-job.ts";
import type { JobDefinition } from "../../../jobs/jobs.ts";
import { findPresent } from "../../admission/registration/people/address-queries.ts";
import { queueMails } from "../../base/outbox/queue-mails.ts";

/** Asked for again within so long, it is on its way already. */
const ONCE_IN_MS = 5 * 60_000;

interface LinkRequest {
  readonly clientId: number;
  readonly eventId: number;
  /** As it was typed. */
  readonly email: string;
}

/** Mails the link of whoever is registered with an address. Whether anybody is, is looked up after the visitor is answered. */
export async function requestLink(db: Db, event: { clientId: number; id: number }, email: string): Promise<void> {
  await queueJob(db, mailLinkJob.name, { clientId: event.clientId, eventId: event.id, email } satisfies LinkRequest);
}

export const mailLinkJob: JobDefinition = {
  name: "mail-link",
  async run({ db, now }, payload) {
    const { clientId, eventId, email } = payload as LinkRequest;
    const person = await findPresent(db, { clientId, eventId, email });
    if (!person) return;
    const occasion = String(Math.floor(now().getTime() / ONCE_IN_MS));
    await queueMails(db, [{ clientId, eventId, registrantId: person.id, kind: "log-in", occasion }]);
  },
};
