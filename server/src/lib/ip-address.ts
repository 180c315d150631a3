import { isIP, SocketAddress } from "node:net";

/** An address in brackets, or one of IPv4 by itself, each with a port. */
const withPort = /^(?:\[([\da-f:.]{2,45})\]|(\d[\d.]{6,14}))(?::\d{1,5})?$/i;

/**
 * Reads an IP address as proxies tell it: by itself, `192.0.2.1:443` or `[2001:db8::1]:443`; undefined for anything else.
 * IPv4 in IPv6's clothes, as sockets tell it, is IPv4.
 * @param text undefined for a connection that is gone
 */
export function readIpAddress(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const [, inBrackets, ofIpv4] = text.length > 64 ? [] : (withPort.exec(text) ?? []);
  const address = inBrackets ?? ofIpv4 ?? text;
  const version = inBrackets === undefined || isIP(inBrackets) === 6 ? isIP(address) : 0;
  // A zone (fe80::1%eth0) means something on one machine only.
  if (version === 0 || address.includes("%")) return undefined;
  if (version === 4) return address;
  return new SocketAddress({ address, family: "ipv6" }).address.replace(/^::ffff:(?=\d+\.)/, "");
}
