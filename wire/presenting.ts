import Type from "typebox";
import { id, instant, oneOf, strict, typed } from "./parts.ts";

/** How slides and picture share the stage. */
export const layouts = ["side-by-side", "slides", "video", "picture-in-picture"] as const;
export type Layout = (typeof layouts)[number];

const page = Type.Integer({ minimum: 1, maximum: 10_000 });
const orNothing = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);
/** BCP 47. */
const language = typed(100);

/** What the team says to lead the webinar. What was done already is done again without harm. */
export const presentingSaid = {
  "presenting.start": Type.Object({}, strict),
  "presenting.end": Type.Object({}, strict),
  /** Announces a later end. */
  "presenting.extend": Type.Object({ endsAt: instant({ minimum: 0, maximum: 1e14 }) }, strict),
  /** Before the webinar is live: what is shown then only the team sees. */
  "presenting.practice": Type.Object({ isPractice: Type.Boolean() }, strict),
  /** Takes control where nobody has it, or gives it to another producer. */
  "presenting.lead": Type.Object({ presenterId: Type.Optional(id()) }, strict),
  "presenting.slide": Type.Object({ slide: orNothing(Type.Object({ deckId: id(), page }, strict)) }, strict),
  "presenting.layout": Type.Object({ layout: oneOf(layouts) }, strict),
  "presenting.captions": Type.Object({ language: orNothing(language) }, strict),
  /** Pins a message for everybody to read, or takes it away. */
  "presenting.message": Type.Object({ text: orNothing(typed(1000)) }, strict),
  "presenting.block": Type.Object({ eventUserId: id() }, strict),
  "presenting.unblock": Type.Object({ eventUserId: id() }, strict),
} as const;

const Slide = Type.Object({
  deckId: Type.Integer(),
  page: Type.Integer(),
  /** Below the public address. */
  imagePath: Type.String(),
  /** When it came: milliseconds from the webinar's beginning, which is the clock of its picture. */
  atMs: Type.Integer(),
});

const slide = orNothing(Slide);
const layout = oneOf(layouts);
const captions = orNothing(Type.String());
const message = orNothing(Type.String());

/** What is shown now. */
export const Stage = Type.Object({ slide, layout, captions, message });
export type Stage = Type.Static<typeof Stage>;

const Video = Type.Object({
  mediaId: Type.Integer(),
  title: Type.String(),
  /** Of its stream (HLS), below the public address. */
  streamPath: Type.String(),
  posterPath: orNothing(Type.String()),
  durationMs: orNothing(Type.Integer()),
});

/** What the player plays: one video after the other. Nothing to play is an empty list. */
export const Playback = Type.Object({
  videos: Type.Array(Video),
  /** When the first one began for everybody: who comes late joins where the others are. Null where each starts for themselves. */
  startedAt: orNothing(instant()),
  /** Which slides come when, where each plays for themselves. */
  slides: Type.Array(Slide),
});
export type Playback = Type.Static<typeof Playback>;

/** Who is in control. */
const Lead = Type.Object({ presenterId: Type.Integer(), firstName: Type.String(), lastName: Type.String() });

/** Parts of the stage are told to everybody, in practice to the team alone; practice, control and blocked people to the team. */
export const presentingTold = {
  "presenting.slide": Type.Object({ slide }),
  "presenting.layout": Type.Object({ layout }),
  "presenting.captions": Type.Object({ language: captions }),
  "presenting.message": Type.Object({ text: message }),
  /** What the team sees from now on. */
  "presenting.practice": Type.Object({ isPractice: Type.Boolean(), stage: Stage }),
  "presenting.lead": Type.Object({ lead: orNothing(Lead) }),
  "presenting.playback": Playback,
  "presenting.blocked": Type.Object({ eventUserId: Type.Integer(), isBlocked: Type.Boolean() }),
} as const;
