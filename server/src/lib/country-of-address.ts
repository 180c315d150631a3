import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { isIP } from "node:net";
import { Reader, type Response } from "mmdb-lib";

let reader: Reader<Response> | undefined;

/** The country that an IP address is registered in, ISO 3166 alpha-2; undefined for private and unknown ones. */
export function countryOfAddress(ipAddress: string): string | undefined {
  if (isIP(ipAddress) === 0) return undefined;
  reader ??= new Reader(readFileSync(databaseFile()));
  const found = reader.get(ipAddress.replace(/^::ffff:(?=\d+\.)/i, ""));
  return (found as { country_code?: string } | null)?.country_code;
}

/** Of npm, CC0: whose allocations the five registries publish. */
function databaseFile(): string {
  return createRequire(import.meta.url).resolve(
    "@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb",
  );
}
