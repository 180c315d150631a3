import { inTransaction } from "../../../../db/transaction.ts";
import { fail } from "../../../../errors.ts";
import { findClient } from "../../../base/accounts/queries.ts";
import { singleSignOnChanges } from "../changes.ts";
import {
  type MetadataSource,
  type ProviderDeps,
  type ProviderSettings,
  readSource,
  writeMapping,
} from "./provider-settings.ts";
import { insertProvider, type Purpose } from "./queries.ts";

/** Takes an identity provider's word on people from now on. */
export async function createProvider(
  deps: ProviderDeps,
  clientId: number,
  given: MetadataSource & ProviderSettings & { name: string; purposes: Purpose[] },
  { actor }: { actor: string },
): Promise<number> {
  if (!(await findClient(deps.db, clientId))) fail("client.unknown", { clientId });
  const { metadata: _text, metadataUrl: _address, attributes, ...settings } = given;
  const columns = { ...(await readSource(deps, given)), ...settings, ...writeMapping(attributes) };
  return inTransaction(deps.db, async (tx) => {
    const provider = await insertProvider(tx, { clientId, ...columns });
    const { id } = provider ?? fail("identityProvider.exists", { clientId, entityId: columns.entityId });
    await singleSignOnChanges.record(tx, "identity-provider.created", { clientId, subjectId: id, actor });
    return id;
  });
}
