import { GONE_AFTER_MS, type PlayerState } from "@lectern/wire/room";

/** A sign of life. */
export interface Sign {
  readonly player: PlayerState;
  readonly isMuted: boolean;
  readonly isBackground: boolean;
  /** Of the recording. */
  readonly positionSeconds?: number;
}

export type SessionKind = "live" | "archive";

export interface SessionKey {
  readonly clientId: number;
  readonly eventId: number;
  readonly registrantId: number;
  readonly sessionId: number;
  readonly startedAt: Date;
  readonly kind: SessionKind;
}

/** What a session has gained since it was written down last. */
export interface Gain {
  readonly seenAt: number;
  readonly endedAt: number | null;
  readonly playingMs: number;
  readonly pausedMs: number;
  readonly mutedMs: number;
  readonly backgroundMs: number;
  readonly positionSeconds: number | null;
}

const silent: Sign = { player: "waiting", isMuted: false, isBackground: false };

/**
 * One session as this process follows it, between two times that it is written down. Time passes in the state that was told
 * last; a silence that is too long ends the session at the last sign of life.
 */
export class Viewing {
  readonly key: SessionKey;
  #seenAt: number;
  #endedAt: number | null = null;
  #sign = silent;
  #playingMs = 0;
  #pausedMs = 0;
  #mutedMs = 0;
  #backgroundMs = 0;

  /** @param seenAt the last sign of life, milliseconds since 1970. */
  constructor(key: SessionKey, seenAt: number) {
    this.key = key;
    this.#seenAt = seenAt;
  }

  /** Whether there was no sign of life for so long that the session has ended. */
  isGone(now: number): boolean {
    return now - this.#seenAt > GONE_AFTER_MS;
  }

  /** Takes a sign of life, unless the session has ended. */
  see(sign: Sign, now: number): void {
    this.#pass(now);
    this.#sign = sign;
  }

  /** Ends it now, or at the last sign of life when that is too long ago. */
  end(now: number): void {
    if (!this.isGone(now)) this.#pass(now);
    this.#endedAt = this.#seenAt;
  }

  /** What there is to write down; what is gained afterwards counts anew. */
  take(): Gain {
    const gain: Gain = {
      seenAt: this.#seenAt,
      endedAt: this.#endedAt,
      playingMs: this.#playingMs,
      pausedMs: this.#pausedMs,
      mutedMs: this.#mutedMs,
      backgroundMs: this.#backgroundMs,
      positionSeconds: this.#sign.positionSeconds ?? null,
    };
    this.#playingMs = this.#pausedMs = this.#mutedMs = this.#backgroundMs = 0;
    return gain;
  }

  /** Takes back what could not be written down. */
  putBack(gain: Gain): void {
    this.#playingMs += gain.playingMs;
    this.#pausedMs += gain.pausedMs;
    this.#mutedMs += gain.mutedMs;
    this.#backgroundMs += gain.backgroundMs;
  }

  #pass(now: number): void {
    const passed = Math.max(0, now - this.#seenAt);
    const { player, isMuted, isBackground } = this.#sign;
    if (player === "playing") this.#playingMs += passed;
    if (player === "paused") this.#pausedMs += passed;
    if (player === "playing" && isMuted) this.#mutedMs += passed;
    if (isBackground) this.#backgroundMs += passed;
    this.#seenAt += passed;
  }
}
