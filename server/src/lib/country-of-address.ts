import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { isIP, SocketAddress } from "node:net";
import { Reader, type Response } from "mmdb-lib";
import { isReserved } from "./address-range.ts";

let reader: Reader<Response> | undefined;

/** The country that an IP address is registered in, ISO 3166 alpha-2; undefined for private and unknown ones. */
export function countryOfAddress(ipAddress: string): string | undefined {
  const version = isIP(ipAddress);
  if (version === 0 || ipAddress.includes("%") || isReserved(ipAddress)) return undefined;
  reader ??= new Reader(readFileSync(databaseFile()));
  const found = reader.get(version === 6 ? withoutMapping(ipAddress) : ipAddress);
  return (found as { country_code?: string } | null)?.country_code;
}

/** IPv4 in IPv6's clothes, as sockets tell it, whichever way it is written. */
function withoutMapping(ipAddress: string): string {
  return new SocketAddress({ address: ipAddress, family: "ipv6" }).address.replace(/^::ffff:(?=\d+\.)/, "");
}

/** Of npm, CC0: whose allocations the five registries publish. */
function databaseFile(): string {
  return createRequire(import.meta.url).resolve(
    "@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb",
  );
}
