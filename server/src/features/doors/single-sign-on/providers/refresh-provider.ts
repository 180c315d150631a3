import { inTransaction } from "../../../../db/transaction.ts";
import { fail } from "../../../../errors.ts";
import { singleSignOnChanges } from "../changes.ts";
import type { IdpMetadata } from "../saml/idp-metadata.ts";
import { type ProviderDeps, readSource } from "./provider-settings.ts";
import { type IdentityProvider, updateProvider } from "./queries.ts";

/**
 * Reads the metadata of a provider anew from its address, so that new certificates are known in time. Another name in it is
 * refused: it would be another provider.
 */
export async function refreshProvider(
  deps: ProviderDeps,
  provider: IdentityProvider,
  { actor }: { actor: string },
): Promise<void> {
  const { clientId, id, metadataUrl } = provider;
  if (metadataUrl === null) fail("identityProvider.noAddress", { providerId: id });
  const read = await readSource(deps, { metadataUrl });
  if (read.entityId !== provider.entityId)
    fail("identityProvider.metadata", { reason: "it is of another identity provider" });
  await inTransaction(deps.db, async (tx) => {
    await updateProvider(tx, clientId, id, read);
    if (!isSame(read, provider)) {
      await updateProvider(tx, clientId, id, { modifiedAt: deps.now() });
      await singleSignOnChanges.record(tx, "identity-provider.updated", { clientId, subjectId: id, actor });
    }
  });
}

function isSame(read: IdpMetadata, { ssoUrl, sloUrl, certificates }: IdpMetadata): boolean {
  const isKnown = read.ssoUrl === ssoUrl && read.sloUrl === sloUrl;
  return isKnown && read.certificates.join() === certificates.join();
}
