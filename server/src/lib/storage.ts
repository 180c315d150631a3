import { join } from "node:path";
import { createLocalFileStore, type FileStore } from "./file-store.ts";
import { createS3FileStore, type S3Settings } from "./s3-file-store.ts";
import { createStaging, type Staging } from "./staging.ts";

/** Where files arrive, and where they stay. */
export interface Storage {
  readonly staging: Staging;
  readonly files: FileStore;
}

/** Files lie in the data folder, or in the S3-compatible store when one is set. */
export function createStorage({ dataFolder, s3 }: { dataFolder: string; s3?: S3Settings | undefined }): Storage {
  return {
    staging: createStaging(join(dataFolder, "incoming")),
    files: s3 ? createS3FileStore(s3) : createLocalFileStore(join(dataFolder, "files")),
  };
}
