import { CompiledQuery } from "kysely";
import type { Db } from "../../../../db/database.ts";
import type { RoomKey } from "../../../../http/socket/room-parts.ts";
import { emailKey } from "../../../../lib/email-address.ts";
import type { Person } from "../../../admission/registration/form/fields.ts";
import { type RegistrantWrite, writeRegistrants } from "../../../admission/registration/writer/write-registrants.ts";
import { joinPeople } from "../../../attending/attendance/join-people.ts";
import { writeGains } from "../../../attending/attendance/write-gains.ts";
import { type Visit, visits } from "./moments.ts";
import { type DemoPerson, demoPeople, pick } from "./people.ts";
import { type DatedRegistration, dateRegistrations } from "./queries.ts";
import { type Scene, whoIs } from "./scene.ts";

const sources = ["newsletter", "partner", "website"] as const;
/** To the event's own questions, in their order. */
const answers = ["More leads", "Yes", "2 a month", "Europe", "CRM", "Email", "Q3", "Team of 5", "Trial", "A colleague"];
const HOUR = 60;

/** Registers everybody, in the two weeks before; answers their ids by number. Nobody is owed a mail. */
export async function registerPeople(
  tx: Db,
  room: RoomKey,
  at: (minute: number) => Date,
): Promise<ReadonlyMap<number, number>> {
  // The writer's statement, in our transaction.
  const query = ({ text, values }: { text: string; values: unknown[] }) =>
    tx.executeQuery(CompiledQuery.raw(text, values));
  const written = await writeRegistrants(
    { query } as unknown as Parameters<typeof writeRegistrants>[0],
    demoPeople.map((person) => writeOf(room, person)),
  );
  const ids = new Map(written.map(({ id }, index) => [index + 1, id]));
  const dated = demoPeople.map(({ number }): DatedRegistration => {
    return { registrantId: ids.get(number) ?? 0, createdAt: at(-(1 + ((number * 7) % 14)) * 24 * HOUR + number * 11) };
  });
  await dateRegistrations(tx, room.clientId, dated);
  return ids;
}

function writeOf({ clientId, eventId }: RoomKey, person: DemoPerson): RegistrantWrite {
  const { email, ipAddress, browser, os } = person;
  return {
    ...{ clientId, eventId, email, emailKey: emailKey(email), door: "page", actor: "registration-page" },
    person: personOf(person),
    trace: {
      ip_address: ipAddress,
      browser: browser.split(" ")[0]?.toLowerCase() ?? "",
      os: os.split(" ")[0]?.toLowerCase() ?? "",
      language_code: "en",
    },
    ...{ isAnonymous: false, sourceEventId: undefined, isConfirmedByMail: false },
  };
}

/** What a long form and its hidden fields ask for. */
function personOf(person: DemoPerson): Person {
  const { number, firstName, lastName, email, company, jobTitle, country } = person;
  const source = pick(sources, number);
  const custom = Object.fromEntries(answers.map((answer, index) => [`std${index + 1}`, answer]));
  return {
    ...{ firstName, lastName, email, company, jobTitle, country, ...custom },
    ...{ addressStreet1: `${number} Main Street`, addressStreet2: "Floor 2", city: "Springfield", state: "Oregon" },
    ...{ zip: "97477", homePhone: "555-0100", workPhone: "555-0101", fax: "555-0102", jobFunction: "Marketing" },
    ...{ companyIndustry: "Services", companySize: "51-200", userName: email, extEventUserCd: `CRM-${1000 + number}` },
    ...{ other: "Vegetarian", notes: "Met at the fair", emailFormat: "HTML", attendeeType: "Virtual", eventEmail: "Y" },
    ...{ marketingEmail: number % 4 === 0 ? "N" : "Y", partnerRef: source, sourceCampaignCode: "SPRING" },
    ...{ utmSource: source, utmMedium: "email", utmCampaign: "spring", utmTerm: "webinars", utmContent: "button" },
  };
}

/** Lets everybody watch, live and on demand. */
export async function attend(scene: Scene): Promise<void> {
  for (const group of visits) {
    const joined = await joinPeople(
      scene.tx,
      group.map((visit) => joinOf(scene, visit)),
    );
    const gains = group.flatMap((visit, index) => {
      const result = joined[index];
      return result?.outcome === "in" && result.session ? [{ key: result.session, ...gainOf(scene, visit) }] : [];
    });
    await writeGains(scene.tx, gains);
  }
}

function joinOf(scene: Scene, { person, from, kind, tab }: Visit) {
  const { device, os, browser, ipAddress, number } = person;
  const place = number % 11 === 0 ? ({ launchMode: "venue" } as const) : ({ launchMode: "remote" } as const);
  return {
    ...whoIs(scene, person, from),
    ...{ kind, tab, device, os, browser, ipAddress, ...place },
    partnerRef: pick(sources, number + 1),
    referrer: "https://www.example.com/webinars",
  };
}

/** Some pause now and then; the player is muted, or behind another page, for a while. */
function gainOf({ at }: Scene, { person: { number }, from, to, kind }: Visit) {
  const ms = (to - from) * 60_000;
  const pausedMs = number % 4 === 0 ? Math.round(ms * 0.1) : 0;
  const playingMs = ms - pausedMs;
  return {
    ...{ seenAt: at(to).getTime(), endedAt: at(to).getTime(), playingMs, pausedMs },
    mutedMs: number % 8 === 1 ? Math.round(playingMs * 0.05) : 0,
    backgroundMs: number % 3 === 1 ? Math.round(playingMs * 0.2) : 0,
    positionSeconds: kind === "archive" ? Math.round(playingMs / 1000) : null,
  };
}
