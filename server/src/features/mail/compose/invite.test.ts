import fc from "fast-check";
import type ICAL from "ical.js";
import { expect, test } from "vitest";
import { checkCalendar } from "../../../../test/calendar-grammar.ts";
import { withApp } from "../../../../test/harness.ts";
import { addPerson, composed, readCalendar, received } from "../../../../test/mail-fixture.ts";
import { addressesOf } from "../../webinars/event-emails/addresses.ts";
import { calendarReminderChoices } from "../../webinars/event-emails/calendar-reminder-choices.ts";
import { findInvite } from "./find-invite.ts";
import { calendarUid, type Invitation, inviteOf } from "./invite.ts";

const app = await withApp({ publicUrl: "https://webinars.example.com", mailFrom: "webinars@example.com" });
app.clock.now = new Date("2030-03-01T12:00:00Z");
const client = await app.build.client({ name: "Acme" });
const event = await app.build.event(client.id, {
  title: "R&D; live, soon",
  startsAt: new Date("2030-03-05T17:00:00Z"),
});
const gina = await addPerson(app, event, { email: "gina@acme.com" });

test("the confirmation brings an invite that a calendar understands", async () => {
  const sent = await composed(app, gina, "confirmation");
  const mail = await received(sent);
  const parts = mail.attachments.filter(({ contentType }) => contentType === "text/calendar");
  expect(parts.length).toBeGreaterThan(0);
  const { method, event: entry, component } = readCalendar(String(parts[0]?.content));
  expect(method).toBe("REQUEST");
  expect(entry.summary).toBe("Reminder - R&D; live, soon");
  expect(entry.location).toBe("Webcast");
  expect(entry.description).toContain("Date and time: Tuesday, March 5, 2030 at 9:00 AM PST\nDuration: 60 minutes");
  expect(entry.description).toMatch(/Join here: https:\/\/webinars\.example\.com\/wcc\/p\/\d+\/[\w-]+\/join$/);
  expect(entry.startDate.toString()).toBe("2030-03-05T17:00:00Z");
  expect(entry.endDate.toString()).toBe("2030-03-05T18:00:00Z");
  expect([entry.uid, entry.sequence]).toEqual([calendarUid(event, { id: gina.registrantId }), 0]);
  expect(entry.organizer).toBe("mailto:webinars@example.com");
  const [attendee] = entry.attendees;
  expect(attendee?.getFirstValue()).toBe("mailto:gina@acme.com");
  expect(attendee?.getParameter("cn")).toBe("Gina Smith");
  expect(component.getFirstPropertyValue("dtstamp")?.toString()).toBe("2030-03-01T12:00:00Z");
  const alarm = component.getFirstSubcomponent("valarm");
  expect(alarm?.getFirstPropertyValue("trigger")?.toString()).toBe("-PT15M");
});

test("its part says the method, so that mail programs take it for an invite", async () => {
  const { calendar, ...rest } = await composed(app, gina, "confirmation");
  expect(calendar?.method).toBe("REQUEST");
  expect(calendar?.content).toContain("METHOD:REQUEST\r\n");
  expect(rest).not.toHaveProperty("attachments");
  for (const line of calendar?.content.split("\r\n") ?? []) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});

test("an alarm stands last, and addresses are escaped as addresses are", async () => {
  const calendar = async (email: string) =>
    (await composed(app, await addPerson(app, event, { email }), "confirmation")).calendar?.content ?? "";
  expect(await calendar("gina.%2f@acme.com")).toMatch(/BEGIN:VALARM\r\n[\s\S]+END:VALARM\r\nEND:VEVENT\r\n/);
  const addresses = {
    "100%@acme.com": "mailto:100%25@acme.com",
    "a%41b@acme.com": "mailto:a%2541b@acme.com",
    "gina+w/x?y#z&=@acme.com": "mailto:gina+w%2Fx%3Fy%23z%26%3D@acme.com",
    "{g|i}^`n'a@acme.com": "mailto:%7Bg%7Ci%7D%5E%60n'a@acme.com",
    "jörg@bücher.example": "mailto:j%C3%B6rg@xn--bcher-kva.example",
  };
  for (const [email, address] of Object.entries(addresses))
    expect(checkCalendar(await calendar(email)).event.get("ATTENDEE")).toBe(address);
});

test("reminders bring none, and events without a time of their own have none", async () => {
  expect((await composed(app, gina, "reminder-1")).calendar).toBeUndefined();
  const recorded = await app.build.event(event.clientId, {
    type: "ondemand",
    startsAt: new Date("2030-01-01T00:00:00Z"),
  });
  expect((await composed(app, await addPerson(app, recorded), "confirmation")).calendar).toBeUndefined();
});

