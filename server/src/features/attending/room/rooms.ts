import { randomUUID } from "node:crypto";
import type { ToldKind } from "@lectern/wire/messages";
import { fail } from "../../../errors.ts";
import { Buckets } from "../../../http/socket/pace.ts";
import type { Doorkeeper, Entry, Presence } from "../../../http/socket/speaker.ts";
import { coalesce } from "../../../lib/coalesce.ts";
import type { AdmissionEvent } from "../../admission/registration/admission-event.ts";
import type { Sign } from "../attendance/viewing.ts";
import { seeSession } from "../presenters/queries.ts";
import { type BusMessage, readBusMessage } from "./bus-message.ts";
import { enterRoom, getRoomEvent, kindOf } from "./enter-room.ts";
import { joinAnew } from "./follow-phase.ts";
import { Member, type MemberHost, nameOf } from "./member.ts";
import { OpenRoom, type OpenRoomDeps } from "./open-room.ts";
import { recheckMembers } from "./recheck-members.ts";
import { dismiss, type Room } from "./room.ts";
import { findLastSeq, listLastSeqs } from "./room-log.ts";
import { createMineReader, readSnapshot } from "./snapshots.ts";
import { type Prepared, resume, welcome } from "./welcome.ts";

export interface RoomsDeps extends OpenRoomDeps {
  /** Reaches all processes, this one too or not. */
  publish(text: string): void;
  /** Whether what others publish may not arrive for now: rooms look for it more often. */
  isDeaf(): boolean;
}

const TICK_MS = 1000;
/** So often the others learn that this process lives on, as long as it has rooms. */
const TELL_ALIVE_MS = 5_000;
/** A process that was silent for so long has nobody. */
const ALIVE_MS = 15_000;
/** So often rooms look for messages that nobody told them of. */
const LOOK_EVERY_TICKS = 5;
/** Of one person in one process; the oldest makes room for another. */
const MOST_PAGES = 10;
/** How often one person comes in: a page that tries again and again has to wait. */
const ENTRY_PACE = { burst: 30, perMinute: 60 };
/** After a restart, pages come back within this time, so that they do not come all at once. */
const RETURN_WITHIN_MS = 10_000;

/** All rooms that somebody in this process is in. What is told in them comes from the database, in its order. */
export class Rooms implements Doorkeeper, MemberHost {
  readonly #deps: RoomsDeps;
  readonly #process = randomUUID();
  readonly #rooms = new Map<number, Promise<OpenRoom>>();
  readonly #open = new Map<number, OpenRoom>();
  /** At the doors: their rooms stay open for them. */
  readonly #arriving = new Set<Entry>();
  readonly #entries = new Buckets();
  /** When other processes were heard of last, milliseconds since 1970. */
  readonly #others = new Map<string, number>();
  #toldAliveAt = 0;
  readonly #prepared = new WeakMap<Member, Prepared>();
  readonly #readMine: ReturnType<typeof createMineReader>;
  readonly #ticking: NodeJS.Timeout;
  readonly #watch = coalesce(() => this.#lookAfter());

  constructor(deps: RoomsDeps) {
    this.#deps = deps;
    this.#readMine = createMineReader(deps);
    this.#ticking = setInterval(() => this.#tick(), TICK_MS).unref();
  }

