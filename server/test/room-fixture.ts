import type { TestApp } from "./harness.ts";
import { RoomClient, type Visitor } from "./room-client.ts";

let people = 0;

/** A webinar that is live by the app's clock, and people to send into it. */
export async function liveRoom(
  app: TestApp,
  given: { clientId?: number; minutesAgo?: number; type?: string; timeZone?: string } = {},
) {
  const clientId = given.clientId ?? (await app.build.client()).id;
  const startsAt = new Date((app.clock.now ?? new Date()).getTime() - (given.minutesAgo ?? 5) * 60_000);
  const { id: eventId } = await app.build.event(clientId, {
    startsAt,
    durationMinutes: 60,
    type: given.type ?? "webcam",
    ...(given.timeZone !== undefined && { timeZone: given.timeZone }),
  });
  const token = await app.build.token(clientId);
  const base = await app.listen();
  const opened: RoomClient[] = [];

  /** @param by the address of a process, another than the fixture's app. */
  async function enter(visitor: Visitor, by = base): Promise<RoomClient> {
    const client = await RoomClient.connect(by, eventId, visitor);
    opened.push(client);
    return client;
  }

  return {
    clientId,
    eventId,
    token,
    base,
    enter,

    /** Registers somebody; answers their eventuserid. */
    async person(fields: Record<string, string> = {}): Promise<number> {
      const number = ++people;
      const answer = await app.call(token, `POST /client/${clientId}/event/${eventId}/registrant`, {
        form: {
          firstname: "Ann",
          lastname: `Person ${number}`,
          email: `ann${number}@example.com`,
          company: "Acme",
          ...fields,
        },
      });
      if (answer.statusCode !== 200) throw new Error(answer.body);
      return answer.json().eventuserid as number;
    },

    async presenter(role: "producer" | "presenter" | "moderator" = "presenter"): Promise<number> {
      const number = ++people;
      const { id } = await app.database.db
        .insertInto("presenters")
        .values({
          clientId,
          eventId,
          firstName: "Pat",
          lastName: `P. ${number}`,
          email: `pat${number}@example.com`,
          role,
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      return id;
    },

    async closeAll(): Promise<void> {
      for (const client of opened.splice(0)) await client.close();
    },
  };
}
