import { once } from "node:events";
import { connect } from "node:net";
import { fileURLToPath } from "node:url";
import { type Program, startProgram } from "../lib/program.ts";

export interface Arrivals {
  readonly mails: number;
  /** By their Message-IDs. */
  readonly unique: number;
  /** From the first to the last. */
  readonly seconds: number;
}

export interface Sink {
  readonly port: number;
  arrivals(): Promise<Arrivals>;
  /** Waits for so many. */
  arrived(mails: number): Promise<Arrivals>;
  reset(): Promise<void>;
  stop(): Promise<void>;
}

const LOOK_MS = 100;

export async function startSink(): Promise<Sink> {
  const program: Program = startProgram([fileURLToPath(new URL("./sink.js", import.meta.url))]);
  const [, port = ""] = await program.printed(/listening on (\d+)/);
  const arrivals = async () => JSON.parse(await ask(Number(port), "STAT")) as Arrivals;
  return {
    port: Number(port),
    arrivals,
    async arrived(mails) {
      for (;;) {
        const now = await arrivals();
        if (now.mails >= mails) return now;
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      }
    },
    reset: async () => void (await ask(Number(port), "ZERO")),
    stop: () => program.stop(),
  };
}

async function ask(port: number, command: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.setEncoding("latin1");
  await once(socket, "data");
  socket.write(`${command}\r\n`);
  const [answer] = (await once(socket, "data")) as [string];
  socket.destroy();
  return answer.slice("250 ".length);
}
