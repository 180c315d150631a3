import { LecternError } from "@lectern/sdk";
import { CommanderError } from "commander";

/** A command cannot go on, for a reason on this side. */
export class Failure extends Error {
  readonly kind: "usage" | "settings";

  constructor(kind: "usage" | "settings", message: string) {
    super(message);
    this.kind = kind;
  }
}

const exitCodes: Record<string, number> = { usage: 2, network: 3 };

/** Tells what went wrong on stderr, with `--json` as one JSON object; answers the exit code. */
export function reportFailure(error: unknown, { isJson }: { isJson: boolean }): number {
  // Help and version come as errors too, once they are printed.
  if (error instanceof CommanderError && error.exitCode === 0) return 0;
  const failure = describe(error);
  // Help for a missing command is on stderr already.
  const isTold = error instanceof CommanderError && error.code === "commander.help" && !isJson;
  if (!isTold) process.stderr.write(isJson ? `${JSON.stringify(failure)}\n` : `${failure.error}\n`);
  return exitCodes[failure.kind] ?? 1;
}

interface Described {
  error: string;
  kind: string;
  status?: number | undefined;
  code?: string | undefined;
  request_id?: string | undefined;
}

function describe(error: unknown): Described {
  if (error instanceof LecternError) return describeRefusal(error);
  if (error instanceof Failure) return { error: error.message, kind: error.kind };
  if (error instanceof CommanderError) return { error: wordUsage(error), kind: "usage" };
  return { error: error instanceof Error ? error.message : String(error), kind: "failed" };
}

function describeRefusal({ kind, message, status, code, requestId }: LecternError): Described {
  const hint = {
    network: " Start the server with `npm start`, or name another with --url.",
    auth: " It is read from LECTERN_OPERATOR_KEY, else from operator.key in the server's data folder.",
  }[kind as string];
  return { error: `${message}${hint ?? ""}`, kind, status, code, request_id: requestId };
}

function wordUsage({ code, message }: CommanderError): string {
  if (code === "commander.help") return "A command is missing: see `lectern --help`.";
  return `${message.replace(/^error: /, "")}\nSee \`lectern --help\`, or --help of the command.`;
}
