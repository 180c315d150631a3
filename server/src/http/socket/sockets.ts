import { type IncomingMessage, ServerResponse } from "node:http";
import type { Socket as NetSocket } from "node:net";
import { MAX_SAID_BYTES } from "@lectern/wire/messages";
import { GONE_AFTER_MS } from "@lectern/wire/room";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { WebSocketServer } from "ws";
import { fail } from "../../errors.ts";
import { PageSpeech, type Sayings } from "./say.ts";
import { PageSocket, SocketPage } from "./socket-page.ts";
import type { Doorkeeper, Entry } from "./speaker.ts";

interface SocketsDeps {
  readonly doorkeeper: Doorkeeper;
  readonly sayings: Sayings;
}

interface Upgrade {
  readonly socket: NetSocket;
  readonly head: Buffer;
  readonly response: ServerResponse;
}

/** Takes over the connections of WebSocket clients; their requests go through the server's routes like any other. */
export class Sockets {
  readonly #deps: SocketsDeps;
  readonly #server = new WebSocketServer({
    ...{ noServer: true, maxPayload: MAX_SAID_BYTES, perMessageDeflate: false, clientTracking: false, autoPong: false },
    WebSocket: PageSocket,
  });
  readonly #upgrades = new WeakMap<IncomingMessage, Upgrade>();
  readonly #pages = new Set<SocketPage>();
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
    let isSocket = false;
    this.#server.handleUpgrade(request.raw, socket, head, (webSocket) => {
      isSocket = true;
      const speech = new PageSpeech(this.#deps.sayings, refused, Date.now());
      new SocketPage(webSocket, { presence, speech, socket, among: this.#pages }).begin();
    });
    // The library has answered what it finds wrong with the handshake.
    if (!isSocket) presence.leave("lost");
  }

  get size(): number {
    return this.#pages.size;
  }

  close(): void {
    this.#isClosed = true;
    clearInterval(this.#sweeping);
    for (const { outlet } of this.#pages) outlet.end("restart");
  }

  #sweep(): void {
    const before = Date.now() - GONE_AFTER_MS;
    for (const page of this.#pages) page.endIfSilentSince(before);
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
