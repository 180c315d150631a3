import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createStaging, TooLargeError } from "./staging.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-staging-"));
});
afterAll(() => rm(folder, { recursive: true }));

function breakOff(this: Readable): void {
  this.destroy(new Error("gone"));
}
function growTooLarge(this: Readable): void {
  this.push("xx");
}

test.each<[string, typeof Error | typeof TooLargeError, (this: Readable) => void]>([
  ["breaks off", Error, breakOff],
  ["grows too large", TooLargeError, growTooLarge],
])("a stream that %s as its file is being made leaves nothing", async (_how, expected, read) => {
  const staging = createStaging(folder);
  const receive = async () => {
    const stream = new Readable({ read });
    await expect(staging.receive(stream, { name: "talk.mp4", maxBytes: 1 })).rejects.toBeInstanceOf(expected);
  };
  // Many at once, so that the system is slow to make files.
  await Promise.all(Array.from({ length: 200 }, receive));
  await sleep(50);
  expect(await readdir(folder)).toEqual([]);
});
