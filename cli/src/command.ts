import { createOperator, type Operator } from "@lectern/sdk";
import { type Command, InvalidArgumentError } from "commander";
import { readOperatorKey, serverUrl } from "./settings.ts";

export interface CommonOptions {
  url?: string;
  json?: boolean;
}

/** What a command prints: one JSON object with `--json`, else text for people. */
export interface Output {
  json: Record<string, unknown>;
  text: string;
}

/** Adds a command that talks to no server: `--json`, and an example below its help. */
export function addCommand(parent: Command, name: string, summary: string, example: string): Command {
  return parent
    .command(name)
    .description(summary)
    .option("--json", "print one JSON object, errors too")
    .addHelpText("after", `\nExample:\n  $ ${example}`);
}

/** Adds a command of the operator's API: `--url` and `--json`, and an example below its help. */
export function addOperatorCommand(parent: Command, name: string, summary: string, example: string): Command {
  return addCommand(parent, name, summary, example).option(
    "--url <address>",
    "the server's address (default: PUBLIC_URL, else http://HOST:PORT, else http://127.0.0.1:8024)",
  );
}

const PATIENCE_MS = 30_000;

export async function connectOperator({ url }: CommonOptions): Promise<Operator> {
  const baseUrl = serverUrl(url);
  const operatorKey = await readOperatorKey(baseUrl);
  // Somebody waits at a terminal: no silent repeating, and no waiting for a server that never answers.
  const impatientFetch: typeof fetch = (address, init) =>
    fetch(address, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });
  return createOperator({ baseUrl, operatorKey, retries: 0, fetch: impatientFetch });
}

export function print({ json: isJson }: CommonOptions, { json, text }: Output): void {
  process.stdout.write(isJson ? `${JSON.stringify(json)}\n` : `${text}\n`);
}

export function readId(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new InvalidArgumentError("It must be a whole number above 0.");
  return Number(text);
}
