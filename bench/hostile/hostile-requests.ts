import { connect, type Socket } from "node:net";

/** Requests of strangers, each made to take more of the server than it costs to send. */
export type HostileRequest = (baseUrl: string, page: string) => Promise<Response>;

const form = (fields: Record<string, string>) => ({ method: "POST", body: new URLSearchParams(fields) });
const saml = (xml: string) => form({ SAMLResponse: Buffer.from(xml).toString("base64") });
const issued = "<Response><Issuer>x</Issuer>";

export const hostileRequests: Record<string, HostileRequest> = {
  "XML of 55,000 elements": (baseUrl) =>
    fetch(`${baseUrl}/saml/4497/acs`, saml(`${issued}${"<a/>".repeat(55_000)}</Response>`)),
  "XML of 30,000 declarations": (baseUrl) =>
    fetch(`${baseUrl}/saml/4497/acs`, saml(`${"<?xml ?>".repeat(30_000)}${issued}</Response>`)),
  "XML of open tags": (baseUrl) => fetch(`${baseUrl}/saml/4497/acs`, saml("<a ".repeat(80_000))),
  "digits and an x": (baseUrl, page) => fetch(`${baseUrl}${page}`, form({ std1: `${"9".repeat(60_000)}x` })),
  "blanks in Accept-Language": (baseUrl, page) =>
    fetch(`${baseUrl}${page}`, { headers: { "accept-language": `en${" ".repeat(10_000)}x` } }),
  "an id beyond numbers": (baseUrl) => fetch(`${baseUrl}/api/clients/1e308/events/9223372036854775808`),
};

/** Connections that begin a body and never send the rest. */
export function holdHalfBodies(port: number, count: number): Socket[] {
  return Array.from({ length: count }, () => {
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => {});
    socket.write("POST /v2/client/4497/event HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\na=");
    return socket;
  });
}
