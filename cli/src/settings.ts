import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { LecternError } from "@lectern/sdk";
import { Failure } from "./failures.ts";

/** The checkout that this program was built in; `npm start` keeps its data there. */
const root = fileURLToPath(new URL("../../../", import.meta.url));

/** @param given by `--url`, which wins over the environment. */
export function serverUrl(given: string | undefined, environment = process.env): string {
  const url = given ?? (environment.PUBLIC_URL || localUrl(environment));
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const isUsable = parsed && /^https?:$/.test(parsed.protocol) && !parsed.username && !parsed.password;
  if (isUsable) return url;
  const name = given === undefined ? (environment.PUBLIC_URL ? "PUBLIC_URL" : "HOST or PORT") : "--url";
  throw new Failure("usage", `${name} must give an http or https address without a user name.`);
}

function localUrl({ HOST: host = "", PORT: port = "" }: NodeJS.ProcessEnv): string {
  // A server that listens on every interface is reached by the loopback one.
  const reachable = { "": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "::1" }[host] ?? host;
  return `http://${reachable.includes(":") ? `[${reachable}]` : reachable}:${port || "8024"}`;
}

/**
 * The server's data folder: here or in the checkout, wherever there is one. Where there is none yet, a folder that was
 * named is meant from here, and the usual one is where `npm start` makes it.
 */
export function dataFolder(environment = process.env): string {
  const given = environment.LECTERN_DATA?.trim();
  const places = [process.cwd(), root].map((base) => resolve(base, given || DATA));
  return places.find((place) => existsSync(place)) ?? (places[given ? 0 : 1] as string);
}

const DATA = "./data";

/**
 * The operator key of the environment, else of the data folder.
 * Without any, the likelier story is told: that no server runs here, or that the key is elsewhere.
 */
export async function readOperatorKey(baseUrl: string, environment = process.env): Promise<string> {
  const given = environment.LECTERN_OPERATOR_KEY?.trim();
  if (given) return given;
  const folder = environment.LECTERN_DATA?.trim() || DATA;
  for (const base of [process.cwd(), root]) {
    const key = await readKeyFile(resolve(base, folder, "operator.key"));
    if (key) return key;
  }
  await requireServer(baseUrl);
  const message = `There is no operator key in ${resolve(folder, "operator.key")}. Set LECTERN_OPERATOR_KEY, or LECTERN_DATA to the server's data folder.`;
  throw new Failure("settings", message);
}

async function readKeyFile(file: string): Promise<string | undefined> {
  try {
    return (await readFile(file, "utf8")).trim();
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw new Failure(
      "settings",
      `The operator key in ${file} cannot be read (${code}): run this as the server's user.`,
    );
  }
}

async function requireServer(baseUrl: string): Promise<void> {
  await fetch(baseUrl, { signal: AbortSignal.timeout(5_000) }).catch(() => {
    const message = `${new URL(baseUrl).origin} cannot be reached.`;
    throw new LecternError(message, { kind: "network", operation: "connect" });
  });
}
