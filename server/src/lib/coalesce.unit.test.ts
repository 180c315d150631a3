import { expect, test } from "vitest";
import { coalesce } from "./coalesce.ts";

test("calls while a task runs share one more run", async () => {
  const release: (() => void)[] = [];
  let runs = 0;
  const run = coalesce(() => {
    runs++;
    return new Promise<void>((resolve) => release.push(resolve));
  });
  const first = run();
  const others = [run(), run(), run()];
  expect(runs).toBe(1);
  release[0]?.();
  await first;
  await expect.poll(() => runs).toBe(2);
  release[1]?.();
  await Promise.all(others);
  expect(runs).toBe(2);
});

test("a task that fails runs again when it is called again", async () => {
  let runs = 0;
  const run = coalesce(async () => {
    runs++;
    if (runs === 1) throw new Error("away");
  });
  const [first, second] = await Promise.allSettled([run(), run()]);
  expect([first.status, second.status, runs]).toEqual(["rejected", "fulfilled", 2]);
});
