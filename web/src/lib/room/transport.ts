import type { Heard, Said } from "@lectern/wire/messages";

/** One way into a room, by which messages go both ways until it ends. */
export interface Transport {
  send(message: Said): void;
  close(): void;
}

/** Why a transport has ended, as far as it can tell. */
export interface End {
  /** Whether the room was reached before. */
  readonly wasOpen: boolean;
  /** The door's answer; a socket does not learn it. */
  readonly refusal?: Refusal;
}

export interface Refusal {
  readonly status: number;
  /** As in the room's own refusals: "room.blocked". */
  readonly code?: string;
  readonly retryAfterMs?: number;
}

export interface Listener {
  hear(message: Heard): void;
  end(end: End): void;
}

/** @param address of the room, http(s)://…, with who comes and since when. */
export type OpenTransport = (address: URL, listener: Listener) => Transport;
