import { BlockList, isIP } from "node:net";

/** Whether an IP address lies in a range (203.0.113.0/24, 2001:db8::/32) or is that address. */
export function isInRange(ipAddress: string, range: string): boolean {
  const version = isIP(ipAddress);
  if (version === 0 || !isRange(range)) return false;
  return addTo(new BlockList(), range).check(ipAddress, version === 6 ? "ipv6" : "ipv4");
}

/** Whether a text is an IP address or a range of them. */
export function isRange(text: string): boolean {
  const [address = "", prefix, ...rest] = text.split("/");
  const version = isIP(address);
  // A zone (fe80::1%eth0) means something on one machine only.
  if (version === 0 || rest.length > 0 || address.includes("%")) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 6 ? 128 : 32));
}

const reserved = [
  ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24"],
  ...["192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3"],
  ...["::/127", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8", "100::/64", "2001:db8::/32"],
].reduce(addTo, new BlockList());

/** Whether an address belongs to nobody on the internet: private, of this machine, for examples (RFC 6890). */
export function isReserved(ipAddress: string): boolean {
  return reserved.check(ipAddress, isIP(ipAddress) === 6 ? "ipv6" : "ipv4");
}

function addTo(list: BlockList, range: string): BlockList {
  const [address = "", prefix] = range.split("/");
  const family = isIP(address) === 6 ? "ipv6" : "ipv4";
  if (prefix === undefined) list.addAddress(address, family);
  else list.addSubnet(address, Number(prefix), family);
  return list;
}
