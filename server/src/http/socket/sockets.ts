import { type IncomingMessage, ServerResponse } from "node:http";
import type { Socket as NetSocket } from "node:net";
import { MAX_SAID_BYTES } from "@lectern/wire/messages";
import { GONE_AFTER_MS } from "@lectern/wire/room";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { WebSocket, WebSocketServer } from "ws";
import { fail } from "../../errors.ts";
import { frame } from "./frame.ts";
import { type Outlet, socketOutlet } from "./outlet.ts";
import { PageSpeech, type Sayings } from "./say.ts";
import type { Doorkeeper, Entry, Presence } from "./speaker.ts";

interface SocketsDeps {
  readonly doorkeeper: Doorkeeper;
  readonly sayings: Sayings;
}

/** RFC 6455, 7.4.1. */
const closeCodes = { restart: 1012, refused: 1008 } as const;
/** The page closed by itself: it said so, or its tab is gone. */
const CLOSED_BY_PAGE = [1000, 1001];

interface Upgrade {
  readonly socket: NetSocket;
  readonly head: Buffer;
  readonly response: ServerResponse;
}

/** One page on a socket. There are as many as people watch, so it is kept small. */
interface Page {
  readonly webSocket: WebSocket;
  readonly presence: Presence;
  readonly speech: PageSpeech;
  readonly outlet: Outlet;
  heardAt: number;
}

/** Takes over the connections of WebSocket clients; their requests go through the server's routes like any other. */
export class Sockets {
  readonly #deps: SocketsDeps;
  readonly #server = new WebSocketServer({
    ...{ noServer: true, maxPayload: MAX_SAID_BYTES, perMessageDeflate: false, clientTracking: false, autoPong: false },
  });
  readonly #upgrades = new WeakMap<IncomingMessage, Upgrade>();
  readonly #pages = new Set<Page>();
  readonly #sweeping: NodeJS.Timeout;
  #isClosed = false;

  constructor(app: FastifyInstance, deps: SocketsDeps) {
    this.#deps = deps;
    app.server.on("upgrade", (request, socket: NetSocket, head) => {
      if (!isWebSocket(request)) {
        answerAsAsked(app, request, socket, head);
        return;
      }
      socket.on("error", () => socket.destroy());
      const response = new ServerResponse(request);
      this.#upgrades.set(request, { socket, head, response });
      response.assignSocket(socket);
      // Of a refusal, the answer is the last thing that the connection carries; it does not wait for the other side to end it.
      response.on("finish", () => socket.destroySoon());
      app.routing(request, response);
    });
    this.#sweeping = setInterval(() => this.#sweep(), GONE_AFTER_MS / 3).unref();
  }

  isUpgrade(request: FastifyRequest): boolean {
    return this.#upgrades.has(request.raw);
  }

  /** Lets somebody in and makes a socket of the connection; what refuses is an answer of HTTP. */
  async accept(entry: Entry, reply: FastifyReply): Promise<void> {
    const { request } = entry;
    const { socket, head, response } = this.#upgrades.get(request.raw) as Upgrade;
    const presence = await this.#deps.doorkeeper.enter(entry);
    if (this.#isClosed || socket.destroyed) {
      presence.leave("lost");
      fail("server.busy");
    }
    reply.hijack();
    response.detachSocket(socket);
    const refused = { id: request.id, log: request.server.log };
    // What the library finds wrong with the handshake it answers itself.
    const lose = () => presence.leave("lost");
    socket.once("close", lose);
    this.#server.handleUpgrade(request.raw, socket, head, (webSocket) => {
      socket.off("close", lose);
      const outlet = socketOutlet(socket, (how) =>
        how === "unread" ? webSocket.terminate() : webSocket.close(closeCodes[how]),
      );
      const speech = new PageSpeech(this.#deps.sayings, refused, Date.now());
      this.#serve({ webSocket, presence, speech, outlet, heardAt: Date.now() });
    });
  }

  get size(): number {
    return this.#pages.size;
  }

  close(): void {
    this.#isClosed = true;
    clearInterval(this.#sweeping);
    for (const { outlet } of this.#pages) outlet.end("restart");
  }

  #serve(page: Page): void {
    const { webSocket, presence, outlet } = page;
    this.#pages.add(page);
    webSocket.on("message", (data: Buffer, isBinary) => {
      // The other side may go on while it is asked to close.
      if (webSocket.readyState !== WebSocket.OPEN) return;
      if (isBinary) return outlet.end("refused");
      page.heardAt = Date.now();
      this.#hear(page, data.toString());
    });
    // Whoever only asks for signs of life, and reads none, gets none.
    webSocket.on("ping", (data) => {
      if (!outlet.isBehind) webSocket.pong(data);
    });
    webSocket.on("error", () => webSocket.terminate());
    webSocket.on("close", (code) => {
      this.#pages.delete(page);
      presence.leave(CLOSED_BY_PAGE.includes(code) ? "closed" : "lost");
    });
    presence.begin(outlet);
  }

  #hear(page: Page, text: string): void {
    const { webSocket, speech, presence, outlet } = page;
    // Never rejects: what fails is an answer too.
    void speech.hear(presence, text, Date.now()).then((answer) => {
      if (answer && webSocket.readyState === WebSocket.OPEN) outlet.send(frame(answer));
      if (speech.isNonsense) outlet.end("refused");
    });
  }

  /** A connection that broke without a word stays open for the system; whoever is silent for so long is gone. */
  #sweep(): void {
    const before = Date.now() - GONE_AFTER_MS;
    for (const { webSocket, heardAt } of this.#pages) if (heardAt < before) webSocket.terminate();
  }
}

function isWebSocket({ headers }: IncomingMessage): boolean {
  return headers.upgrade?.toLowerCase() === "websocket";
}

/**
 * Some clients offer other protocols with all they send, such as HTTP/2: nobody has to take an offer (RFC 9110, 7.8). Node has
 * taken the connection from the request, with what came of its body: the request is read again, without the offer.
 */
function answerAsAsked(app: FastifyInstance, request: IncomingMessage, socket: NetSocket, head: Buffer): void {
  const { method, url, httpVersion, rawHeaders } = request;
  const lines = [`${method} ${url} HTTP/${httpVersion}`];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] as string;
    if (!/^(upgrade|connection|http2-settings)$/i.test(name)) lines.push(`${name}: ${rawHeaders[index + 1]}`);
  }
  socket.unshift(Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1"), head]));
  app.server.emit("connection", socket);
}
