import { createWriteStream } from "node:fs";
import { type FileHandle, open, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { setTimeout as sleep } from "node:timers/promises";
import { S3mini, S3ServiceError, type UploadPart } from "s3mini";
import type { ByteRange, FileStore } from "./file-store.ts";

export interface S3Settings {
  /** With the bucket: in the path, or as the first name of the host. */
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface S3Tuning {
  /** Of multipart uploads; S3 wants 5 MiB or more and at most 10,000 parts. */
  readonly partBytes?: number;
  /** Wait before the second attempt; it doubles from there. */
  readonly retryMs?: number;
}

/** 10,000 of them hold 80 GB; four under way hold 32 MiB of memory. */
const PART_BYTES = 8 * 1024 * 1024;
const PARTS_AT_ONCE = 4;
const ATTEMPTS = 4;
const RETRY_MS = 500;

/** Files in a bucket of an S3-compatible store. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: the ways of one store share its connection.
export function createS3FileStore(settings: S3Settings, tuning: S3Tuning = {}): FileStore {
  const { partBytes = PART_BYTES, retryMs = RETRY_MS } = tuning;
  const s3 = new S3mini({ ...settings, fetch: fetchAsStored });
  const ask = <T>(what: string, run: () => Promise<T>) => withRetries(what, run, retryMs);

  async function send(path: string, file: FileHandle, byteSize: number, mediaType: string): Promise<void> {
    if (byteSize <= partBytes) {
      const bytes = await readPart(file, 0, byteSize);
      await ask("put", () => s3.putObject(path, bytes, mediaType));
      return;
    }
    const uploadId = await ask("begin upload", () => s3.getMultipartUploadId(path, mediaType));
    try {
      const sendPart = async (index: number): Promise<UploadPart> => {
        const start = index * partBytes;
        const bytes = await readPart(file, start, Math.min(partBytes, byteSize - start));
        return ask("upload part", () => s3.uploadPart(path, uploadId, bytes, index + 1));
      };
      const parts = await inParallel(Math.ceil(byteSize / partBytes), sendPart);
      await ask("complete upload", () => s3.completeMultipartUpload(path, uploadId, parts));
      // A completion that fails late is answered with 200 and an error inside, which s3mini 1.0 takes for success.
      if ((await ask("head", () => s3.getContentLength(path))) !== byteSize) throw new Error("S3 upload is incomplete");
    } catch (error) {
      await s3.abortMultipartUpload(path, uploadId).catch(() => {});
      throw error;
    }
  }

  return {
    async put(path, localFile, mediaType) {
      const file = await open(localFile);
      try {
        await send(path, file, (await file.stat()).size, mediaType);
      } finally {
        await file.close();
      }
      await rm(localFile);
    },
    read: (path, range) =>
      unlessMissing(async () => {
        const whole = range === undefined;
        const answer = await ask("get", () => s3.getObjectRaw(path, whole, range?.start, range && range.end + 1));
        requireRange(answer, range);
        return { byteSize: sizeOf(answer), stream: streamOf(answer) };
      }),
    size: (path) => unlessMissing(() => ask("head", () => s3.getContentLength(path))),
    async list(key) {
      const found = (await ask("list", () => s3.listObjects("/", `${key}/`))) ?? [];
      return found.map(({ Key }) => Key.slice(key.length + 1)).sort();
    },
    async fetch(path, localFile) {
      const answer = await ask("get", () => s3.getObjectRaw(path));
      await pipeline(streamOf(answer), createWriteStream(localFile));
    },
    async removeAll(key) {
      const prefix = `${key}/`;
      await abortUploads(s3, prefix);
      const found = (await ask("list", () => s3.listObjects("/", prefix))) ?? [];
      const names = found.map(({ Key }) => Key);
      const removed = await ask("delete", () => s3.deleteObjects(names));
      if (removed.includes(false)) throw new Error("S3 delete: not all objects were removed");
    },
  };
}

async function readPart(file: FileHandle, start: number, byteSize: number): Promise<Uint8Array> {
  const bytes = Buffer.allocUnsafe(byteSize);
  let filled = 0;
  while (filled < byteSize) {
    const { bytesRead } = await file.read(bytes, filled, byteSize - filled, start + filled);
    if (bytesRead === 0) throw new Error("the file has become shorter");
    filled += bytesRead;
  }
  return bytes;
}

/** Some at a time; ends when all have ended, so that nothing is sent any more once it has failed. */
async function inParallel<T>(count: number, run: (index: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  let isFailed = false;
  const work = async () => {
    while (next < count && !isFailed) {
      const index = next++;
      try {
        results[index] = await run(index);
      } catch (error) {
        isFailed = true;
        throw error;
      }
    }
  };
  const settled = await Promise.allSettled(Array.from({ length: PARTS_AT_ONCE }, work));
  const failed = settled.find((one) => one.status === "rejected");
  if (failed) throw failed.reason;
  return results;
}

/** What is compressed on the way has no length, and ranges of it would mean something else. */
const fetchAsStored: typeof fetch = (address, init) => {
  const headers = new Headers(init?.headers);
  headers.set("accept-encoding", "identity");
  return fetch(address, { ...init, headers });
};

/** Bytes of another range are worse than none. */
function requireRange({ headers, body }: Response, range: ByteRange | undefined): void {
  if (!range || headers.get("content-range")?.startsWith(`bytes ${range.start}-${range.end}/`)) return;
  void body?.cancel();
  throw new Error("S3 get: the store answers another range than it was asked for");
}

function sizeOf({ headers }: Response): number {
  const total = /\/(\d+)$/.exec(headers.get("content-range") ?? "")?.[1] ?? headers.get("content-length");
  if (total === null) throw new Error("S3 get: the answer tells no length");
  return Number(total);
}

function streamOf({ body }: Response): Readable {
  return body ? Readable.fromWeb(body as ReadableStream) : Readable.from([]);
}

/** As the XML has it: a list of one is no list, and s3mini 1.0 declares another shape. */
interface ListedUploads {
  ListMultipartUploadsResult?: { Upload?: ListedUpload | ListedUpload[] };
}
interface ListedUpload {
  Key: string;
  UploadId: string;
}

/**
 * Takes away parts of an upload whose process died: nobody sees them, and they are charged for. Stores that cannot list
 * them have a rule of their own for that.
 */
async function abortUploads(s3: S3mini, prefix: string): Promise<void> {
  // s3mini 1.0 checks its prefix parameter and does not send it.
  const listing = s3.listMultipartUploads("/", prefix, "GET", { prefix });
  const listed = (await listing.catch(() => ({}))) as ListedUploads;
  for (const { Key, UploadId } of [listed.ListMultipartUploadsResult?.Upload ?? []].flat())
    if (Key.startsWith(prefix)) await s3.abortMultipartUpload(Key, UploadId);
}

/** Repeats what failed on the way or on the other side; what was refused is refused again. */
async function withRetries<T>(what: string, run: () => Promise<T>, retryMs: number): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      const failure = describe(what, error);
      if (!failure.isPassing || attempt === ATTEMPTS) throw failure;
      await sleep(retryMs * 2 ** (attempt - 1));
    }
  }
}

/** What a log may show: S3's own words repeat the key id and the signed request. */
class S3Failure extends Error {
  override readonly name = "S3Failure";
  readonly status: number | undefined;
  readonly isPassing: boolean;

  constructor(message: string, status: number | undefined, isPassing: boolean) {
    super(message);
    this.status = status;
    this.isPassing = isPassing;
  }
}

function describe(what: string, error: unknown): S3Failure {
  const { cause } = error as { cause?: unknown };
  const answered = [error, cause].find((one) => one instanceof S3ServiceError);
  if (answered) {
    const isPassing = answered.status >= 500 || answered.status === 429 || answered.serviceCode === "RequestTimeout";
    return new S3Failure(`S3 ${what}: ${answered.status} ${answered.serviceCode}`, answered.status, isPassing);
  }
  const { code } = (cause ?? error) as { code?: string };
  return new S3Failure(`S3 ${what}: no answer${code ? ` (${code})` : ""}`, undefined, true);
}

async function unlessMissing<T>(look: () => Promise<T>): Promise<T | undefined> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof S3Failure && error.status === 404) return undefined;
    throw error;
  }
}
