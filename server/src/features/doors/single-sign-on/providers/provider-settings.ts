import type { Db } from "../../../../db/database.ts";
import { fail } from "../../../../errors.ts";
import type { FetchRules } from "../../../../lib/fetch-public.ts";
import type { AttributeMapping } from "../saml/attribute-mapping.ts";
import { inSamlThread } from "../saml/in-saml-thread.ts";
import { fetchMetadata } from "./fetch-metadata.ts";
import type { Purpose } from "./queries.ts";

/** One of the two; the address is read again every day. */
export interface MetadataSource {
  readonly metadata?: string;
  readonly metadataUrl?: string;
}

export interface ProviderSettings {
  readonly name?: string;
  readonly purposes?: Purpose[];
  readonly attributes?: AttributeMapping;
  readonly isActive?: boolean;
  readonly areRequestsSigned?: boolean;
  readonly isUnsolicitedAllowed?: boolean;
  readonly createsUsers?: boolean;
}

export interface ProviderDeps {
  readonly db: Db;
  readonly rules: FetchRules;
  now(): Date;
}

/** What a provider says of itself, as columns. */
export async function readSource({ rules, now }: ProviderDeps, { metadata, metadataUrl }: MetadataSource) {
  if ((metadata === undefined) === (metadataUrl === undefined))
    fail("identityProvider.metadata", { reason: "give either metadata or metadataUrl" });
  const xml = metadata ?? (await fetchMetadata(metadataUrl ?? "", rules));
  const read = await inSamlThread("readIdpMetadata", xml);
  const metadataFetchedAt = metadataUrl === undefined ? null : now();
  return { ...read, metadataUrl: metadataUrl ?? null, metadataFetchedAt, metadataFault: null };
}

export function writeMapping(attributes: AttributeMapping | undefined) {
  return attributes === undefined ? {} : { attributes: JSON.stringify(attributes) };
}
