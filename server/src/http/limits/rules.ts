/** What is counted: visitors by where they come from, or what comes for one event or one name of a user from anywhere. */
export type Counted = "address" | "network" | "event" | "name";

export interface Rule {
  readonly of: Counted;
  readonly most: number;
  readonly seconds: number;
}

const TEN_MINUTES = 600;

/**
 * How often strangers may come to each kind of public page. Some hundred people behind one address are an office, a school or a mobile
 * network; so many a second are a program. The narrowest rule stands first: what it refuses is counted by no other, so that
 * nobody uses up what the rest of the world may.
 */
export const limitRules = {
  /** Each may send a mail to an address that somebody typed in; how many an address gets, `mail/send/put-off.ts` decides. */
  registration: [
    { of: "address", most: 30, seconds: 10 },
    { of: "address", most: 400, seconds: TEN_MINUTES },
    { of: "network", most: 1200, seconds: TEN_MINUTES },
    { of: "event", most: 20_000, seconds: TEN_MINUTES },
  ],
  "log-in": [
    { of: "address", most: 30, seconds: 10 },
    { of: "address", most: 400, seconds: TEN_MINUTES },
    { of: "network", most: 1200, seconds: TEN_MINUTES },
  ],
  /** Wrong passwords of events; right ones are not counted. */
  password: [
    { of: "address", most: 30, seconds: TEN_MINUTES },
    { of: "network", most: 90, seconds: TEN_MINUTES },
    { of: "event", most: 300, seconds: TEN_MINUTES },
  ],
  /** Addresses of nobody who is registered, where only those who are come in. */
  strangers: [
    { of: "address", most: 60, seconds: TEN_MINUTES },
    { of: "network", most: 180, seconds: TEN_MINUTES },
  ],
  /** Where staff are asked to sign in, and links of the operator's. */
  staff: [
    { of: "address", most: 60, seconds: 10 },
    { of: "address", most: 1000, seconds: TEN_MINUTES },
    { of: "network", most: 3000, seconds: TEN_MINUTES },
  ],
  /** Wrong passwords of staff, whether there is such a user or not. */
  "staff-password": [
    { of: "name", most: 20, seconds: TEN_MINUTES },
    { of: "address", most: 30, seconds: TEN_MINUTES },
    { of: "network", most: 90, seconds: TEN_MINUTES },
  ],
  /** Wrong codes of the second step, of somebody who knows the password: a code has six digits. */
  "staff-code": [
    { of: "name", most: 5, seconds: TEN_MINUTES },
    { of: "name", most: 50, seconds: 86_400 },
    { of: "address", most: 30, seconds: TEN_MINUTES },
    { of: "network", most: 90, seconds: TEN_MINUTES },
  ],
  /** Links to set a password: each may send a mail. */
  "staff-link": [
    { of: "name", most: 5, seconds: 3600 },
    { of: "address", most: 20, seconds: TEN_MINUTES },
    { of: "network", most: 60, seconds: TEN_MINUTES },
  ],
  /** What is counted of a hub's visitors: what they open, what they say, and how long they look, which a page tells every few seconds. */
  reactions: [
    { of: "address", most: 200, seconds: 10 },
    { of: "address", most: 10_000, seconds: TEN_MINUTES },
    { of: "network", most: 30_000, seconds: TEN_MINUTES },
  ],
  /** Beginning a sign-in by SAML and ending it are two visits. */
  "sign-in": [
    { of: "address", most: 60, seconds: 10 },
    { of: "address", most: 1000, seconds: TEN_MINUTES },
    { of: "network", most: 3000, seconds: TEN_MINUTES },
  ],
  /** What the links of mails do. Webmails press their button to unsubscribe for all their people from few addresses. */
  links: [
    { of: "address", most: 200, seconds: 10 },
    { of: "address", most: 5000, seconds: TEN_MINUTES },
    { of: "network", most: 15_000, seconds: TEN_MINUTES },
  ],
  /** Looking whether a certificate is genuine, and drawing it, which takes some hundredths of a second. */
  certificates: [
    { of: "address", most: 30, seconds: 10 },
    { of: "address", most: 400, seconds: TEN_MINUTES },
    { of: "network", most: 1200, seconds: TEN_MINUTES },
  ],
} as const satisfies Record<string, readonly Rule[]>;

export type LimitName = keyof typeof limitRules;
