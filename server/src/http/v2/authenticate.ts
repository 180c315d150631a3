import { timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import type { AccessName, Operation } from "@lectern/contract/operations";
import { fail } from "../../errors.ts";
import { hashSecret } from "../../lib/secrets.ts";
import type { Fields } from "../forms.ts";
import type { CalledClient, CalledEvent, Directory, TokenRecord } from "./directory.ts";

/** Finds the token of a header pair, or refuses the call. */
export async function authenticate(directory: Directory, headers: IncomingHttpHeaders): Promise<TokenRecord> {
  const { accesstokenkey: key, accesstokensecret: secret } = headers;
  if (typeof key !== "string" || typeof secret !== "string" || key === "" || secret === "") fail("token.missing");
  // What cannot be a key is not looked for, so that guessing costs no query.
  const found = keyPattern.test(key) ? directory.findToken(key) : undefined;
  const token = found instanceof Promise ? await found : found;
  // Compared in constant time, and also when no such key exists, so that time tells nothing about keys.
  const isRight = timingSafeEqual(hashSecret(secret), token?.secretHash ?? noHash);
  if (!token || !isRight) fail("token.wrong");
  if (!token.isActive) fail("token.deactivated");
  directory.recordUse(token);
  return token;
}

const keyPattern = /^[0-9A-F]{32}$/;
const noHash = Buffer.alloc(32);

/** Whether a token may call an operation with this query. */
export function hasAccess(token: TokenRecord, { access, accessWith }: Operation, query: Fields): boolean {
  const needed = accessWith && query[accessWith.parameter] !== undefined ? accessWith.access : access;
  return hasRight(token, needed as AccessName);
}

export function hasRight({ access }: TokenRecord, right: AccessName): boolean {
  return access.has("all") || access.has(right);
}

/** Finds the client that a path names, if the token reaches it: its own client, or one below at any depth. */
export async function reachClient(directory: Directory, token: TokenRecord, idText: string): Promise<CalledClient> {
  const client = await findById(idText, (id) => directory.findClient(id));
  if (!client) fail("client.unknown", { clientId: idText });
  if (!client.path.includes(token.clientId)) fail("token.noPermission");
  return client;
}

/** A client whose account is closed, or whose contract has ended, is refused everything. */
export function requireOpenAccount(client: CalledClient, now: Date): void {
  if (!client.isActive) fail("client.inactive", { clientId: client.id });
  if (client.contractEndsAt && client.contractEndsAt <= now) fail("client.contractExpired", { clientId: client.id });
}

/** Finds an active event of exactly this client, or of one below it if children are reached, with the client it belongs to. */
export async function reachEvent(
  directory: Directory,
  client: CalledClient,
  idText: string,
  areChildrenReached: boolean,
): Promise<{ client: CalledClient; event: CalledEvent } | undefined> {
  const event = await findById(idText, (id) => directory.findEvent(id));
  if (!event) return undefined;
  const owner = event.clientId === client.id ? client : await directory.findClient(event.clientId);
  const isReached = owner === client || (areChildrenReached && owner?.path.includes(client.id));
  if (!owner || !isReached) return undefined;
  if (!event.isActive) fail("event.inactive", { eventId: event.id });
  return { client: owner, event };
}

async function findById<T>(idText: string, find: (id: number) => T | Promise<T>): Promise<T | undefined> {
  // Ids are whole numbers; 15 digits stay exact in a double and inside bigint.
  if (!/^\d{1,15}$/.test(idText)) return undefined;
  const found = find(Number(idText));
  return found instanceof Promise ? await found : found;
}
