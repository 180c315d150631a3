import { isIP } from "node:net";

/**
 * The network that an address is in, named by its first parts; addresses of one network have one name.
 * @param address as `readIpAddress` gives it; anything else is its own name
 * @param bits of the network, whole bytes of IPv4 and whole groups of IPv6
 */
export function networkOf(address: string, bits: { ipv4: number; ipv6: number }): string {
  const version = isIP(address);
  if (version === 4)
    return `${address
      .split(".")
      .slice(0, bits.ipv4 / 8)
      .join(".")}/${bits.ipv4}`;
  if (version === 6)
    return `${groupsOf(address)
      .slice(0, bits.ipv6 / 16)
      .join(":")}/${bits.ipv6}`;
  return address;
}

/** The eight groups of an IPv6 address, without leading zeros. */
function groupsOf(address: string): string[] {
  // Its last 32 bits may be written as IPv4.
  const isMixed = address.includes(".");
  const [head = "", tail] = (isMixed ? `${address.slice(0, address.lastIndexOf(":"))}:0:0` : address).split("::");
  const groups = (text: string | undefined) => (text ? text.split(":") : []);
  const [first, last] = [groups(head), groups(tail)];
  const missing = Array<string>(Math.max(0, 8 - first.length - last.length)).fill("0");
  return [...first, ...missing, ...last].map((group) => Number.parseInt(group, 16).toString(16));
}
