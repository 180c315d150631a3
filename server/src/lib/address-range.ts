import { BlockList, isIP } from "node:net";

/** Whether an IP address lies in a range (203.0.113.0/24, 2001:db8::/32) or is that address. */
export function isInRange(ipAddress: string, range: string): boolean {
  const version = isIP(ipAddress);
  if (version === 0 || !isRange(range)) return false;
  return listOf(range).check(ipAddress, version === 6 ? "ipv6" : "ipv4");
}

/** Whether a text is an IP address or a range of them. */
export function isRange(text: string): boolean {
  const [address = "", prefix, ...rest] = text.split("/");
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 6 ? 128 : 32));
}

function listOf(range: string): BlockList {
  const [address = "", prefix] = range.split("/");
  const family = isIP(address) === 6 ? "ipv6" : "ipv4";
  const list = new BlockList();
  if (prefix === undefined) list.addAddress(address, family);
  else list.addSubnet(address, Number(prefix), family);
  return list;
}
