import type { Kysely } from "kysely";
import type pg from "pg";
import type { Config } from "./config.ts";
import type { DatabaseConnection } from "./db/database.ts";
import type { Database } from "./db/types.ts";
import type { EventPart } from "./feature.ts";
import { type AdmissionEvent, createEventCache } from "./features/admission/registration/admission-event.ts";
import {
  createRegistrantWriter,
  type RegistrantWriter,
} from "./features/admission/registration/writer/registrant-writer.ts";
import { type AccountCache, createAccountCache } from "./features/base/accounts/account-cache.ts";
import type { LoadCache } from "./lib/load-cache.ts";
import type { Sealer } from "./lib/sealer.ts";
import type { Storage } from "./lib/storage.ts";

export interface AppDeps {
  readonly database: DatabaseConnection;
  readonly storage: Storage;
  readonly config: Pick<
    Config,
    "publicUrl" | "mailFrom" | "throttleFactor" | "throttleStatus" | "logLevel" | "trustProxy"
  > &
    Partial<Pick<Config, "isPrivateMetadataAllowed" | "mailTracking" | "metricsKey" | "seamlessHost" | "smtp">>;
  readonly operatorKey: string;
  readonly sealer: Sealer;
  now(): Date;
  /** Another way of writing registrants, for comparing them. */
  readonly registrantWriter?: RegistrantWriter;
}

/** Everything a feature's doors may ask for, under one name each. */
export interface Services extends Storage {
  readonly db: Kysely<Database>;
  readonly pool: pg.Pool;
  readonly accounts: AccountCache;
  readonly clients: AccountCache["clients"];
  readonly events: LoadCache<number, AdmissionEvent>;
  readonly eventParts: readonly EventPart[];
  readonly registrantWriter: RegistrantWriter;
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
}

export function createServices(deps: AppDeps, eventParts: readonly EventPart[]): Services {
  const { config, database, storage, sealer, now } = deps;
  const { db, pool } = database;
  const accounts = createAccountCache(db);
  return {
    ...storage,
    db,
    pool,
    accounts,
    clients: accounts.clients,
    events: createEventCache(db),
    eventParts,
    registrantWriter: deps.registrantWriter ?? createRegistrantWriter(pool),
    sealer,
    publicUrl: config.publicUrl,
    mailFrom: config.mailFrom,
    isSendingMail: config.smtp !== undefined,
    isTracking: config.mailTracking ?? true,
    isPrivateMetadataAllowed: config.isPrivateMetadataAllowed ?? false,
    metricsKey: config.metricsKey ?? deps.operatorKey,
    now,
  };
}
