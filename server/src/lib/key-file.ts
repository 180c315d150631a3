import { randomBytes } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ConfigError } from "../config.ts";
import { isErrorCode } from "./error-code.ts";

/** Keys that are made at the first start unless a setting gives them. */
export const keyFiles = { operatorKey: "operator.key", secretKey: "secret.key" } as const;

type KeyFile = (typeof keyFiles)[keyof typeof keyFiles];

/** A key of the data folder; made when there is none. */
export async function keepKey(dataFolder: string, name: KeyFile): Promise<string> {
  const found = await findKey(dataFolder, name);
  if (found !== undefined) return found;
  const key = randomBytes(32).toString("hex");
  await writeKey(dataFolder, name, key);
  return key;
}

export async function findKey(dataFolder: string, name: KeyFile): Promise<string | undefined> {
  const file = join(dataFolder, name);
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    if (isErrorCode(error, "ENOENT")) return undefined;
    throw error;
  });
  const key = text?.trim();
  if (key !== undefined && !isKey(key)) throw new ConfigError(`${file} holds no key: remove it, and a new one is made`);
  return key;
}

export function isKey(text: string): boolean {
  return /^[\da-f]{64}$/.test(text);
}

/** Written whole or not at all: half a key would be an easy one. Only this system user can read it. */
export async function writeKey(dataFolder: string, name: KeyFile, key: string): Promise<void> {
  const file = join(dataFolder, name);
  await writeFile(`${file}.new`, `${key}\n`, { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
}
