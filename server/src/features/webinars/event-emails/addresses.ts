import { audienceAddresses } from "../events/addresses.ts";

/** Where the links of a mail lead; what is undefined is not offered, and its token leaves nothing behind. */
export interface Addresses {
  /** The registration page. */
  readonly audience: string;
  readonly help: string;
  readonly join: string;
  readonly calendar: string;
  /** For the entrance of a hybrid event. */
  readonly ticket?: string;
  /** Only where double opt-in asks for it. */
  readonly confirm?: string;
  readonly cancel: string;
  readonly unsubscribe: string;
}

/** @param personKey what tells whose links these are, as nobody else can guess it. */
export function addressesOf(
  publicUrl: string,
  event: { id: number; audienceKey: string },
  personKey: string,
): Addresses {
  const personal = `${publicUrl}/wcc/p/${event.id}/${encodeURIComponent(personKey)}`;
  return {
    audience: audienceAddresses(event, publicUrl).audience,
    help: `${publicUrl}/wcc/help/${event.id}`,
    join: `${personal}/join`,
    calendar: `${personal}/calendar`,
    ticket: `${personal}/ticket`,
    confirm: `${personal}/confirm`,
    cancel: `${personal}/cancel`,
    unsubscribe: `${personal}/unsubscribe`,
  };
}
