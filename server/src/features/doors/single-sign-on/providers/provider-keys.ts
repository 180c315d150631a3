import type { Selectable } from "kysely";
import type { Db } from "../../../../db/database.ts";
import { inTransaction, lock } from "../../../../db/transaction.ts";
import type { ServiceProviderKeys } from "../../../../db/types.ts";
import { fail } from "../../../../errors.ts";
import type { Sealer } from "../../../../lib/sealer.ts";
import { findClient } from "../../../base/accounts/queries.ts";
import { singleSignOnChanges } from "../changes.ts";
import { makeKey } from "./make-key.ts";
import { deleteKeyRow, insertKey, listKeys, setKeyState } from "./queries.ts";

export interface KeyDeps {
  readonly db: Db;
  readonly sealer: Sealer;
  readonly publicUrl: string;
  now(): Date;
}

type KeyRow = Selectable<ServiceProviderKeys>;

/** Our keys for a client's identity providers, newest first; the first one is made when it is first asked for. */
export async function getKeys(deps: KeyDeps, clientId: number): Promise<KeyRow[]> {
  const keys = await listKeys(deps.db, clientId);
  if (keys.some(({ state }) => state === "current")) return keys;
  await insertKey(deps.db, await makeSealedKey(deps, clientId, "current"));
  return listKeys(deps.db, clientId);
}

export function openCurrentKey(sealer: Sealer, keys: readonly KeyRow[]): string {
  const current = keys.find(({ state }) => state === "current");
  if (!current) throw new Error("a client has no current key");
  return sealer.open(current.privateKey);
}

/** All that an identity provider may have encrypted for, the current one first. */
export function openKeys(sealer: Sealer, keys: readonly KeyRow[]): string[] {
  const ordered = [...keys].sort((a, b) => Number(b.state === "current") - Number(a.state === "current"));
  return ordered.map(({ privateKey }) => sealer.open(privateKey));
}

interface Author {
  readonly actor: string;
}

/** Makes the key after this one. It is in the metadata from now on, and signs once it is activated. */
export async function prepareKey(deps: KeyDeps, clientId: number, { actor }: Author): Promise<number> {
  await getKeys(deps, clientId);
  const key = await makeSealedKey(deps, clientId, "next");
  return inTransaction(deps.db, async (tx) => {
    const id = (await insertKey(tx, key)) ?? fail("serviceProviderKey.exists", { clientId });
    await singleSignOnChanges.record(tx, "service-provider-key.created", { clientId, subjectId: id, actor });
    return id;
  });
}

/** Signs with this key from now on; what is encrypted for the one before can still be read. */
export async function activateKey(db: Db, clientId: number, keyId: number, { actor }: Author): Promise<void> {
  await inTransaction(db, async (tx) => {
    await lock(tx, `service-provider-keys:${clientId}`);
    const keys = await listKeys(tx, clientId);
    const chosen = keys.find(({ id }) => id === keyId) ?? fail("serviceProviderKey.unknown", { keyId });
    if (chosen.state === "current") return;
    const current = keys.find(({ state }) => state === "current");
    if (current) await setKeyState(tx, clientId, current.id, "old");
    await setKeyState(tx, clientId, keyId, "current");
    await singleSignOnChanges.record(tx, "service-provider-key.activated", { clientId, subjectId: keyId, actor });
  });
}

export async function deleteKey(db: Db, clientId: number, keyId: number, { actor }: Author): Promise<void> {
  await inTransaction(db, async (tx) => {
    await lock(tx, `service-provider-keys:${clientId}`);
    const key = (await listKeys(tx, clientId)).find(({ id }) => id === keyId);
    if (!key) fail("serviceProviderKey.unknown", { keyId });
    if (key.state === "current") fail("serviceProviderKey.current", { keyId });
    await deleteKeyRow(tx, clientId, keyId);
    await singleSignOnChanges.record(tx, "service-provider-key.deleted", { clientId, subjectId: keyId, actor });
  });
}

async function makeSealedKey({ db, sealer, publicUrl, now }: KeyDeps, clientId: number, state: "current" | "next") {
  if (!(await findClient(db, clientId))) fail("client.unknown", { clientId });
  const host = URL.canParse(publicUrl) ? new URL(publicUrl).hostname : "lectern";
  const { certificate, privateKey, expiresAt } = await makeKey(host, now());
  return { clientId, state, certificate, privateKey: sealer.seal(privateKey), expiresAt };
}
