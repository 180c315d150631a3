import { beforeAll, describe, expect, test } from "vitest";
import { besideApp, type TestApp, withApp } from "../../../../test/harness.ts";
import { operated } from "../../../../test/operator-api.ts";
import { ada, createVisitor } from "../../../../test/page-fixture.ts";
import type { TrustedProxies } from "../../../setting-values.ts";

await withApp();
let made = 0;

/** What is stored of somebody who registers with these headers, or the page's status. */
async function comeWith(app: TestApp, forwarded: string | undefined, origin?: object) {
  const { id: clientId } = await app.build.client();
  const { id, audienceKey } = await app.build.event(clientId);
  if (origin) await operated(app, `PUT /clients/${clientId}/events/${id}/gates/origin`, origin);
  const visitor = createVisitor(app);
  const headers = forwarded === undefined ? {} : { "x-forwarded-for": forwarded };
  const form = { ...ada, email: `ada${++made}@acme.com` };
  const { statusCode } = await visitor.post(`/wcc/r/${id}/${audienceKey}`, form, headers);
  const [person] = await visitor.people(id);
  return person === undefined ? statusCode : person.ip_address;
}

const behind: [string, TrustedProxies, [string | undefined, string | null][]][] = [
  [
    "one proxy",
    1,
    [
      ["198.51.100.7", "198.51.100.7"],
      ["203.0.113.9, 198.51.100.7", "198.51.100.7"],
      ["203.0.113.9,198.51.100.7:51234", "198.51.100.7"],
      ["[2001:db8::7]:443", "2001:db8::7"],
      ["::ffff:198.51.100.7", "198.51.100.7"],
      ["198.51.100.7, unknown", null],
      [undefined, "127.0.0.1"],
    ],
  ],
  ["two proxies", 2, [["203.0.113.9, 198.51.100.7, 10.0.0.1", "198.51.100.7"]]],
  [
    "proxies in two networks",
    ["127.0.0.0/8", "10.0.0.0/8"],
    [
      ["203.0.113.9, 198.51.100.7, 10.0.0.1:443", "198.51.100.7"],
      ["10.0.0.2, 198.51.100.7", "198.51.100.7"],
      ["203.0.113.9, unknown", null],
    ],
  ],
  ["nobody we trust", false, [["203.0.113.9", "127.0.0.1"]]],
];

describe.each(behind)("behind %s", (_name, trustProxy, cases) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await besideApp({ trustProxy });
  });

  test.each(cases)("%s comes from %s", async (forwarded, address) => {
    expect(await comeWith(app, forwarded)).toBe(address);
  });

  test("an address that cannot be read passes neither what is blocked nor what is allowed", async () => {
    if (trustProxy === false) return;
    const unknown = trustProxy === 2 ? "unknown, 127.0.0.1" : "unknown";
    for (const gate of [
      { blockedAddresses: ["198.51.100.0/24"] },
      { allowedAddresses: ["198.51.100.0/24"] },
      { blockedCountries: ["DE"] },
      { allowedCountries: ["DE"] },
    ])
      expect(await comeWith(app, unknown, gate)).toBe(403);
  });

  test("a block list holds for whoever stands behind the proxies", async () => {
    const chain = trustProxy === 2 ? "203.0.113.9, 198.51.100.7:1, 127.0.0.1" : "203.0.113.9, 198.51.100.7:1";
    const expected = trustProxy === false ? "127.0.0.1" : 403;
    expect(await comeWith(app, chain, { blockedAddresses: ["198.51.100.0/24"] })).toBe(expected);
  });
});