  async enter(entry: Entry): Promise<Presence> {
    const event = await getRoomEvent(this.#deps, entry.eventId);
    this.#arriving.add(entry);
    try {
      return await this.#enter(event, entry);
    } finally {
      this.#arriving.delete(entry);
    }
  }

  async #enter(event: AdmissionEvent, entry: Entry): Promise<Presence> {
    const open = await this.#roomOf(event);
    const { checks } = open;
    const { since, tab } = entry;
    const entered = await enterRoom(this.#deps, event, entry, (who) => this.#keepPace(who));
    const member = new Member(this, { ...entered, tab, ...(since !== undefined && { since }) });
    open.entering.add(member);
    try {
      open.followPhase();
      // The phase may have changed between the look at it and being let in.
      if (entered.arrival && entered.kind !== kindOf(open.room.phase)) await joinAnew(this.#deps, open.room, member);
      if (!this.#canResume(open.room, member)) await this.#prepare(open.room, member);
      if (open.checks !== checks) await recheckMembers(this.#deps.db, [member]);
    } catch (error) {
      open.entering.delete(member);
      throw error;
    }
    return member;
  }

  #keepPace(who: string): void {
    const retryAfterMs = this.#entries.take(who, ENTRY_PACE, Date.now());
    if (retryAfterMs > 0) fail("say.tooFast", { retryAfterMs });
  }

  begin(member: Member): void {
    const open = this.#open.get(member.speaker.eventId);
    if (!open?.entering.delete(member)) return;
    const pages = [...open.room.pagesOf(nameOf(member.speaker))];
    for (const [index, page] of pages.entries())
      if (page.tab === member.tab || index + MOST_PAGES <= pages.length) {
        open.room.remove(page);
        dismiss(page, "replaced");
      }
    open.room.add(member);
    if (this.#isReady(open.room, member)) this.#welcome(open.room, member);
    else {
      // So much was told since then that what is prepared leaves a gap.
      member.skippedSince = Date.now();
      this.catchUp(member);
    }
  }

  #isReady(room: Room, member: Member): boolean {
    const seq = this.#prepared.get(member)?.seq ?? member.since;
    return seq !== undefined && (room.history.reaches(seq) || seq > room.history.last);
  }

  leave(member: Member, how: "closed" | "lost"): void {
    const open = this.#open.get(member.speaker.eventId);
    member.hasLeft = true;
    const wasThere = open?.entering.delete(member) || open?.room.remove(member);
    if (wasThere && how === "closed") this.#endSession(member);
  }

  catchUp(member: Member): void {
    const open = this.#open.get(member.speaker.eventId);
    if (!open) return;
    const caughtUp = this.#prepare(open.room, member).then(() => {
      member.skippedSince = undefined;
      this.#welcome(open.room, member);
    });
    caughtUp.catch(this.#deps.onError);
  }

  /** Takes a sign of life. Whoever was silent too long watches on in another session. */
  async see(presence: Presence, sign: Sign): Promise<void> {
    const member = presence as Member;
    const { clientId, role } = member.speaker;
    const { db, attendance, now } = this.#deps;
    if (role === "audience") {
      const isKnown = member.sessionId !== undefined && attendance.see(member.sessionId, sign);
      const open = this.#open.get(member.speaker.eventId);
      if (!isKnown && open) await joinAnew(this.#deps, open.room, member);
    } else if (member.sessionId !== undefined)
      await seeSession(db, { clientId, sessionId: member.sessionId, at: now(), hasEnded: false });
  }

  wake(eventId: number): void {
    this.#publish({ room: eventId, wake: true });
    this.#catchUp(eventId);
  }

  /** A counter has changed; it is told within a second or so. */
  touch(eventId: number, counter: ToldKind): void {
    const open = this.#open.get(eventId);
    if (open) open.touch(counter);
    else this.#publish({ room: eventId, touch: [counter] });
  }

  /** Counts what is only shown for a moment; what came together is told about once a second. */
  pulse(eventId: number, kind: ToldKind, key: string): void {
    this.#open.get(eventId)?.pulse(kind, key);
  }

  /** Takes what another process, or the database, tells. */
  hear(text: string): void {
    const message = readBusMessage(text);
    if (!message || message.from === this.#process) return;
    if (message.from !== undefined) this.#others.set(message.from, Date.now());
    if (message.room !== undefined) this.#open.get(message.room)?.hear(message);
  }

  /** Messages of other processes may have been missed. */
  gap(): void {
    for (const open of this.#open.values()) open.gap();
  }

  /** Wake-ups of other processes may have been missed. */
  catchUpAll(): void {
    for (const eventId of this.#open.keys()) this.#catchUp(eventId);
  }

  /** The client was closed, or opened. */
  refreshClient(clientId: number): void {
    for (const open of this.#open.values()) if (open.room.key.clientId === clientId) open.refresh();
  }

  /** The event has changed: its times, or whether there is a room at all. */
  refresh(eventId: number): void {
    this.#open.get(eventId)?.refresh();
  }

  /** Sends everybody away, to come back a little later. */
  close(): void {
    clearInterval(this.#ticking);
    for (const { everybody } of this.#open.values())
      for (const member of everybody) dismiss(member, "restart", Math.floor(Math.random() * RETURN_WITHIN_MS));
  }

  /** Rooms that are kept open in this process. */
  get size(): number {
    return this.#open.size;
  }

  #roomOf(event: AdmissionEvent): Promise<OpenRoom> {
    const known = this.#rooms.get(event.id);
    if (known) return known;
    const opening = this.#openRoom(event);
    this.#rooms.set(event.id, opening);
    opening.catch(() => this.#rooms.delete(event.id));
    return opening;
  }

  async #openRoom(event: AdmissionEvent): Promise<OpenRoom> {
    const lastSeq = await findLastSeq(this.#deps.db, { clientId: event.clientId, eventId: event.id });
    const open = new OpenRoom(this.#deps, event, lastSeq, {
      publish: (news) => this.#publish({ room: event.id, ...news }),
      isAlive: (process) => (this.#others.get(process) ?? 0) > Date.now() - ALIVE_MS,
    });
    this.#publish({ room: event.id, asksHere: true });
    this.#open.set(event.id, open);
    // What was told between the number and now.
    await open.catchUp();
    return open;
  }

  #catchUp(eventId: number): void {
    this.#open.get(eventId)?.catchUp().catch(this.#deps.onError);
  }

  #canResume(room: Room, { since }: Member): boolean {
    return since !== undefined && room.history.reaches(since);
  }

  async #prepare(room: Room, member: Member): Promise<void> {
    const { speaker } = member;
    const snapshot = await room.snapshotFor(speaker.role, () => readSnapshot(this.#deps, room.key, speaker.role));
    const mineText =
      speaker.role === "audience" ? await this.#readMine({ room: room.key, registrantId: speaker.registrantId }) : "{}";
    this.#prepared.set(member, { seq: snapshot.seq, stateText: snapshot.text, mineText });
  }

  /** Tells where things stand, and what came since then. */
  #welcome(room: Room, member: Member): void {
    const prepared = this.#prepared.get(member);
    const { since } = member;
    const at = this.#deps.now().getTime();
    if (prepared && member.outlet) welcome(room, member, prepared, at);
    else if (since !== undefined) resume(room, member, since, at);
    this.#prepared.delete(member);
  }

  #endSession({ speaker, sessionId }: Member): void {
    const { db, attendance, now, onError } = this.#deps;
    if (sessionId === undefined) return;
    if (speaker.role === "audience") attendance.leave(sessionId);
    else seeSession(db, { clientId: speaker.clientId, sessionId, at: now(), hasEnded: true }).catch(onError);
  }

  #publish(message: Omit<BusMessage, "from">): void {
    this.#deps.publish(JSON.stringify({ ...message, from: this.#process }));
  }

  #tick(): void {
    const awaited = new Set([...this.#arriving].map(({ eventId }) => eventId));
    for (const [eventId, open] of this.#open) {
      open.tick();
      if (open.isEmpty && !awaited.has(eventId)) {
        open.close();
        this.#open.delete(eventId);
        this.#rooms.delete(eventId);
      }
    }
    this.#tellAlive();
    this.#look().catch(this.#deps.onError);
    this.#watch().catch(this.#deps.onError);
  }

  #tellAlive(): void {
    const now = Date.now();
    if (this.#open.size === 0 || now - this.#toldAliveAt < TELL_ALIVE_MS) return;
    this.#toldAliveAt = now;
    this.#publish({ isAlive: true });
  }

  /** Lets features look after what is open; one that fails keeps no other from it. */
  async #lookAfter(): Promise<void> {
    const rooms = [...this.#open.values()].map(({ room }) => room.key);
    if (rooms.length === 0) return;
    for (const look of this.#deps.parts.watches) await look(rooms).catch(this.#deps.onError);
  }

  /** Rooms that were told nothing of a message find it themselves. */
  async #look(): Promise<void> {
    const isDeaf = this.#deps.isDeaf();
    const rooms = [...this.#open.values()].filter(({ ticks }) => isDeaf || ticks % LOOK_EVERY_TICKS === 0);
    if (rooms.length === 0) return;
    const lastSeqs = await listLastSeqs(
      this.#deps.db,
      rooms.map(({ room }) => room.key),
    );
    for (const { room } of rooms)
      if ((lastSeqs.get(room.key.eventId) ?? 0) > room.history.last) this.#catchUp(room.key.eventId);
  }
}
