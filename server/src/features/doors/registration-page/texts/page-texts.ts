/** All that the form and the lobby of one language say themselves; everything else on them is the producer's. */
export interface PageTexts {
  readonly register: string;
  readonly registerButton: string;
  /** Beside a field that may stay empty. */
  readonly optional: string;
  readonly choose: string;
  /** Of the gate. */
  readonly password: string;
  readonly language: string;
  readonly knownHeading: string;
  readonly knownText: string;
  readonly email: string;
  readonly logIn: string;
  /** With {name}, of an identity provider. */
  readonly signInWith: string;
  readonly checkAnswers: string;
  /** To whoever looks like a program, or comes from a form that is not ours. */
  readonly sendAgain: string;
  readonly faults: {
    readonly missing: string;
    /** Of a box that has to be ticked. */
    readonly box: string;
    readonly email: string;
    readonly phone: string;
    readonly option: string;
    readonly other: string;
    readonly password: string;
  };
  readonly notRegistered: string;
  readonly refusals: {
    readonly closed: string;
    readonly loginOnly: string;
    readonly place: string;
    readonly address: string;
    readonly full: string;
    readonly expired: string;
  };
  /** Double opt-in: what comes next. */
  readonly confirmHeading: string;
  readonly confirmText: string;
  readonly toLobby: string;
  readonly lobby: {
    readonly registered: string;
    readonly scheduled: string;
    readonly lobby: string;
    readonly live: string;
    readonly ended: string;
    readonly onDemand: string;
    readonly expired: string;
    readonly untilStart: string;
    readonly calendar: string;
    readonly calendarFile: string;
    readonly signOut: string;
  };
  /** Captions of the fields that a new event asks for; a producer's own caption stands as written. */
  readonly captions: Readonly<Record<string, string>>;
}
