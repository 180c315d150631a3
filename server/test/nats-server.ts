import { spawn } from "node:child_process";
import { once } from "node:events";
import { findFreePort } from "./program.ts";

/** A real NATS server in a process of its own. */
export interface NatsServer {
  readonly port: number;
  /** As a power cut would. */
  kill(): Promise<void>;
}

/** Starts one on a port, or on a free one. @param options of its command line, such as a password */
export async function startNatsServer(port?: number, options: string[] = []): Promise<NatsServer> {
  const chosen = port ?? (await findFreePort());
  // Where scripts/system.mjs has found it.
  const program = process.env.NATS_SERVER ?? "/usr/sbin/nats-server";
  const args = ["--addr", "127.0.0.1", "--port", String(chosen), ...options];
  const child = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"] });
  const ended = once(child, "exit");
  let output = "";
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  while (!output.includes("Server is ready"))
    await Promise.race([
      once(child.stderr, "data"),
      ended.then(() => Promise.reject(new Error(`the NATS server has ended:\n${output}`))),
    ]);
  return {
    port: chosen,
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
