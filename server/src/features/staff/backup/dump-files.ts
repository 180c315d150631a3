import type { FileStore } from "../../../lib/file-store.ts";
import type { AddEntry } from "./archive.ts";
import type { Report } from "./dump-database.ts";

/** Adds everything under these keys of the store; answers how many objects, and the keys under which there was nothing. */
export async function dumpFiles(files: FileStore, keys: readonly string[], add: AddEntry, report: Report) {
  const gone: string[] = [];
  let fileCount = 0;
  for (const [index, key] of keys.entries()) {
    report("Copying files", index + 1, keys.length);
    const before = fileCount;
    for (const name of await files.list(key)) {
      const object = await files.read(`${key}/${name}`);
      if (!object) continue;
      await add(`files/${key}/${name}`, object.byteSize, object.stream);
      fileCount++;
    }
    if (fileCount === before) gone.push(key);
  }
  return { fileCount, gone };
}
