import type { FastifyBaseLogger } from "fastify";
import type { Kysely } from "kysely";
import type pg from "pg";
import type { Config } from "./config.ts";
import type { DatabaseConnection } from "./db/database.ts";
import { notify, ROOM_CHANNEL } from "./db/listen.ts";
import type { Database } from "./db/types.ts";
import type { EventPart } from "./feature.ts";
import { type AdmissionEvent, createEventCache } from "./features/admission/registration/admission-event.ts";
import {
  createRegistrantWriter,
  type RegistrantWriter,
} from "./features/admission/registration/writer/registrant-writer.ts";
import { Attendance } from "./features/attending/attendance/attendance.ts";
import { carryRoomsByNats } from "./features/attending/room/carry-rooms.ts";
import { Rooms } from "./features/attending/room/rooms.ts";
import { type AccountCache, createAccountCache } from "./features/base/accounts/account-cache.ts";
import { createLimits, type Limits } from "./http/limits/limits.ts";
import { createRoomParts, type RoomParts } from "./http/socket/room-parts.ts";
import type { LoadCache } from "./lib/load-cache.ts";
import type { Carrier } from "./lib/nats.ts";
import type { Sealer } from "./lib/sealer.ts";
import type { Storage } from "./lib/storage.ts";

export interface AppDeps {
  readonly database: DatabaseConnection;
  readonly storage: Storage;
  readonly config: Pick<
    Config,
    "publicUrl" | "mailFrom" | "throttleFactor" | "throttleStatus" | "logLevel" | "trustProxy"
  > &
    Partial<
      Pick<
        Config,
        | "areVisitsCountedTogether"
        | "visitLimits"
        | "isPrivateMetadataAllowed"
        | "mailTracking"
        | "metricsKey"
        | "nats"
        | "seamlessHost"
        | "smtp"
      >
    >;
  readonly operatorKey: string;
  readonly sealer: Sealer;
  now(): Date;
  /** Another way of writing registrants, for comparing them. */
  readonly registrantWriter?: RegistrantWriter;
}

/** Everything a feature's endpoints may ask for, under one name each. */
export interface Services extends Storage {
  readonly db: Kysely<Database>;
  readonly pool: pg.Pool;
  readonly accounts: AccountCache;
  readonly clients: AccountCache["clients"];
  readonly events: LoadCache<number, AdmissionEvent>;
  readonly eventParts: readonly EventPart[];
  readonly registrantWriter: RegistrantWriter;
  readonly attendance: Attendance;
  readonly rooms: Rooms;
  readonly roomParts: RoomParts;
  readonly limits: Limits;
  /** What tells other processes of rooms where it is not the database. */
  readonly carrier: Carrier | undefined;
  readonly sealer: Sealer;
  readonly publicUrl: string;
  /** Whom mails come from where a client has no address of its own. */
  readonly mailFrom: string;
  readonly isSendingMail: boolean;
  /** Whether opened mails and followed links are counted. */
  readonly isTracking: boolean;
  readonly isPrivateMetadataAllowed: boolean;
  /** Opens the figures for Prometheus. */
  readonly metricsKey: string;
  now(): Date;
  /** Sends people out of rooms, before connections are waited for. */
  emptyRooms(): void;
  /** Waits until everything taken is written. */
  drain(): Promise<void>;
}

/** @param log hears what fails in the background. */
export function createServices(
  deps: AppDeps,
  eventParts: readonly EventPart[],
  log: Pick<FastifyBaseLogger, "warn">,
): Services {
  const { config, database, storage, sealer, now } = deps;
  const { db, pool } = database;
  const onError = (error: unknown) => log.warn({ err: error }, "will be tried again");
  const accounts = createAccountCache(db);
  const events = createEventCache(db);
  const attendance = new Attendance({ db, now, onError });
  const roomParts = createRoomParts();
  const rooms = new Rooms({
    ...{ db, events, clients: accounts.clients, sealer, attendance, parts: roomParts, now, onError },
    publish: (text) => void (carrier?.carry(text) || notify(pool, ROOM_CHANNEL, text).catch(onError)),
    isDeaf: () => carrier?.isUp === false,
  });
  const carrier = config.nats && carryRoomsByNats(config.nats, { db, sealer, rooms, log });
  const registrantWriter = deps.registrantWriter ?? createRegistrantWriter(pool);
  const shared = (config.areVisitsCountedTogether ?? true) ? pool : undefined;
  return {
    ...storage,
    db,
    pool,
    accounts,
    clients: accounts.clients,
    events,
    eventParts,
    registrantWriter,
    attendance,
    rooms,
    roomParts,
    limits: createLimits({ factor: config.visitLimits, pool: shared, sealer, log }),
    carrier,
    sealer,
    publicUrl: config.publicUrl,
    mailFrom: config.mailFrom,
    isSendingMail: config.smtp !== undefined,
    isTracking: config.mailTracking ?? true,
    isPrivateMetadataAllowed: config.isPrivateMetadataAllowed ?? false,
    metricsKey: config.metricsKey ?? deps.operatorKey,
    now,
    emptyRooms: () => rooms.close(),
    async drain() {
      await Promise.all([attendance.close(), registrantWriter.drain()]);
      await carrier?.close();
    },
  };
}
