import { Tinypool } from "tinypool";
import { fail, Refusal } from "../../../../errors.ts";
import type { SamlOutcome, SamlWork } from "./saml-thread.ts";

/** What waits for its turn counts, too. */
const MOST_MS = 10_000;
const MOST_WAITING = 100;
const IDLE_MS = 60_000;

// A program of its own beside this file; sources that are run as they are (tests) find the built one.
const program = import.meta.url.endsWith(".ts")
  ? new URL("../../../../../dist/src/features/doors/single-sign-on/saml/saml-thread.js", import.meta.url)
  : new URL("./saml-thread.js", import.meta.url);

/** One thread a process, which is there while it is needed. */
const threads = new Tinypool({
  filename: program.href,
  name: "run",
  minThreads: 0,
  maxThreads: 1,
  idleTimeout: IDLE_MS,
  resourceLimits: { maxOldGenerationSizeMb: 256 },
});

/**
 * Lets the thread do costly work on strangers' XML. What takes too long is ended; it is refused as what comes while too much
 * is waiting.
 */
export async function inSamlThread<Name extends keyof SamlWork>(
  name: Name,
  task: Parameters<SamlWork[Name]>[0],
): Promise<Awaited<ReturnType<SamlWork[Name]>>> {
  const outcome = await ask({ name, task });
  if ("refused" in outcome) throw new Refusal(...outcome.refused);
  return outcome.done as Awaited<ReturnType<SamlWork[Name]>>;
}

async function ask(task: object): Promise<SamlOutcome> {
  if (threads.queueSize >= MOST_WAITING) fail("server.busy");
  const signal = AbortSignal.timeout(MOST_MS);
  try {
    return (await threads.run(task, { signal })) as SamlOutcome;
  } catch (cause) {
    throw signal.aborted ? new Refusal("server.busy", {}, undefined, cause) : cause;
  }
}
