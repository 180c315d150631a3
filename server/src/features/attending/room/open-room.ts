import { isDeepStrictEqual } from "node:util";
import type { ToldKind } from "@lectern/wire/messages";
import { Refusal } from "../../../errors.ts";
import type { RoomParts } from "../../../http/socket/room-parts.ts";
import { coalesce } from "../../../lib/coalesce.ts";
import type { AdmissionEvent } from "../../admission/registration/admission-event.ts";
import { addPulses, type BusMessage, type Pulses } from "./bus-message.ts";
import { type EnterDeps, getRoomEvent } from "./enter-room.ts";
import { followPhase } from "./follow-phase.ts";
import { type Member, nameOf } from "./member.ts";
import { recheckMembers } from "./recheck-members.ts";
import { dismiss, Room } from "./room.ts";
import { tellCounters, tellPeople, tellPulses } from "./room-figures.ts";
import { listMessages } from "./room-log.ts";

export interface OpenRoomDeps extends EnterDeps {
  readonly parts: RoomParts;
  onError(error: unknown): void;
}

/** The other processes, as a room knows them. */
export interface Others {
  /** Tells them something of the room. */
  publish(news: Omit<BusMessage, "room" | "from">): void;
  isAlive(process: string): boolean;
}

const MOST_READ = 500;
/** A page that reads nothing for so long is no page any more. */
const MOST_UNREAD_MS = 30_000;

/** A room that somebody in this process is in, and what goes on around it. */
export class OpenRoom {
  readonly room: Room;
  /** Members who were let in, and whose pages are not told anything yet. */
  readonly entering = new Set<Member>();
  /** How often members were rechecked: whoever came in meanwhile has to be, too. */
  checks = 0;
  ticks = 0;
  readonly #deps: OpenRoomDeps;
  readonly #others: Others;
  readonly #readOn = coalesce(() => this.#readOnce());
  readonly #recheck = coalesce(() => this.#recheckOnce());
  /** Who has to be rechecked, by name. */
  #suspects: Set<string> | "everybody" = new Set();
  /** Whether the event and who may be here could not be looked at when they had to be. */
  #isStale = false;
  /** Counters that were touched in this process, and not published yet. */
  readonly #touches = new Set<ToldKind>();
  /** Of this process, not published yet. */
  #pulses: Pulses = {};
  /** Of other processes, not told yet. */
  #heardPulses: Pulses = {};

  constructor(deps: OpenRoomDeps, event: AdmissionEvent, lastSeq: number, others: Others) {
    this.#deps = deps;
    this.#others = others;
    this.room = new Room(event, lastSeq, deps.now());
  }

  get isEmpty(): boolean {
    return this.room.members.size === 0 && this.entering.size === 0;
  }

  /** Everybody who was let in, welcomed or not. */
  get everybody(): readonly Member[] {
    return [...this.room.members, ...this.entering];
  }

  /** Tells what was told since the last time, in any process. */
  catchUp(): Promise<void> {
    return this.#readOn();
  }

  touch(counter: ToldKind): void {
    this.room.touched.add(counter);
    this.#touches.add(counter);
  }

  pulse(kind: ToldKind, key: string): void {
    this.#pulses = addPulses(this.#pulses, { [kind]: { [key]: 1 } });
  }

