import type { Frame } from "./frame.ts";
import { MOST_BEHIND_BYTES, type Outlet } from "./outlet.ts";

/** Keeps what is sent until the page fetches it. */
export class PollOutlet implements Outlet {
  #frames: Frame[] = [];
  #bytes = 0;
  #hasEnded = false;
  #lastSeq = -1;
  #wake: (() => void) | undefined;
  #resume: (() => void) | undefined;

  send(frame: Frame): void {
    this.#frames.push(frame);
    this.#bytes += frame.text.length;
    this.#wake?.();
  }

  get isBehind(): boolean {
    return this.#bytes > MOST_BEHIND_BYTES;
  }

  /** Of what was taken. */
  get lastSeq(): number {
    return this.#lastSeq;
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  whenRead(resume: () => void): void {
    this.#resume = resume;
  }

  end(): void {
    this.#hasEnded = true;
    this.#wake?.();
  }

  /** What was sent since the last time, or nothing when that is all for so long. A second fetch ends the first. */
  async take(waitMs: number): Promise<readonly Frame[]> {
    this.#wake?.();
    if (this.#frames.length === 0 && !this.#hasEnded) await this.#wait(waitMs);
    const frames = this.#frames;
    for (const { seq = -1 } of frames) this.#lastSeq = Math.max(this.#lastSeq, seq);
    this.#frames = [];
    this.#bytes = 0;
    const resume = this.#resume;
    this.#resume = undefined;
    resume?.();
    return frames;
  }

  #wait(waitMs: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#wake = undefined;
        resolve();
      };
      const timer = setTimeout(done, waitMs);
      this.#wake = done;
    });
  }
}
