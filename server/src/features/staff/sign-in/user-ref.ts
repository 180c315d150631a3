import { readId } from "../../../lib/read-id.ts";
import type { Owner } from "./second-factor.ts";

/** How links and forms name a user: `{client}.{user}`. */
export function writeUserRef({ clientId, id }: { readonly clientId: number; readonly id: number }): string {
  return `${clientId}.${id}`;
}

/** Undefined for every other spelling: what is counted by user would be counted by spelling. */
export function readUserRef(text: string): Owner | undefined {
  const [clientId, userId] = text.split(".").map((part) => readId(part));
  if (clientId === undefined || userId === undefined) return undefined;
  return writeUserRef({ clientId, id: userId }) === text ? { clientId, userId } : undefined;
}