  /** Takes what another process, or the database, tells. */
  hear(message: BusMessage): void {
    if (message.wake) this.catchUp().catch(this.#deps.onError);
    if (message.recheck) this.recheck(message.recheck);
    if (message.forget) this.room.forget(message.forget);
    if (message.here !== undefined && message.from !== undefined) this.room.elsewhere.set(message.from, message.here);
    if (message.asksHere) this.room.published = undefined;
    for (const counter of message.touch ?? []) this.room.touched.add(counter);
    if (message.pulses) this.#heardPulses = addPulses(this.#heardPulses, message.pulses);
  }

  /** Shows the door to those of these people, or of all, who may not be here any more. */
  recheck(names?: readonly string[]): void {
    if (names === undefined || this.#suspects === "everybody") this.#suspects = "everybody";
    else for (const name of names) this.#suspects.add(name);
    this.#recheck().catch((error: unknown) => this.#lookAgain(error));
  }

  /** Messages of other processes may have been missed. */
  gap(): void {
    this.refresh();
    this.catchUp().catch(this.#deps.onError);
    this.recheck();
    // Somebody may have been forgotten meanwhile.
    this.room.history.clear();
    this.room.published = undefined;
    this.#others.publish({ asksHere: true });
  }

  /** Looks what the phase is by now. */
  followPhase(): void {
    followPhase(this.#deps, this.room, this.everybody);
  }

  /** Nobody is here any more, as far as the others have to know. */
  close(): void {
    if (this.room.published) this.#others.publish({ here: 0 });
  }

  /** The event has changed: its times, or whether there is a room at all. */
  refresh(): void {
    getRoomEvent(this.#deps, this.room.key.eventId).then(
      (event) => {
        this.#isStale = false;
        this.#take(event);
      },
      (error: unknown) => {
        // Only what was found out ends a room: while the database is away, nobody knows.
        if (!(error instanceof Refusal)) return this.#lookAgain(error);
        for (const member of this.everybody) dismiss(member, "over");
      },
    );
  }

  /** What is done about once a second. */
  tick(): void {
    this.ticks++;
    this.followPhase();
    if (this.#isStale) {
      this.#isStale = false;
      this.refresh();
      this.recheck();
    }
    this.#tellPulses();
    tellCounters(this.#deps, this.room).catch(this.#deps.onError);
    tellPeople(this.room, this.ticks, {
      isAlive: (process) => this.#others.isAlive(process),
      publish: (here) => this.#others.publish({ here }),
    });
    const before = Date.now() - MOST_UNREAD_MS;
    for (const member of this.room.members) if ((member.skippedSince ?? before) < before) dismiss(member, "slow");
  }

  #take(event: AdmissionEvent): void {
    const { room } = this;
    const { phase, phaseBody } = room;
    room.event = event;
    this.followPhase();
    const isOnlyMoved = room.phase === phase && !isDeepStrictEqual(room.phaseBody, phaseBody);
    if (isOnlyMoved) room.tellNow("room.phase", room.phaseBody);
  }

  /** Who may be here, and whether there is a room, is asked again with the next tick: the database is away. */
  #lookAgain(error: unknown): void {
    this.#isStale = true;
    this.#deps.onError(error);
  }

  async #recheckOnce(): Promise<void> {
    const suspects = this.#suspects;
    this.#suspects = new Set();
    this.checks++;
    try {
      await recheckMembers(this.#deps.db, suspects === "everybody" ? this.everybody : this.#pagesOf(suspects));
    } catch (error) {
      this.#suspects = "everybody";
      throw error;
    }
  }

  #pagesOf(names: ReadonlySet<string>): readonly Member[] {
    const entering = [...this.entering].filter(({ speaker }) => names.has(nameOf(speaker)));
    return [...names].flatMap((name) => [...this.room.pagesOf(name)]).concat(entering);
  }

  async #readOnce(): Promise<void> {
    const { room } = this;
    for (;;) {
      const messages = await listMessages(this.#deps.db, room.key, { after: room.history.last, most: MOST_READ });
      for (const message of messages) room.take(message);
      if (messages.length < MOST_READ) return;
    }
  }

  /** Tells what was counted in a moment; other processes learn of it, and of the counters that were touched here. */
  #tellPulses(): void {
    const [pulses, touch] = [this.#pulses, [...this.#touches]];
    if (Object.keys(pulses).length > 0) this.#others.publish({ pulses });
    if (touch.length > 0) this.#others.publish({ touch });
    tellPulses(this.room, addPulses(pulses, this.#heardPulses));
    this.#pulses = {};
    this.#heardPulses = {};
    this.#touches.clear();
  }
}
