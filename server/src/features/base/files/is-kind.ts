import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { fileTypeFromFile } from "file-type";

// Each answers for one kind whether a file is of it, never what a file might be: many files are of several kinds.

type Question = (path: string) => Promise<boolean>;

/** @param texts of Latin-1, any of them */
export function startsWith(at: number, ...texts: readonly string[]): Question {
  const length = Math.max(...texts.map((text) => text.length));
  return (path) =>
    withFile(path, async (file) => {
      const found = (await readAt(file, at, length)).toString("latin1");
      return texts.some((text) => found.startsWith(text));
    });
}

/** As far into the file as PDFium and Acrobat look for its first line. */
const PDF_HEAD_BYTES = 1024;

export function isPdf(path: string): Promise<boolean> {
  return withFile(path, async (file) => (await readAt(file, 0, PDF_HEAD_BYTES)).includes("%PDF-"));
}

/** Boxes that a QuickTime file from before `ftyp` may begin with. */
const oldBoxes = ["moov", "mdat", "wide", "free", "skip", "pnot"];
/** HEIF and JPEG 2000 keep pictures in the same boxes. */
const picture = /^(avif|mif1|hei[cmsx]|jp2 |jpx |jxl |crx )/;

/** MP4 and QuickTime, which one reader reads, whatever of them the brand names. */
export function isMovie(path: string): Promise<boolean> {
  return withFile(path, async (file) => {
    const head = (await readAt(file, 4, 8)).toString("latin1");
    const box = head.slice(0, 4);
    return box === "ftyp" ? head.length === 8 && !picture.test(head.slice(4)) : oldBoxes.includes(box);
  });
}

/** A file has one tag, or two by programs that did not see the first. */
const MAX_TAGS = 8;
const MAX_ZEROS = 64 * 1024;

/** MPEG sound of layer II or III, which begins after its ID3 tags and the zeros that fill up. */
export function isMp3(path: string): Promise<boolean> {
  return withFile(path, async (file) => {
    let at = 0;
    for (let count = 0; count < MAX_TAGS; count++) {
      const tag = await readAt(file, at, 10);
      if (tag.length < 10 || tag.toString("latin1", 0, 3) !== "ID3") break;
      at += lengthOfTag(tag);
    }
    const start = await readAt(file, at, MAX_ZEROS);
    return isFrame(start.subarray(start.findIndex((byte) => byte !== 0)));
  });
}

/** ID3v2: seven bits of each byte count; a flag tells of a footer. */
function lengthOfTag(tag: Buffer): number {
  const size = tag.subarray(6, 10).reduce((sum, byte) => sum * 128 + (byte & 127), 0);
  return 10 + size + ((tag[5] ?? 0) & 0x10 ? 10 : 0);
}

/** ISO 11172-3: eleven bits set, then version, layer, bit rate and sampling rate, of which some are never used. */
function isFrame([sync, kind = 0, rates = 0]: Buffer): boolean {
  const layer = (kind >> 1) & 3;
  const isKnown = ((kind >> 3) & 3) !== 1 && (layer === 1 || layer === 2);
  return sync === 0xff && kind >= 0xe0 && isKnown && rates >> 4 !== 15 && ((rates >> 2) & 3) !== 3;
}

/** An Office file of old: a compound file with a stream of one of these names. */
export function hasStream(...names: readonly string[]): Question {
  const isCompound = startsWith(0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
  const wanted = names.map((name) => Buffer.from(`${name}\0`, "utf16le"));
  const longest = Math.max(...wanted.map((name) => name.length));
  return async (path) => {
    if (!(await isCompound(path))) return false;
    let tail = Buffer.alloc(0);
    for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
      const bytes = Buffer.concat([tail, chunk as Buffer]);
      if (wanted.some((name) => bytes.includes(name))) return true;
      tail = bytes.subarray(-longest);
    }
    return false;
  };
}

/** An Office file of today: a ZIP whose list of parts names it. Broken ones can make the library give up with an error. */
export function isOffice(extension: "docx" | "xlsx" | "pptx"): Question {
  return async (path) => {
    try {
      return (await fileTypeFromFile(path))?.ext === extension;
    } catch (error) {
      if ((error as { syscall?: string }).syscall !== undefined) throw error;
      return false;
    }
  };
}

async function withFile(path: string, ask: (file: FileHandle) => Promise<boolean>): Promise<boolean> {
  const file = await open(path);
  try {
    return await ask(file);
  } finally {
    await file.close();
  }
}

async function readAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
  return buffer.subarray(0, bytesRead);
}
