import type { Db } from "../../../../db/database.ts";
import { inTransaction } from "../../../../db/transaction.ts";
import { fail } from "../../../../errors.ts";
import { singleSignOnChanges } from "../changes.ts";
import {
  type MetadataSource,
  type ProviderDeps,
  type ProviderSettings,
  readSource,
  writeMapping,
} from "./provider-settings.ts";
import { findProvider, findProviderByName, updateProvider as write } from "./queries.ts";

/** Changes settings, or what the provider says of itself. */
export async function updateProvider(
  deps: ProviderDeps,
  clientId: number,
  id: number,
  given: MetadataSource & ProviderSettings,
  { actor }: { actor: string },
): Promise<void> {
  const { metadata, metadataUrl, attributes, ...settings } = given;
  if (!(await findProvider(deps.db, clientId, id))) fail("identityProvider.unknown", { providerId: id });
  const isReread = metadata !== undefined || metadataUrl !== undefined;
  const source = isReread ? await readSource(deps, given) : undefined;
  await inTransaction(deps.db, async (tx) => {
    if (source) await requireFreeName(tx, clientId, id, source.entityId);
    const changes = { ...source, ...settings, ...writeMapping(attributes), modifiedAt: deps.now() };
    await write(tx, clientId, id, changes);
    await singleSignOnChanges.record(tx, "identity-provider.updated", { clientId, subjectId: id, actor });
  });
}

async function requireFreeName(tx: Db, clientId: number, id: number, entityId: string): Promise<void> {
  const other = await findProviderByName(tx, clientId, entityId);
  if (other && other.id !== id) fail("identityProvider.exists", { clientId, entityId });
}
