import { directionOf, languages } from "@lectern/texts/languages";
import { beforeEach, expect, test } from "vitest";
import { sealer, type TestApp, withApp } from "../../../../test/harness.ts";
import { addPerson, compose, composed, dueMail, type Person, received } from "../../../../test/mail-fixture.ts";
import { personKeyOf } from "../../admission/registration/people/person-key.ts";
import { setSubscription } from "../../admission/unsubscriptions/set-subscription.ts";
import { allMailKinds, systemMailKinds } from "../../base/outbox/mail-kinds.ts";
import { composeMails } from "./compose-mail.ts";
import type { ComposedMail } from "./composed-mail.ts";

const codes = languages.map(({ code }) => code);
const publicUrl = "https://webinars.example.com";
const startsAt = new Date("2030-03-05T17:00:00Z");

const app = await withApp({ publicUrl, mailFrom: "webinars@example.com", mailTracking: false });
app.clock.now = new Date("2030-03-01T12:00:00Z");
let event: Awaited<ReturnType<TestApp["build"]["event"]>>;
let gina: Person;
beforeEach(async () => {
  const client = await app.build.client({ name: "Acme" });
  event = await app.build.event(client.id, { title: "R&D <live>", startsAt });
  gina = await addPerson(app, event, { email: "gina@acme.com" });
});

const update = (table: string, set: string, ...values: unknown[]) =>
  app.database.pool.query(`update ${table} set ${set}`, values);

test("a confirmation as its receiver reads it", async () => {
  await update("event_emails", "reply_to = 'team@acme.com' where event_id = $1 and kind = 'confirmation'", event.id);
  const mail = await received(await composed(app, gina, "confirmation"));
  expect(mail.from?.text).toBe('"Webcast" <webinars@example.com>');
  expect(mail.to).toMatchObject({ value: [{ name: "Gina Smith", address: "gina@acme.com" }] });
  expect(mail.replyTo?.text).toBe("team@acme.com");
  expect(mail.subject).toBe("Confirmation - R&D <live>");
  const join = `${publicUrl}/wcc/p/${event.id}/${personKeyOf(sealer, gina.registrantId)}/join`;
  expect(mail.text).toContain(`Join here: ${join}`);
  expect(mail.text).toContain("Date and time: Tuesday, March 5, 2030 at 9:00 AM PST");
  expect(mail.html).toContain(`<a href="${join}"`);
  expect(mail.html).toContain("R&#38;D &#60;live&#62;");
  expect(mail.html).not.toMatch(/\/wcc\/m\/|<img/);
  expect(mail.headers.get("auto-submitted")).toBe("auto-generated");
  expect(mail.headers.has("precedence")).toBe(false);
  const unsubscribe = `${publicUrl}/wcc/p/${event.id}/${personKeyOf(sealer, gina.registrantId)}/unsubscribe`;
  expect(mail.headers.get("list")).toMatchObject({ unsubscribe: { url: unsubscribe } });
  expect(mail.headers.get("list")).toMatchObject({ "unsubscribe-post": { name: "List-Unsubscribe=One-Click" } });
});

test.each([
  ["confirmation", "active"],
  ["approval-pending", "pending"],
  ["waitlisted", "waitlisted"],
  ["denied", "denied"],
] as const)("whoever went and came back before a mail left gets that of this stay only (%s)", async (kind, status) => {
  await update("registrants", "status = $1, cancellations = 1 where id = $2", status, gina.registrantId);
  expect(await compose(app, gina, kind)).toBe("The person has come back since.");
  await composed(app, gina, kind, "1");
});

test("composed again it is the same mail: one that was tried twice is shown once", async () => {
  const [one, other] = [await composed(app, gina, "reminder-1"), await composed(app, gina, "reminder-1")];
  expect(one).toEqual(other);
  expect(one.messageId).toMatch(/^<[\da-z_-]+@example\.com>$/);
  const others = [
    await composed(app, gina, "reminder-2"),
    await composed(app, await addPerson(app, event), "reminder-1"),
  ];
  expect(new Set([one, ...others].map(({ messageId }) => messageId)).size).toBe(3);
});

