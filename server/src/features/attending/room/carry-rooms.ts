import type { FastifyBaseLogger } from "fastify";
import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { type Carrier, carryByNats, type NatsSettings } from "../../../lib/nats.ts";
import type { Sealer } from "../../../lib/sealer.ts";
import { wakeReadersBy } from "./room-log.ts";
import type { Rooms } from "./rooms.ts";

interface RoomBus {
  readonly db: Kysely<Database>;
  readonly sealer: Sealer;
  readonly rooms: Rooms;
  readonly log: Pick<FastifyBaseLogger, "warn">;
}

/** Wakes rooms through NATS. While it is away they wake each other by NOTIFY, and look by themselves every second. */
export function carryRoomsByNats(nats: NatsSettings, { db, sealer, rooms, log }: RoomBus): Carrier {
  wakeReadersBy(db, (eventId) => rooms.wake(eventId));
  // Others may use the same servers, another Lectern among them.
  const subject = `lectern.${sealer.sign("nats", "rooms")}.rooms`;
  return carryByNats(nats, subject, {
    onMessage: (text) => rooms.hear(text),
    onChange(isUp, reason) {
      if (isUp) log.warn("NATS is up: it tells of rooms");
      else log.warn({ err: reason }, "NATS is away: the database tells of rooms");
      rooms.catchUpAll();
    },
  });
}