test("the producer's texts, and no alarm where none is wanted", async () => {
  const other = await app.build.event(event.clientId, { startsAt: event.startsAt });
  await app.database.pool.query(
    "update calendar_reminders set subject = $1, location = $2, body = $3, minutes_before = null where event_id = $4",
    ["#FIRSTNAME#'s webinar", "Room, 5", "<p>Hello <b>#FIRSTNAME#</b></p>", other.id],
  );
  const mail = await composed(app, await addPerson(app, other), "confirmation");
  const { event: entry, component } = readCalendar(mail.calendar?.content ?? "");
  expect([entry.summary, entry.location, entry.description]).toEqual(["Gina's webinar", "Room, 5", "Hello Gina"]);
  expect(component.getFirstSubcomponent("valarm")).toBeNull();
});

test.each(calendarReminderChoices.map(({ minutesBefore }) => minutesBefore))(
  "an alarm %s minutes before",
  (minutesBefore) => {
    const reminder = { subject: "S", location: "L", body: "B", minutesBefore };
    const { component } = readCalendar(inviteOf(invitationWith({ reminder })));
    const trigger = component.getFirstSubcomponent("valarm")?.getFirstPropertyValue("trigger");
    const seconds = trigger && (trigger as ICAL.Duration).toSeconds();
    expect(seconds ?? null).toBe(minutesBefore === null ? null : 0 - minutesBefore * 60);
  },
);

test("a page offers the same entry, which invites nobody", async () => {
  const invite = await findInvite(
    app.database.db,
    gina,
    { mailFrom: "webinars@example.com", now: app.clock.now ?? new Date() },
    (one) => addressesOf("https://webinars.example.com", one, "key"),
  );
  const { method, event: entry } = readCalendar(invite);
  expect([method, entry.uid, entry.attendees.length]).toEqual([
    "PUBLISH",
    calendarUid(event, { id: gina.registrantId }),
    0,
  ]);
  const elsewhere = { ...gina, clientId: gina.clientId + 1 };
  await expect(
    findInvite(app.database.db, elsewhere, { mailFrom: "a@b.de", now: new Date() }, () => {
      throw new Error("never");
    }),
  ).rejects.toMatchObject({ code: "event.unknown" });
});

function invitationWith(own: Partial<Invitation>): Invitation {
  return {
    event: { ...event, clientName: "Acme", presenterNames: [] },
    registrant: {
      status: "active",
      cancellations: 0,
      id: 1,
      email: "a@b.de",
      firstName: "A",
      lastName: "B",
      company: null,
      jobTitle: null,
      languageCode: null,
    },
    addresses: addressesOf("https://w.example.com", event, "key"),
    reminder: undefined,
    method: "REQUEST",
    organizer: { name: "N", email: "o@b.de" },
    now: new Date("2030-01-01T00:00:00Z"),
    ...own,
  };
}

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.constantFrom(
    "a\r\nATTENDEE:MAILTO:x@y.de",
    "END:VEVENT\nBEGIN:VEVENT",
    '";X="',
    "\\n;,:",
    "a\u2028b",
    "長い".repeat(40),
  ),
);

test("no title, name or text breaks out of its line", () => {
  const values = fc.record({ title: text, firstName: text, lastName: text, location: text, body: text, name: text });
  fc.assert(
    fc.property(values, ({ title, firstName, lastName, location, body, name }) => {
      const plain = invitationWith({});
      const invitation = invitationWith({
        event: { ...plain.event, title },
        registrant: { ...plain.registrant, firstName, lastName },
        reminder: { subject: "S #EVENTTITLE#", location, body: `B #FIRSTNAME# ${body}`, minutesBefore: 5 },
        organizer: { name: `N ${name}`, email: "o@b.de" },
      });
      const { component } = readCalendar(inviteOf(invitation));
      expect(
        component
          .getAllProperties()
          .map((property) => property.name)
          .sort(),
      ).toEqual(
        ["attendee", "description", "dtend", "dtstamp", "dtstart", "location", "organizer", "sequence", "status"]
          .concat(["summary", "uid", "url", "x-microsoft-cdo-busystatus"])
          .filter((property) => property !== "location" || component.hasProperty("location")),
      );
      expect(component.getAllSubcomponents()).toHaveLength(1);
      expect(component.getFirstProperty("organizer")?.getParameter("x")).toBeUndefined();
    }),
    { numRuns: 300 },
  );
});
