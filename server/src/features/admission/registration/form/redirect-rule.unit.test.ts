import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allowedRedirect, readRedirectHost } from "./redirect-rule.ts";

const rule = {
  publicUrl: "https://webinars.example",
  redirectHosts: ["acme.example", "*.partner.example", "acme.example:8443", "xn--mnchen-3ya.example"],
  embedOrigins: ["https://blog.example:444"],
};
const allowed = (url: string | undefined) => allowedRedirect(url, rule);

describe("allowedRedirect", () => {
  it.each([
    ["https://acme.example/thanks?a=b c#d", "https://acme.example/thanks?a=b%20c#d"],
    ["HTTP://ACME.example", "http://acme.example/"],
    ["https://acme.example:443/", "https://acme.example/"],
    ["https://acme.example:8443/a", "https://acme.example:8443/a"],
    ["https://shop.partner.example/", "https://shop.partner.example/"],
    ["https://deep.shop.partner.example/", "https://deep.shop.partner.example/"],
    ["https://blog.example:444/post", "https://blog.example:444/post"],
    ["https://münchen.example/", "https://xn--mnchen-3ya.example/"],
    ["https://webinars.example/wcc/r/1", "https://webinars.example/wcc/r/1"],
    ["/wcc/r/1?x=//evil.example", "https://webinars.example/wcc/r/1?x=//evil.example"],
    ["/", "https://webinars.example/"],
    ["https://acme.example/?to=a@b", "https://acme.example/?to=a@b"],
  ])("leads on to %s", (url, target) => {
    expect(allowed(url)).toBe(target);
  });

  it.each([
    undefined,
    "",
    "thanks",
    "?a=b",
    "#",
    "acme.example",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "https:acme.example",
    "https:///acme.example",
    "https:/acme.example",
    "https://",
    "javascript:alert(1)",
    "java\nscript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "ftp://acme.example/",
    "file:///etc/passwd",
    "blob:https://acme.example/1",
    "mailto:a@acme.example",
    "https://evil.example/",
    "https://acme.example@evil.example/",
    "https://a:b@acme.example/",
    "https://@acme.example/",
    "https://acme.example\\@evil.example/",
    "https://evil.example\\.acme.example/",
    "https://evil.example#.acme.example",
    "https://evil.example?.acme.example",
    "https://acme.example.evil.example/",
    "https://notacme.example/",
    "https://www.acme.example/",
    "https://partner.example/",
    "https://evilpartner.example/",
    "https://acme.example./",
    "https://acme.example:444/",
    "https://shop.partner.example:8443/",
    "http://acme.example:443/",
    "http://blog.example:444/",
    "https://blog.example/",
    "http://webinars.example/",
    "https://webinars.example:8443/",
    "https://аcme.example/",
    "https://acme.example／.evil.example/",
    "https://evil.example／.partner.example/",
    "https://acme\u00ad.example.evil.example/",
    "https://acme\u200b.example/",
    "https://acme.example/\u202e",
    "https://acme.example/\u0000",
    " https://acme.example/",
    "https://acme.example/\n",
    "https://[::1]/",
    "https://acme.example:99999/",
  ])("leads nowhere for %j", (url) => {
    expect(allowed(url)).toBeUndefined();
  });

  it("needs no lists for pages of its own", () => {
    const bare = { publicUrl: "http://localhost:8080", redirectHosts: [] };
    expect(allowedRedirect("/wcc/r/1", bare)).toBe("http://localhost:8080/wcc/r/1");
    expect(allowedRedirect("http://localhost:8080/a", bare)).toBe("http://localhost:8080/a");
    expect(allowedRedirect("http://localhost/a", bare)).toBeUndefined();
  });

  it("never leads to a place that is on no list, whatever is asked for", () => {
    fc.assert(
      fc.property(hostileUrl, (url) => {
        const answer = allowed(url);
        if (answer === undefined) return;
        // As a browser reads it, on whichever page it stands.
        for (const page of ["https://webinars.example/wcc/r/1", "http://elsewhere.example/"]) {
          const { protocol, username, password, origin, host } = new URL(answer, page);
          expect(["http:", "https:"]).toContain(protocol);
          expect(username + password).toBe("");
          const isListed =
            origin === rule.publicUrl ||
            origin === "https://blog.example:444" ||
            rule.redirectHosts.includes(host) ||
            /^[^:]+\.partner\.example$/.test(host);
          expect(isListed).toBe(true);
        }
        expect(allowed(answer)).toBe(answer);
      }),
      { numRuns: 5000 },
    );
  });

  it("leads to every page of a listed host as it is asked for", () => {
    const paths = fc.webUrl({ withQueryParameters: true, withFragments: true }).map((url) => {
      const { pathname, search, hash } = new URL(url);
      return pathname + search + hash;
    });
    fc.assert(
      fc.property(paths, (path) => {
        expect(allowed(`https://acme.example${path}`)).toBe(`https://acme.example${path}`);
        if (!path.startsWith("//")) expect(allowed(path)).toBe(`https://webinars.example${path}`);
      }),
    );
  });

  it("leads to no host that is not listed", () => {
    fc.assert(
      fc.property(fc.webUrl(), (url) => {
        expect(allowed(url)).toBeUndefined();
      }),
    );
  });
});

/** Pieces of addresses put together in ways that have fooled others. */
const hostileUrl = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."https: http: javascript: data: // / \\ @ : # ? . .. %2f %5c %00 :443 :8443 [::1] ; , & =".split(" "),
        ...["\t", "\n", "\r", " ", "\u0000", "\u00a0", "\u200b", "\u202e", "／", "。", "＠", "\ufeff"],
        ...["acme.example", "partner.example", "shop.partner.example", "evil.example", "webinars.example"],
        ...["blog.example:444", "https://acme.example", "https://webinars.example", "https://", "//evil.example"],
      ),
      fc.string({ unit: "grapheme", maxLength: 5 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(""));

describe("readRedirectHost", () => {
  it.each([
    ["example.com", "example.com"],
    [" Example.COM ", "example.com"],
    ["*.Example.com", "*.example.com"],
    ["example.com:8443", "example.com:8443"],
    ["example.com:443", "example.com"],
    ["*.example.com:8443", "*.example.com:8443"],
    ["münchen.de", "xn--mnchen-3ya.de"],
    ["localhost:3000", "localhost:3000"],
    ["203.0.113.7", "203.0.113.7"],
    ["[2001:db8::1]:8443", "[2001:db8::1]:8443"],
  ])("keeps %s as %s", (text, host) => {
    expect(readRedirectHost(text)).toBe(host);
  });

  it.each([
    "",
    "*",
    "*.",
    "*.com",
    "*.localhost",
    "*.*.com",
    "a.*.com",
    "*.203.0.113.7",
    "*.[::1]",
    "https://example.com",
    "example.com/path",
    "example.com?x",
    "example.com#x",
    "user@example.com",
    "example.com.",
    "exa mple.com",
    "example.com:99999",
    "example%2ecom",
    "example.com\\",
  ])("takes no %j", (text) => {
    expect(readRedirectHost(text)).toBeUndefined();
  });

  it("makes lines that stay as they are and mean the host they name", () => {
    fc.assert(
      fc.property(fc.domain(), (domain) => {
        const host = readRedirectHost(domain) ?? "";
        expect(readRedirectHost(host)).toBe(host);
        expect(allowedRedirect(`https://${domain}/a`, { ...rule, redirectHosts: [host] })).toBe(`https://${host}/a`);
      }),
    );
  });
});