test("nobody's name adds a header, a receiver or a part", async () => {
  const nasty = 'Ann"\r\nBcc: all@example.com\r\n\r\n<b>, other@example.com\u2028';
  const ann = await addPerson(app, event, { firstName: nasty, lastName: "x" });
  await update("events", "title = $1 where id = $2", `Title\r\nBcc: all@example.com`, event.id);
  const composedMail = await composed(app, ann, "confirmation");
  const mail = await received(composedMail);
  expect(mail.bcc).toBeUndefined();
  expect(mail.to).toMatchObject({ value: [{ address: composedMail.to.address }] });
  expect([mail.to].flat()[0]?.value).toHaveLength(1);
  expect(mail.subject).toBe("Confirmation - Title Bcc: all@example.com");
});

test("what nobody has rewritten is in the person's language, and so are dates", async () => {
  const texts = await Promise.all(
    codes.map(async (languageCode) => {
      const person = await addPerson(app, event, { languageCode });
      const mail = await composed(app, person, "reminder-1");
      expect(mail.html).toContain(`<html lang="${languageCode}" dir="${directionOf(languageCode)}">`);
      return mail.text;
    }),
  );
  expect(new Set(texts).size).toBe(codes.length);
  const german = await composed(app, await addPerson(app, event, { languageCode: "de-AT" }), "reminder-1");
  expect(german.subject).toBe("Erinnerung – R&D <live>");
  expect(german.text).toContain("Dienstag, 5. März 2030 um 09:00");
  // A code that no language will ever have: the event's.
  const english = await composed(app, await addPerson(app, event, { languageCode: "qaa" }), "reminder-1");
  expect(english.text).toMatch(/^A friendly reminder .*\n\nDate and time: Tuesday, March 5/);
});

test("a producer's own text stays as it is, and only its dates follow the person", async () => {
  const body = "Be there on #EVENTDAY#.";
  await update("event_emails", "body = $1 where event_id = $2 and kind = 'reminder-1'", body, event.id);
  const mail = await composed(app, await addPerson(app, event, { languageCode: "ar" }), "reminder-1");
  expect(mail.subject).toBe("Reminder - R&D <live>");
  expect(mail.text).toMatch(/^Be there on .*٢٠٣٠|^Be there on .*2030/);
  expect(mail.text).not.toContain("March");
  expect(mail.html).toContain('<html lang="en" dir="ltr">');
});

test("the event's language counts where a person told none, also when it changed after the texts were made", async () => {
  await update("events", "language_code = 'fr' where id = $1", event.id);
  expect((await composed(app, gina, "reminder-1")).subject).toBe("Rappel - R&D <live>");
  const spanish = await app.build.event(event.clientId, { languageCode: "es", startsAt });
  const { rows } = await app.database.pool.query(
    "select subject from event_emails where event_id = $1 and kind = 'reminder-1'",
    [spanish.id],
  );
  expect(rows).toEqual([{ subject: "Recordatorio - #EVENTTITLE#" }]);
});

const statusOf = {
  "confirm-address": "unconfirmed",
  "log-in": "active",
  "approval-pending": "pending",
  denied: "denied",
  waitlisted: "waitlisted",
  "registration-cancelled": "deleted",
  moved: "active",
  cancelled: "active",
} as const;

