import { fail } from "../../../../errors.ts";
import { decodeXml } from "../../../../lib/decode-xml.ts";
import { FetchFault, type FetchRules, fetchPublic } from "../../../../lib/fetch-public.ts";
import { MOST_METADATA_BYTES } from "../saml/idp-metadata.ts";

const wanted = {
  accept: "application/samlmetadata+xml, application/xml, text/xml",
  mostBytes: MOST_METADATA_BYTES,
};

/** Fetches metadata from an address that somebody typed in. */
export async function fetchMetadata(address: string, rules: FetchRules): Promise<string> {
  try {
    return decode(await fetchPublic(address, wanted, rules));
  } catch (error) {
    if (error instanceof FetchFault) fail("identityProvider.notFetched", { reason: error.message });
    throw error;
  }
}

function decode(bytes: Buffer): string {
  try {
    return decodeXml(bytes);
  } catch {
    return fail("identityProvider.notFetched", { reason: "its encoding cannot be read" });
  }
}
