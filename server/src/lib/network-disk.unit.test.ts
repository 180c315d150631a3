import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { nameNetworkDisk, networkDiskOf } from "./network-disk.ts";

test.each([
  [0x6969, "NFS"],
  [0xff534d42, "CIFS"],
  [0xff534d42 | 0, "CIFS"],
  [0x65735546, "FUSE"],
  [0xef53, undefined],
  [0x794c7630, undefined],
])("the file system %d is %s", (type, name) => {
  expect(nameNetworkDisk(type)).toBe(name);
});

test("the disk of temporary files is this machine's own", async () => {
  expect(await networkDiskOf(tmpdir())).toBeUndefined();
});
