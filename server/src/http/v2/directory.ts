import type { AccessName } from "@lectern/contract/operations";

/** What the dialect must know of the product to let a call in; the features keep these in memory. */
export interface Directory<Event extends CalledEvent = CalledEvent> {
  findToken(key: string): Found<TokenRecord>;
  findClient(id: number): Found<CalledClient>;
  findEvent(id: number): Found<Event>;
  /** Ids of a client and all below it. */
  listReach(clientId: number): Promise<number[]>;
  isKnownTimeZone(zone: string): boolean;
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

/** The client of a call's path. */
export interface CalledClient {
  readonly id: number;
  readonly name: string;
  /** The clients above and this one itself, outermost first. */
  readonly path: readonly number[];
  readonly isActive: boolean;
  readonly isGlobal: boolean;
  readonly contractEndsAt: Date | null;
}

/** The event of a call's path. */
export interface CalledEvent {
  readonly id: number;
  readonly clientId: number;
  readonly isActive: boolean;
  /** What times in forms are read in. */
  readonly timeZone: string;
}
