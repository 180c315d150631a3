import type { ToldBody, ToldKind } from "@lectern/wire/messages";
import type { goodbyes, Role } from "@lectern/wire/room";
import { type Frame, frame } from "../../../http/socket/frame.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";
import type { AdmissionEvent } from "../../admission/registration/admission-event.ts";
import { beginsAt, type Phase, phaseOf } from "../../webinars/events/event-phase.ts";
import { type HeardMessage, History } from "./history.ts";
import { type Member, nameOf } from "./member.ts";
import type { LoggedMessage } from "./room-log.ts";
import type { Snapshot } from "./snapshots.ts";

export type Goodbye = (typeof goodbyes)[number];

/** A snapshot is given to newcomers for so long, with what was told since. */
const SNAPSHOT_MS = 5000;

/** The pages of one event's room in this process, and what was told there last. */
export class Room {
  readonly key: RoomKey;
  event: AdmissionEvent;
  phase: Phase;
  readonly members = new Set<Member>();
  readonly history: History;
  /** Names of counters that somebody has touched since they were told. */
  readonly touched = new Set<string>();
  /** Of the audience in other processes, as these told last. */
  readonly elsewhere = new Map<string, number>();
  /** How many the others, the team and everybody have heard of. */
  published: number | undefined;
  toldTeam: number | undefined;
  toldEverybody: number | undefined;
  /** Most have one page. */
  readonly #byPerson = new Map<string, readonly Member[]>();
  readonly #snapshots = new Map<Role, { readonly reading: Promise<Snapshot>; readonly at: number }>();
  #audience = 0;

  constructor(event: AdmissionEvent, lastSeq: number, now: Date) {
    this.key = { clientId: event.clientId, eventId: event.id };
    this.event = event;
    this.phase = phaseOf(event, now);
    this.history = new History(lastSeq);
  }

  /** Pages of the audience in this process. */
  get audience(): number {
    return this.#audience;
  }

  add(member: Member): void {
    this.members.add(member);
    const name = nameOf(member.speaker);
    const others = this.#byPerson.get(name);
    this.#byPerson.set(name, others ? [...others, member] : [member]);
    if (member.speaker.role === "audience") this.#audience++;
  }

  /** False when the member was not there. */
  remove(member: Member): boolean {
    if (!this.members.delete(member)) return false;
    const name = nameOf(member.speaker);
    const others = this.#byPerson.get(name)?.filter((page) => page !== member) ?? [];
    if (others.length > 0) this.#byPerson.set(name, others);
    else this.#byPerson.delete(name);
    if (member.speaker.role === "audience") this.#audience--;
    return true;
  }

  /** All pages of one person. */
  pagesOf(name: string): readonly Member[] {
    return this.#byPerson.get(name) ?? [];
  }

  /** Whoever comes back or in is told nothing any more of these people. */
  forget(registrantIds: readonly number[]): void {
    this.history.forget(registrantIds);
    this.#snapshots.clear();
  }

  /** Tells the next message to everybody who may hear it. */
  take(logged: LoggedMessage): void {
    const message = this.history.add(logged);
    if (!message) return;
    for (const member of this.#hearersOf(message)) if (member.heard < message.seq) send(member, message.frame);
  }

  /** Tells what is true for now, and has no number. */
  tellNow<Kind extends ToldKind>(kind: Kind, body: ToldBody<Kind>, to: "everybody" | "team" = "everybody"): void {
    const told = frame({ kind, ...body });
    for (const member of this.members) if (member.hears(to)) send(member, told);
  }

  /** What newcomers of a role get now: read once for all who come together, anew when it is old or the history since has a gap. */
  async snapshotFor(role: Role, read: () => Promise<Snapshot>): Promise<Snapshot> {
    const kept = this.#snapshots.get(role);
    const isKept = kept && Date.now() - kept.at < SNAPSHOT_MS;
    const snapshot = isKept && (await kept.reading);
    if (snapshot && snapshot.seq >= this.history.floor) return snapshot;
    if (this.#snapshots.get(role) !== kept) return this.snapshotFor(role, read);
    const reading = read();
    this.#snapshots.set(role, { reading, at: Date.now() });
    reading.catch(() => this.#snapshots.delete(role));
    return reading;
  }

  /** What a member has missed since a number that `history` reaches. */
  missed(member: Member, since: number): readonly HeardMessage[] {
    return this.history.after(since).filter(({ to }) => member.hears(to));
  }

  setPhase(now: Date): void {
    this.phase = phaseOf(this.event, now);
  }

  get phaseBody(): ToldBody<"room.phase"> {
    const { liveEndsAt, endedAt } = this.event;
    return { phase: this.phase, startsAt: beginsAt(this.event).getTime(), endsAt: (endedAt ?? liveEndsAt).getTime() };
  }

  #hearersOf({ to }: HeardMessage): Iterable<Member> {
    if (to === "everybody") return this.members;
    if (to !== "audience" && to !== "team") return this.#byPerson.get(to) ?? [];
    return [...this.members].filter((member) => member.hears(to));
  }
}

/** Whoever does not read is skipped, and gets a fresh snapshot once they do: nobody else waits for them. */
function send(member: Member, told: Frame): void {
  const { outlet } = member;
  if (!outlet || member.hasLeft || member.skippedSince !== undefined) return;
  if (outlet.isBehind) {
    member.skippedSince = Date.now();
    outlet.whenRead(() => member.catchUp());
  } else outlet.send(told);
}

/** Tells a member why they have to go, and ends their page's connection. */
export function dismiss(member: Member, reason: Goodbye, returnAfterMs?: number): void {
  if (member.hasLeft) return;
  const again = returnAfterMs === undefined ? {} : { returnAfterMs };
  const how = reason === "restart" ? "restart" : reason === "slow" ? "unread" : "refused";
  member.sendAway(frame({ kind: "room.goodbye", reason, ...again }), how);
}
