import type { FastifyInstance } from "fastify";
import type { Selectable } from "kysely";
import type { Db } from "./db/database.ts";
import type { Events } from "./db/types.ts";
import type { AdmissionEvent } from "./features/admission/registration/admission-event.ts";
import type { ChangeKinds } from "./features/base/changes/define-changes.ts";
import type { Pages } from "./http/pages/dialect.ts";
import type { Socket } from "./http/socket/dialect.ts";
import type { V2 } from "./http/v2/dialect.ts";
import type { Web } from "./http/web/operation.ts";
import type { JobDefinition } from "./jobs/jobs.ts";

/**
 * What a feature brings, each part being optional; `app.ts` lists the features. Endpoints take of the services what they
 * need, as the type of their second parameter tells.
 */
export interface Feature<Services = never> {
  /** The folder's name. */
  readonly name: string;
  /** Operations of the compatible API. */
  readonly v2?: readonly ((v2: V2<AdmissionEvent>, services: Services) => void)[];
  /** Operations of our own API, below `/api`. */
  readonly web?: readonly ((web: Web, services: Services) => void)[];
  /** What browsers open. */
  readonly pages?: readonly ((pages: Pages, services: Services) => void)[];
  /** What is said in a webinar's room. */
  readonly socket?: readonly ((socket: Socket, services: Services) => void)[];
  /** What none of the others serves: files, pictures, figures. */
  readonly routes?: readonly ((app: FastifyInstance, services: Services) => void | Promise<void>)[];
  readonly jobs?: readonly JobDefinition[];
  readonly eventPart?: EventPart;
  /** Kinds of change that it records, as the change feed and webhooks name them. */
  readonly changes?: ChangeKinds;
  readonly forget?: Forgetter;
}

/** What a feature adds to a webinar, in the transaction that makes or copies it, in the order of `app.ts`. */
export interface EventPart {
  onCreate?(tx: Db, event: Selectable<Events>): Promise<void>;
  onCopy?(tx: Db, clientId: number, fromId: number, toId: number): Promise<void>;
}

/** How a feature forgets what it keeps of people beside the registrant itself. */
export interface Forgetter {
  /** Before it is noted who is forgotten: erases those on their way to become registrants, and waits for them. */
  beforehand?(db: Db, whom: Whom): Promise<void>;
  /** One statement or two for all of these people. */
  people(tx: Db, people: readonly ForgottenPerson[]): Promise<void>;
}

/** Whom to forget; no list of addresses means everybody. */
export interface Whom {
  /** The client that asks. */
  readonly clientId: number;
  /** It and those below it. */
  readonly clientIds: readonly number[];
  readonly eventId?: number;
  readonly emails?: readonly string[];
}

export interface ForgottenPerson {
  readonly registrantClientId: number;
  readonly registrantId: number;
}
