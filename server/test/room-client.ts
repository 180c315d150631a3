import { once } from "node:events";
import type { Answer, Heard, Said, SaidBody, SaidKind, Told, ToldKind, Welcome } from "@lectern/wire/messages";
import { WebSocket } from "ws";
import { personKeyOf } from "../src/features/admission/registration/people/person-key.ts";
import { presenterKey } from "../src/features/attending/presenters/presenter-link.ts";
import { sealer } from "./harness.ts";

/** Who comes into a room, as a browser or a link would show it. */
export type Visitor =
  | { readonly registrantId: number; readonly tab?: string; readonly since?: number }
  | { readonly presenterId: number; readonly version?: number; readonly tab?: string; readonly since?: number };

let tabs = 0;

/** One page in a room, as a browser's script would be: says what it is asked to, and keeps what it hears. */
export class RoomClient {
  readonly heard: Heard[] = [];
  readonly socket: WebSocket;
  readonly #waiting = new Set<() => void>();
  #ids = 0;

  private constructor(socket: WebSocket) {
    this.socket = socket;
    const wake = () => {
      for (const look of this.#waiting) look();
    };
    socket.on("message", (data) => {
      this.heard.push(JSON.parse(String(data)) as Heard);
      wake();
    });
    socket.on("close", wake);
  }

  /** Connects; rejects when it is refused. @param base of the server, http://… */
  static async connect(base: string, eventId: number, visitor: Visitor): Promise<RoomClient> {
    const { url, headers } = roomRequest(base, eventId, visitor);
    const socket = new WebSocket(url.replace(/^http/, "ws"), { headers });
    const client = new RoomClient(socket);
    await once(socket, "open");
    return client;
  }

  /** Says something and waits for the answer, whatever it is. */
  async ask<Kind extends SaidKind>(kind: Kind, body: SaidBody<Kind>): Promise<Answer> {
    const id = ++this.#ids;
    this.send({ kind, id, ...body } as unknown as Said);
    return this.waitFor((message): message is Answer => "re" in message && message.re === id);
  }

  /** The same, for what has to succeed. */
  async say<Kind extends SaidKind>(kind: Kind, body: SaidBody<Kind>): Promise<Extract<Answer, { kind: "done" }>> {
    const answer = await this.ask(kind, body);
    if (answer.kind !== "done") throw new Error(`${kind} was refused: ${answer.code} ${answer.text}`);
    return answer;
  }

  send(message: object): void {
    this.socket.send(JSON.stringify(message));
  }

  async welcome(): Promise<Welcome> {
    return this.waitFor((message): message is Welcome => message.kind === "welcome");
  }

  /** The next message of a kind that was not asked for yet, or the first that fits. */
  async told<Kind extends ToldKind>(
    kind: Kind,
    fits: (message: Extract<Told, { kind: Kind }>) => boolean = () => true,
  ): Promise<Extract<Told, { kind: Kind }>> {
    return this.waitFor(
      (message): message is Extract<Told, { kind: Kind }> =>
        message.kind === kind && fits(message as Extract<Told, { kind: Kind }>),
    );
  }

  waitFor<Wanted extends Heard>(isWanted: (message: Heard) => message is Wanted): Promise<Wanted> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = this.heard.find(isWanted);
        if (!found && this.socket.readyState !== WebSocket.CLOSED) return;
        this.#waiting.delete(look);
        if (found) resolve(found);
        else reject(new Error(`The room has ended; heard ${JSON.stringify(this.heard.slice(-5))}`));
      };
      this.#waiting.add(look);
      look();
    });
  }

  /** All that was told with a number. */
  get numbered(): readonly Told[] {
    return this.heard.filter(
      (message): message is Told => "seq" in message && !["welcome", "resumed"].includes(message.kind),
    );
  }

  /** The person closes the tab. */
  async close(): Promise<void> {
    if (this.socket.readyState !== WebSocket.OPEN) return;
    await this.say("room.leave", {});
    this.socket.close(1001);
    await once(this.socket, "close");
  }

  /** The network is gone. */
  async cut(): Promise<void> {
    this.socket.terminate();
    if (this.socket.readyState !== WebSocket.CLOSED) await once(this.socket, "close");
  }

  async closed(): Promise<number> {
    if (this.socket.readyState === WebSocket.CLOSED) return 0;
    const [code] = await once(this.socket, "close");
    return code as number;
  }
}

/** The address of a room and the headers by which it knows who comes. */
export function roomRequest(base: string, eventId: number, visitor: Visitor) {
  const { tab = `tab-${++tabs}`, since } = visitor;
  const query = new URLSearchParams({ tab, ...(since !== undefined && { since: String(since) }) });
  if ("presenterId" in visitor) {
    const { presenterId, version = 1 } = visitor;
    query.set("presenter", presenterKey(sealer, { presenterId, version }));
    return { url: `${base}/wcc/room/${eventId}?${query}`, headers: {} };
  }
  const pass = `lectern_seat_${eventId}=${personKeyOf(sealer, visitor.registrantId, "pass")}`;
  return { url: `${base}/wcc/room/${eventId}?${query}`, headers: { cookie: pass } };
}
