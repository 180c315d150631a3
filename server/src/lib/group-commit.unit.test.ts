import fc from "fast-check";
import { expect, test } from "vitest";
import { createGroupCommit } from "./group-commit.ts";

interface Item {
  key: string;
  n: number;
  isBad?: boolean;
}

function record(most = 512) {
  const groups: Item[][] = [];
  let inFlight = 0;
  const commits = createGroupCommit<Item, string>({
    keyOf: (item) => item.key,
    most,
    isItemsFault: (error) => (error as Error).message === "bad",
    async commit(items) {
      inFlight++;
      expect(inFlight).toBe(1);
      groups.push(items);
      await new Promise(setImmediate);
      inFlight--;
      if (items.some((item) => item.isBad)) throw new Error("bad");
      return items.map((item) => `${item.key}${item.n}`);
    },
  });
  return { groups, commits };
}

test("a lone item goes out at once; what arrives meanwhile goes out together", async () => {
  const { groups, commits } = record();
  const all = ["a", "b", "c"].map((key, n) => commits.submit({ key, n }));
  expect(groups).toHaveLength(1);
  expect(await Promise.all(all)).toEqual(["a0", "b1", "c2"]);
  expect(groups.map((group) => group.length)).toEqual([1, 2]);
});

test("any mix of keys and faults: everybody gets their own result, one flush at a time, no key twice in a group, in order", () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ key: fc.constantFrom("a", "b", "c", "d"), isBad: fc.boolean() }), { maxLength: 40 }),
      fc.integer({ min: 1, max: 5 }),
      async (given, most) => {
        const { groups, commits } = record(most);
        const items = given.map((item, n) => ({ ...item, n }));
        const results = await Promise.allSettled(items.map((item) => commits.submit(item)));
        for (const [n, result] of results.entries())
          expect(result).toMatchObject(
            items[n]?.isBad ? { status: "rejected" } : { status: "fulfilled", value: `${items[n]?.key}${n}` },
          );
        for (const group of groups) {
          expect(group.length).toBeLessThanOrEqual(most);
          expect(new Set(group.map((item) => item.key)).size).toBe(group.length);
        }
        for (const key of ["a", "b", "c", "d"]) {
          const firsts = [
            ...new Set(
              groups
                .flat()
                .filter((item) => item.key === key)
                .map((item) => item.n),
            ),
          ];
          expect(firsts).toEqual(firsts.toSorted((x, y) => x - y));
        }
        await commits.drain();
      },
    ),
  ));
