import type { FastifyRequest } from "fastify";
import type { Config } from "../config.ts";
import { isInRange } from "../lib/address-range.ts";
import { readIpAddress } from "../lib/ip-address.ts";

/**
 * The caller's address; undefined when a proxy that we trust tells something else, or the caller is gone. Whoever asks for
 * one refuses then.
 */
export function clientAddress(request: FastifyRequest): string | undefined {
  return readIpAddress(request.ip);
}

/**
 * Whether we believe who sends a request of whom it is from. What stands before the proxies that we know in X-Forwarded-For is
 * the caller's own word.
 * @param trusted a number of proxies, or their networks
 */
export function trustIn(
  trusted: Config["trustProxy"],
): false | ((address: string | undefined, hop: number) => boolean) {
  if (trusted === false) return false;
  if (typeof trusted === "number") return (_address, hop) => hop < trusted;
  return (text) => {
    const address = readIpAddress(text);
    return address !== undefined && trusted.some((network) => isInRange(address, network));
  };
}
