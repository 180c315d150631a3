import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSealer } from "./sealer.ts";

const sealer = createSealer(randomBytes(32).toString("hex"));
const stranger = createSealer(randomBytes(32).toString("hex"));

describe("a sealer", () => {
  it("knows its own signatures, by purpose and text", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, other) => {
        const signature = sealer.sign("person", text);
        expect(signature).toMatch(/^[\w-]{22}$/);
        expect(sealer.isSigned("person", text, signature)).toBe(true);
        expect(sealer.isSigned("seat", text, signature)).toBe(false);
        expect(sealer.isSigned("person", other, signature)).toBe(text === other);
        expect(stranger.isSigned("person", text, signature)).toBe(false);
        expect(sealer.isSigned("person", text, other)).toBe(false);
      }),
    );
  });

  it("takes its signatures in the one spelling that it writes", () => {
    const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const signature = sealer.sign("person", "17");
    const spellings = [
      ...[...letters].map((letter) => signature.slice(0, -1) + letter),
      ...[`${signature}=`, `${signature}==`, ` ${signature}`, `${signature}\n`, signature.replaceAll("-", "+")],
    ];
    const accepted = new Set(spellings.filter((one) => sealer.isSigned("person", "17", one)));
    expect([...accepted]).toEqual([signature]);
  });

  it("opens what it sealed, and nothing that was changed or is another's", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat(), (text, at) => {
        const sealed = sealer.seal(text);
        expect(sealer.open(sealed)).toBe(text);
        expect(() => stranger.open(sealed)).toThrow();
        const changed = Buffer.from(sealed);
        changed[at % changed.length] = (changed[at % changed.length] ?? 0) ^ 1;
        expect(() => sealer.open(changed)).toThrow();
      }),
    );
    expect(() => sealer.open(Buffer.alloc(3))).toThrow();
    expect(sealer.seal("same").equals(sealer.seal("same"))).toBe(false);
  });
});