test.each(systemMailKinds)("our own mail %s in every language, with nothing left open", async (kind) => {
  if (kind === "cancelled") await update("events", "deleted_at = now() where id = $1", event.id);
  const texts = new Set<string>();
  for (const languageCode of codes) {
    const person = await addPerson(app, event, { languageCode, status: statusOf[kind] });
    const isNumbered = kind === "moved" || kind === "registration-cancelled";
    const mail = await composed(app, person, kind, isNumbered ? "0" : "");
    expect(mail.text).not.toMatch(/#[A-Z]+#|undefined/);
    expect(mail.text).toContain("R&D <live>");
    expect(mail.text.includes("/confirm")).toBe(kind === "confirm-address");
    const isLeading = kind === "confirm-address" || kind === "log-in" || kind === "moved";
    expect(mail.html.includes('class="button"')).toBe(isLeading);
    expect("List-Unsubscribe" in mail.headers).toBe(kind === "moved");
    expect(mail.from).toEqual({ name: "Webcast", address: "webinars@example.com" });
    texts.add(mail.text.replaceAll(/https:\S+/g, ""));
  }
  expect(texts.size).toBe(codes.length);
});

test("nobody who has gone on, or may not come, is written to", async () => {
  for (const kind of allMailKinds) {
    const wanted: readonly string[] =
      kind === "log-in"
        ? ["active", "pending", "waitlisted", "denied"]
        : [(statusOf as Record<string, string>)[kind] ?? "active"];
    for (const status of [
      "active",
      "deleted",
      "forgotten",
      "unconfirmed",
      "pending",
      "waitlisted",
      "denied",
    ] as const) {
      if (wanted.includes(status)) continue;
      expect(await compose(app, await addPerson(app, event, { status }), kind)).toBe(`The person is ${status} now.`);
    }
  }
  expect(await compose(app, await addPerson(app, event, { isBlocked: true }), "reminder-1")).toBe(
    "The person is blocked.",
  );
  expect(await compose(app, await addPerson(app, event, { isAnonymous: true }), "confirmation")).toBe(
    "The person gave no address.",
  );
  expect(await compose(app, { ...gina, registrantId: 1 }, "confirmation")).toBe("The person is gone.");
  expect(await compose(app, await addPerson(app, event, { email: "no address" }), "confirmation")).toBe(
    "The person's address is none.",
  );
});

test("another client's event and person are not read", async () => {
  const other = await app.build.client();
  expect(await compose(app, { ...gina, clientId: other.id }, "confirmation")).toBe("The event is gone.");
});

test("who unsubscribed gets answers to what they do, and nothing else", async () => {
  const subscriber = { ...gina, id: gina.registrantId, email: "gina@acme.com" };
  await setSubscription({ db: app.database.db, sealer }, subscriber, "none-of-event", { actor: "test" });
  await update("registrants", "event_email = null where id = $1", gina.registrantId);
  await update("event_emails", "is_activated = true where event_id = $1", event.id);
  for (const kind of ["reminder-1", "follow-up-missed", "moved"] as const)
    expect(await compose(app, gina, kind, kind === "moved" ? "0" : "")).toBe("The person has unsubscribed.");
  expect(await compose(app, gina, "confirmation")).toMatchObject({ to: { address: "gina@acme.com" } });
  const refusing = await addPerson(app, event, { eventEmail: "N" });
  expect(await compose(app, refusing, "reminder-1")).toBe("The person wants no e-mails about the event.");
});

test("what has become pointless stays unsent", async () => {
  expect(await compose(app, gina, "reminder-3")).toBe("The e-mail has been switched off.");
  expect(await compose(app, gina, "moved", "7")).toBe("The event has changed again.");
  expect(await compose(app, gina, "cancelled")).toBe("The event takes place.");
  app.clock.now = new Date("2030-03-05T19:00:00Z");
  expect(await compose(app, gina, "reminder-1")).toBe("The event is over.");
  expect(await compose(app, gina, "moved", "0")).toBe("The event is over.");
  // For watching it on demand; nothing is left to be noted in a calendar.
  expect(await compose(app, gina, "confirmation")).toMatchObject({ calendar: undefined });
  app.clock.now = new Date("2030-03-01T12:00:00Z");
  await update("events", "is_active = false where id = $1", event.id);
  expect(await compose(app, gina, "reminder-1")).toBe("The event is inactive.");
  await update("events", "deleted_at = now() where id = $1", event.id);
  expect(await compose(app, gina, "reminder-1")).toBe("The event is deleted.");
  expect(await compose(app, gina, "cancelled")).toMatchObject({ subject: "Cancelled - R&D <live>" });
});

test("a batch over many events is read in as many statements as a small one", async () => {
  const other = await app.build.event(event.clientId, { title: "Other", startsAt });
  const people = await Promise.all([event, other].flatMap((one) => [addPerson(app, one), addPerson(app, one)]));
  let statements = 0;
  const count = () => statements++;
  app.database.pool.on("acquire", count);
  const batch = people.flatMap((person) => [dueMail(person, "confirmation"), dueMail(person, "reminder-2")]);
  const mails = (await composeMails(app.jobContext, batch)) as ComposedMail[];
  app.database.pool.off("acquire", count);
  expect(statements).toBe(5);
  expect(mails.map(({ subject }) => subject)).toEqual([
    ...["Confirmation - R&D <live>", "Starting soon - R&D <live>", "Confirmation - R&D <live>"],
    ...["Starting soon - R&D <live>", "Confirmation - Other", "Starting soon - Other"],
    ...["Confirmation - Other", "Starting soon - Other"],
  ]);
  expect(await composeMails(app.jobContext, [])).toEqual([]);
});
