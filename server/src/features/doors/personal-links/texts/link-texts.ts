/** A heading, and what is said below it. */
export type Said = readonly [heading: string, says: string];

/** All that the pages of one language say themselves; everything else on them is the producer's. */
export interface LinkTexts {
  /** Double opt-in; with {address}. */
  readonly confirm: Said;
  readonly confirmButton: string;
  readonly registered: Said;
  readonly enter: string;
  readonly addToCalendar: string;
  readonly pending: Said;
  readonly waitlisted: Said;
  /** With {place}. */
  readonly place: string;
  readonly full: Said;
  readonly denied: Said;
  readonly blocked: Said;
  readonly cancel: Said;
  readonly cancelButton: string;
  readonly keep: string;
  readonly cancelled: Said;
  readonly registerAgain: string;
  /** Too late to cancel. */
  readonly begun: Said;
  /** With {address}. */
  readonly mails: Said;
  readonly stopEvent: string;
  /** With {organiser}, as the three below. */
  readonly stopClient: string;
  readonly stoppedEvent: string;
  readonly stoppedClient: string;
  readonly again: string;
  readonly help: HelpTexts;
  readonly unknown: Said;
  readonly deleted: Said;
  readonly inactive: Said;
}

export interface HelpTexts {
  readonly heading: string;
  readonly entering: Said;
  readonly watching: Said;
  readonly network: Said;
  readonly browser: string;
  /** With {browser}. */
  readonly goodBrowser: string;
  readonly oldBrowser: string;
  readonly otherBrowser: string;
  readonly contact: string;
  /** With {organiser}. */
  readonly askOrganiser: string;
  readonly askSender: string;
}
