import { join } from "node:path";
import type { Config } from "../program/config.ts";
import { createLocalFileStore, type FileStore } from "./file-store.ts";
import { createS3FileStore } from "./s3-file-store.ts";
import { createStaging, type Staging } from "./staging.ts";

/** Where files arrive, and where they stay. */
export interface Storage {
  readonly staging: Staging;
  readonly files: FileStore;
}

export function createStorage({ dataFolder, s3 }: Pick<Config, "dataFolder"> & Partial<Pick<Config, "s3">>): Storage {
  return {
    staging: createStaging(join(dataFolder, "incoming")),
    files: s3 ? createS3FileStore(s3) : createLocalFileStore(join(dataFolder, "files")),
  };
}
