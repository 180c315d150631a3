import { join } from "node:path";
import type { Config } from "./config.ts";
import { createLocalFileStore, type FileStore } from "./lib/file-store.ts";
import { createStaging, type Staging } from "./lib/staging.ts";

/** Where files arrive, and where they stay. */
export interface Storage {
  readonly staging: Staging;
  readonly files: FileStore;
}

export function createStorage({ dataFolder }: Pick<Config, "dataFolder">): Storage {
  return {
    staging: createStaging(join(dataFolder, "incoming")),
    files: createLocalFileStore(join(dataFolder, "files")),
  };
}
