/** Where an event's audience and staff find it: the pages are http pages of the product, the keys let in. */
export function eventAddresses(event: { id: number; audienceKey: string; staffKey: string }, publicUrl: string) {
  const staff = `?e=${event.id}&k=${event.staffKey}`;
  return {
    audience: `${publicUrl}/wcc/r/${event.id}/${event.audienceKey}`,
    /** Where whoever is registered waits for the event; a browser that is not known there is led to the form. */
    lobby: `${publicUrl}/wcc/lobby/${event.id}/${event.audienceKey}`,
    report: `${publicUrl}/webcast/report${staff}`,
    preview: `${publicUrl}/webcast/previewlobby${staff}`,
    present: `${publicUrl}/webcast/present${staff}`,
    /** Who waits to be let in. */
    door: `${publicUrl}/webcast/door${staff}`,
    /** Mails that were kept instead of sent. */
    mailbox: `${publicUrl}/webcast/mailbox${staff}`,
    upload: `${publicUrl}/webcast/login`,
  };
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
