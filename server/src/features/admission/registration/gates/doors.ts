/**
 * The ways people come in by: our own form, the compatible API, forms elsewhere, an identity provider, and lists.
 * All lead through `admitPerson`.
 */
export const doors = ["page", "rest", "seamless", "saml", "import"] as const;

export type Door = (typeof doors)[number];

export function isDoor(name: string): name is Door {
  return (doors as readonly string[]).includes(name);
}

/** Looks whether a guess is right, unless too many were wrong. */
export type GuessGuard = (isRight: () => Promise<boolean>) => Promise<boolean>;

/** What a door knows of whoever stands before it; a gate that asks for what is missing stays shut. */
export interface Arrival {
  /** As `clientAddress` reads it. */
  readonly ipAddress?: string | undefined;
  /** The page that led here, as browsers tell it. */
  readonly referrer?: string;
  readonly userAgent?: string;
  /** What was typed into the form, for an event with a password. */
  readonly password?: string;
  /** Where strangers may try passwords. */
  readonly guardPassword?: GuessGuard;
  /** Where strangers may try addresses, and only those that are registered are let in. */
  readonly guardKnown?: GuessGuard;
  /** What the person reads, as in the languages table. */
  readonly languageCode?: string;
}
