import type { Selectable } from "kysely";
import type { Events } from "../../../db/types.ts";

/** Where an event's audience finds it. */
export function audienceAddresses({ id, audienceKey }: { id: number; audienceKey: string }, publicUrl: string) {
  return {
    audience: `${publicUrl}/wcc/r/${id}/${audienceKey}`,
    /** Where whoever is registered waits for the event; a browser that is not known there is led to the form. */
    lobby: `${publicUrl}/wcc/lobby/${id}/${audienceKey}`,
    /** Where they take part, from a little before it begins. */
    console: `${publicUrl}/wcc/console/${id}/${audienceKey}`,
  };
}

type KeyedEvent = Pick<Selectable<Events>, "id" | "audienceKey" | "previewKey" | "presentKey" | "reportKey">;

/** Where an event's audience and staff find it: the pages are http pages of the product, the keys let in. */
export function eventAddresses(event: KeyedEvent, publicUrl: string) {
  const signedIn = signedInAddresses(event, publicUrl);
  return {
    ...audienceAddresses(event, publicUrl),
    ...signedIn,
    report: `${signedIn.report}&k=${event.reportKey}`,
    preview: `${signedIn.preview}&k=${event.previewKey}`,
    present: `${signedIn.present}&k=${event.presentKey}`,
  };
}

/** The same as told to a caller of an API: the presenters' key only to those who may start and end the event themselves. */
export function addressesFor({ mayPresent }: { mayPresent: boolean }, event: KeyedEvent, publicUrl: string) {
  const addresses = eventAddresses(event, publicUrl);
  return mayPresent ? addresses : { ...addresses, present: signedInAddresses(event, publicUrl).present };
}

/** Where staff who are signed in find an event: these addresses hold no key, so they let nobody else in. */
export function signedInAddresses({ id }: { id: number }, publicUrl: string) {
  return {
    report: `${publicUrl}/webcast/report?e=${id}`,
    preview: `${publicUrl}/webcast/previewlobby?e=${id}`,
    present: `${publicUrl}/webcast/present?e=${id}`,
    /** Who waits to be let in. */
    door: `${publicUrl}/webcast/door?e=${id}`,
    /** Who has come to the venue of a hybrid event. */
    "check-in": `${publicUrl}/webcast/check-in?e=${id}`,
    /** Mails that were kept instead of sent. */
    mailbox: `${publicUrl}/webcast/mailbox?e=${id}`,
    upload: `${publicUrl}/webcast/login`,
  };
}

/** Where staff who are signed in see what the address of a registrant has done in all of the client's webinars. */
export function profileAddress({ clientId, id }: { clientId: number; id: number }, publicUrl: string): string {
  return `${publicUrl}/webcast/lead?c=${clientId}&p=${id}`;
}

/** The same of who of a company came. */
export function accountAddress({ clientId, domain }: { clientId: number; domain: string }, publicUrl: string): string {
  return `${publicUrl}/webcast/company?c=${clientId}&d=${encodeURIComponent(domain)}`;
}

export interface EncoderAddress {
  readonly name: string;
  readonly url: string;
  readonly streamId: string;
}

/** Where the two encoders of a broadcast, the second one in reserve, send their picture. */
export function encoderAddresses(event: { id: number; streamKey: string }, publicUrl: string): EncoderAddress[] {
  const host = URL.canParse(publicUrl) ? new URL(publicUrl).hostname : "localhost";
  return ["A", "B"].map((letter) => ({
    name: `Encoder ${letter}`,
    url: `rtmp://${host}/live`,
    streamId: `${event.id}_${event.streamKey}_${letter}`,
  }));
}
