import Type from "typebox";
import { id, instant, nonce, oneOf, strict, typed } from "./parts.ts";

const MOST_LINE = 1000;
const MOST_SLOW_SECONDS = 3600;

export const chatModes = ["off", "open", "moderated"] as const;

export const ChatSettings = Type.Object(
  {
    /** Moderated: others see a line only after the team has let it through. */
    mode: oneOf(chatModes),
    /** How long somebody of the audience waits between two lines. */
    slowModeSeconds: Type.Integer({ minimum: 0, maximum: MOST_SLOW_SECONDS }),
  },
  strict,
);

const lineId = id();

/** What is said in and of the chats. */
export const chatSaid = {
  /** Answered with the line's id; in slow mode refused with the time to wait. */
  "chat.say": Type.Object({ text: typed(MOST_LINE), nonce: nonce() }, strict),
  /** Somebody of the audience opens the chat to look at it. */
  "chat.open": Type.Object({}, strict),

  // By the team.
  "chat.show": Type.Object({ lineId }, strict),
  "chat.delete": Type.Object({ lineId }, strict),
  /** Undoes that. */
  "chat.restore": Type.Object({ lineId }, strict),
  "chat.pin": Type.Object({ lineId: Type.Union([lineId, Type.Null()]) }, strict),
  /** Answered with the question's id. */
  "chat.makeQuestion": Type.Object({ lineId }, strict),
  "chat.set": ChatSettings,
  /** What only the team hears. */
  "chat.sayToTeam": Type.Object({ text: typed(MOST_LINE), nonce: nonce() }, strict),
} as const;

const base = { lineId: Type.Integer(), text: Type.String(), at: instant(), name: Type.String() };

/** A line as everybody in the audience sees it. */
export const PublicLine = Type.Object({ ...base, isTeam: Type.Boolean() });

/** As the one who said it sees it. */
export const OwnLine = Type.Object({ ...base, isShown: Type.Boolean(), isDeleted: Type.Boolean() });

const orNone = Type.Union([Type.Integer(), Type.Null()]);

/** As the team sees it: who said it, and who has deleted it. */
export const ModeratedLine = Type.Object({
  ...OwnLine.properties,
  eventUserId: orNone,
  presenterId: orNone,
  isPractice: Type.Boolean(),
  deletedBy: orNone,
  questionId: orNone,
});

/** Of the team's own chat. */
export const TeamLine = Type.Object({
  ...base,
  presenterId: Type.Integer(),
  role: oneOf(["producer", "presenter", "moderator"]),
});

export const chatTold = {
  "chat.settings": ChatSettings,
  /** To the audience. */
  "chat.line": Type.Object({ line: PublicLine }),
  /** To the audience: the line is deleted. */
  "chat.gone": Type.Object({ lineId: Type.Integer() }),
  /** To whoever of the audience said it. */
  "chat.own": Type.Object({ line: OwnLine }),
  /** To the team. */
  "chat.moderated": Type.Object({ line: ModeratedLine }),
  "chat.pinned": Type.Object({ line: Type.Union([PublicLine, Type.Null()]) }),
  /** To the team. */
  "chat.toTeam": Type.Object({ line: TeamLine }),
} as const;
