import { expect, test, vi } from "vitest";
import { createLoadCache } from "./load-cache.ts";

test("loads once for all who ask meanwhile, then answers at once", async () => {
  const load = vi.fn(async (key: string) => ({ key }));
  const cache = createLoadCache(load);
  const [one, other] = await Promise.all([cache.get("a"), cache.get("a")]);
  expect(one).toBe(other);
  expect(cache.get("a")).toBe(one);
  expect(load).toHaveBeenCalledTimes(1);
});

test("a miss is asked for again", async () => {
  const found = [undefined, { here: true }];
  const cache = createLoadCache(async () => found.shift());
  expect(await cache.get("a")).toBeUndefined();
  expect(await cache.get("a")).toEqual({ here: true });
});

test("what was dropped while it was loading is not kept", async () => {
  let version = 1;
  const cache = createLoadCache(async () => ({ version }));
  const loading = cache.get("a");
  cache.drop("a");
  version = 2;
  expect(await loading).toEqual({ version: 1 });
  expect(await cache.get("a")).toEqual({ version: 2 });
});

test("the longest-kept entry goes when there are too many", async () => {
  const load = vi.fn(async (key: number) => ({ key }));
  const cache = createLoadCache(load, 2);
  for (const key of [1, 2, 3, 2]) await cache.get(key);
  expect(load).toHaveBeenCalledTimes(3);
  await cache.get(1);
  expect(load).toHaveBeenCalledTimes(4);
});
