import type { Static, TObject } from "typebox";
import { callsToActionSaid, callsToActionTold } from "./calls-to-action.ts";
import { certificatesSaid } from "./certificates.ts";
import { chatSaid, chatTold } from "./chat.ts";
import { ideasSaid, ideasTold } from "./ideas.ts";
import { pollsSaid, pollsTold } from "./polls.ts";
import { presentingSaid, presentingTold } from "./presenting.ts";
import { questionsSaid, questionsTold } from "./questions.ts";
import { reactionsSaid, reactionsTold } from "./reactions.ts";
import { resourcesSaid } from "./resources.ts";
import type { Role } from "./room.ts";
import { roomSaid, roomTold } from "./room.ts";
import { surveysSaid, surveysTold } from "./surveys.ts";
import { testsSaid } from "./tests.ts";
import { widgetsSaid } from "./widgets.ts";

// Everything that is said in a room. A frame is one JSON text.

/** What a client may say, by kind. */
export const said = {
  ...roomSaid,
  ...widgetsSaid,
  ...resourcesSaid,
  ...callsToActionSaid,
  ...pollsSaid,
  ...surveysSaid,
  ...ideasSaid,
  ...testsSaid,
  ...certificatesSaid,
  ...questionsSaid,
  ...chatSaid,
  ...reactionsSaid,
  ...presentingSaid,
} as const satisfies Record<string, TObject>;

/** What a room may tell, by kind. */
export const told = {
  ...roomTold,
  ...callsToActionTold,
  ...pollsTold,
  ...surveysTold,
  ...ideasTold,
  ...questionsTold,
  ...chatTold,
  ...reactionsTold,
  ...presentingTold,
} as const satisfies Record<string, TObject>;

export type SaidKind = keyof typeof said;
export type ToldKind = keyof typeof told;

export type SaidBody<Kind extends SaidKind> = Static<(typeof said)[Kind]>;
export type ToldBody<Kind extends ToldKind> = Static<(typeof told)[Kind]>;

/** A client's message: its kind, a number that the answer names, and the body beside them. */
export type Said = { [Kind in SaidKind]: { readonly kind: Kind; readonly id: number } & SaidBody<Kind> }[SaidKind];

/** A room's message. What happened for good has a number, ascending in the room; what is only true for now has none. */
export type Told = {
  [Kind in ToldKind]: { readonly kind: Kind; readonly seq?: number } & ToldBody<Kind>;
}[ToldKind];

/** The answer to one message of a client; `at` is the server's clock. What is done is durable. */
export type Answer =
  | ({ readonly kind: "done"; readonly re: number; readonly at: number } & Record<string, unknown>)
  | {
      readonly kind: "refused";
      readonly re: number;
      readonly at: number;
      readonly code: string;
      readonly text: string;
      /** Not sooner again. */
      readonly retryAfterMs?: number;
    };

/** The first message of a connection, and what replaces all that was told before when one could not follow. */
export interface Welcome {
  readonly kind: "welcome";
  /** Numbered messages above this one follow. */
  readonly seq: number;
  readonly at: number;
  readonly you: You;
  /** By feature, as everybody of one's role sees it. */
  readonly state: Readonly<Record<string, unknown>>;
  /** By feature, what only concerns oneself. */
  readonly mine: Readonly<Record<string, unknown>>;
}

/** The first message of a connection that goes on where another broke off: the missed messages follow. */
export interface Resumed {
  readonly kind: "resumed";
  readonly seq: number;
  readonly at: number;
}

export type You =
  | { readonly role: "audience"; readonly eventUserId: number; readonly firstName: string; readonly lastName: string }
  | {
      readonly role: Exclude<Role, "audience">;
      readonly presenterId: number;
      readonly firstName: string;
      readonly lastName: string;
    };

/** Everything that a connection may hear. */
export type Heard = Told | Answer | Welcome | Resumed;

/** Longer frames are no message. */
export const MAX_SAID_BYTES = 16_384;
