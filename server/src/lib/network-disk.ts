import { statfs } from "node:fs/promises";

/** What statfs(2) answers on Linux for disks that other machines may have, too. */
const fileSystems = new Map([
  [0x6969, "NFS"],
  [0x517b, "SMB"],
  [0xfe534d42, "SMB"],
  [0xff534d42, "CIFS"],
  [0x01021997, "9P"],
  [0x65735546, "FUSE"],
  [0x00c36400, "Ceph"],
  [0x5346414f, "AFS"],
  [0x0bd00bd0, "Lustre"],
  [0x01161970, "GFS2"],
  [0x7461636f, "OCFS2"],
]);

/** The kind of network disk that a folder lies on; undefined for a disk of this machine's own. */
export async function networkDiskOf(folder: string): Promise<string | undefined> {
  return nameNetworkDisk((await statfs(folder)).type);
}

/** @param type of statfs(2), which some systems give as a negative number */
export function nameNetworkDisk(type: number): string | undefined {
  return fileSystems.get(type >>> 0);
}
