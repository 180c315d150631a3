import { expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";
import { addPerson } from "../../../../test/mail-fixture.ts";
import type { MailKind } from "../../base/outbox/mail-kinds.ts";
import { queueMails } from "../../base/outbox/queue-mails.ts";
import { sendDueMails } from "./mailer.ts";

// Whoever types somebody else's address at many events fills no mailbox.

const app = await withApp();
const { pool, db } = app.database;

/** Owes a client's people of one mailbox their answers, one at each of so many events. */
async function owe(clientId: number, events: number, email: string, kind: MailKind = "confirmation") {
  for (let n = 0; n < events; n++) {
    const event = await app.build.event(clientId);
    await pool.query("update event_emails set is_activated = true where event_id = $1", [event.id]);
    await queueMails(db, [{ ...(await addPerson(app, event, { email })), kind }]);
  }
}

const send = (factor: number | undefined) =>
  sendDueMails({ ...app.jobContext, config: { ...app.jobContext.config, visitLimits: factor } });

/** Of a client's mails by state, and in how many minutes those that wait are due. */
async function states(clientId: number) {
  const { rows } = await pool.query<{ state: string; minutes: number; mails: number }>(
    `select state, count(*)::int as mails, case when state = 'due'
       then round(extract(epoch from min(due_at) - now()) / 60)::int end as minutes
     from mails where client_id = $1 group by state`,
    [clientId],
  );
  return Object.fromEntries(
    rows.map(({ state, mails, minutes }) => [state, state === "due" ? [mails, minutes] : mails]),
  );
}

test("a mailbox gets so many answers of a client in an hour, in any spelling; the rest follows", async () => {
  const { id } = await app.build.client();
  await owe(id, 15, "ada@acme.com");
  await send(1);
  await pool.query("update mails set sent_at = sent_at - interval '50 minutes' where client_id = $1", [id]);
  await owe(id, 10, "ADA@Acme.com");
  await owe(id, 1, "bob@acme.com");
  await send(1);
  expect(await states(id)).toEqual({ sent: 21, due: [5, 10] });
  // Nothing was tried, so that nothing is given up however long it waits.
  expect(
    (await pool.query("select from mails where client_id = $1 and attempts > 0 and state = 'due'", [id])).rowCount,
  ).toBe(0);
  await pool.query(
    "update mails set sent_at = sent_at - interval '10 minutes', due_at = due_at - interval '10 minutes' where client_id = $1",
    [id],
  );
  await send(1);
  expect(await states(id)).toEqual({ sent: 26 });
});

test("all that come at once are counted, and the setting is a factor", async () => {
  const { id } = await app.build.client();
  await owe(id, 5, "ada@acme.com");
  await Promise.all([send(0.1), send(0.1)]);
  expect(await states(id)).toEqual({ sent: 2, due: [3, 60] });
});

test("reminders are the producer's, and no limit is none", async () => {
  const [{ id }, other] = [await app.build.client(), await app.build.client()];
  await owe(id, 4, "ada@acme.com", "reminder-1");
  await send(0.1);
  expect(await states(id)).toEqual({ sent: 4 });
  await owe(other.id, 4, "ada@acme.com");
  await send(undefined);
  expect(await states(other.id)).toEqual({ sent: 4 });
});
