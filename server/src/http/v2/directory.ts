import type { AccessName } from "@lectern/contract/operations";

/** What the dialect must know of the product to let a call in; the features keep these in memory. */
export interface Directory {
  findToken(key: string): Found<TokenRecord>;
  findClient(id: number): Found<ClientRecord>;
  findEvent(id: number): Found<EventRecord>;
  /** Remembers that a token was used now; must not cost a write per call. */
  recordUse(token: TokenRecord): void;
}

/** Known at once, or to be looked up. */
export type Found<T> = T | undefined | Promise<T | undefined>;

export interface TokenRecord {
  readonly id: number;
  readonly clientId: number;
  readonly key: string;
  /** SHA-256 of the secret. */
  readonly secretHash: Buffer;
  readonly access: ReadonlySet<AccessName | "all">;
  readonly isActive: boolean;
  /** The staff user that the token acts for. */
  readonly userName: string | null;
}

export interface ClientRecord {
  readonly id: number;
  readonly name: string;
  /** The clients above and this one itself, outermost first. */
  readonly path: readonly number[];
  readonly isActive: boolean;
  readonly isGlobal: boolean;
  readonly contractEndsAt: Date | null;
  /** The client's own sender of e-mails. */
  readonly mailFrom: string | null;
}

/** Page fields and options of a registration page, as admission needs them. */
export interface RegistrationField {
  readonly field: string;
  readonly caption: string;
  readonly type: string;
  readonly validation: string;
  readonly isRequired: boolean;
  readonly options: readonly string[] | null;
}

/** A condition of being let in, see features/registration/gates.ts. */
export interface EventGate {
  readonly gate: string;
  readonly doors: readonly string[];
  readonly settings: unknown;
}

export interface EventRecord {
  readonly id: number;
  readonly clientId: number;
  readonly isActive: boolean;
  readonly isRegistrationOpen: boolean;
  readonly timeZone: string;
  readonly liveStartsAt: Date;
  readonly campaignCode: string | null;
  readonly registrationFields: readonly RegistrationField[];
  readonly gates: readonly EventGate[];
  /** Every gate guards every door. */
  readonly guardsAllDoors: boolean;
  /** Whether a registration is confirmed by mail. */
  readonly isConfirmedByMail: boolean;
}
