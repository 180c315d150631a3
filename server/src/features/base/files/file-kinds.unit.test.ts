import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FileExtension, findMediaType } from "./file-kinds.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-test-kinds-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** What a file is taken for that is named by this extension. */
async function ask(extension: FileExtension, content: Buffer): Promise<string | undefined> {
  const path = join(folder, "upload");
  await writeFile(path, content);
  return findMediaType({ path, name: `a.${extension}`, byteSize: content.length }, [extension]);
}

const bytes = (...parts: string[]) => Buffer.concat([Buffer.from(parts.join(""), "latin1"), Buffer.alloc(64)]);
const png = (...chunks: string[]) => bytes("\x89PNG\r\n\x1a\n", "\0\0\0\rIHDR", "\0".repeat(17), ...chunks);
const compound = (name: string) =>
  Buffer.concat([bytes("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), Buffer.from(name, "utf16le"), Buffer.alloc(64)]);
const frame = "\xff\xfb\x90\x64";
const idat = "\0\0\0\x01IDAT";

describe("is one, as its readers would say", () => {
  test.each<[what: string, FileExtension, Buffer, mediaType: string]>([
    ["a picture", "png", png(idat), "image/png"],
    ["an animated picture", "png", png("\0\0\0\x08acTL", "\0".repeat(12), idat), "image/png"],
    ["an animated GIF", "gif", bytes("GIF89a"), "image/gif"],
    ["a JPEG without JFIF", "jpg", bytes("\xff\xd8\xff\xdb"), "image/jpeg"],
    ["a PDF after a blank line", "pdf", bytes("\r\n%PDF-1.7"), "application/pdf"],
    ["a PDF after a mail's rest", "pdf", bytes("x".repeat(900), "%PDF-1.4"), "application/pdf"],
    ["an MP3 without a tag", "mp3", bytes(frame), "audio/mpeg"],
    [
      "an MP3 with zeros after its tag",
      "mp3",
      bytes("ID3\x03\0\0\0\0\0\x04tags", "\0".repeat(3000), frame),
      "audio/mpeg",
    ],
    ["an MP3 with two tags", "mp3", bytes("ID3\x04\0\0\0\0\0\0", "ID3\x03\0\0\0\0\0\0", frame), "audio/mpeg"],
    ["sound of layer II", "mp3", bytes("\xff\xfd\x84\x04"), "audio/mpeg"],
    ["an audio book's brand", "mp4", bytes("\0\0\0\x14ftypM4B "), "video/mp4"],
    ["a film of an unknown brand", "mov", bytes("\0\0\0\x14ftypXAVC"), "video/quicktime"],
    ["a QuickTime film of old", "mov", bytes("\0\0\0\x08wide\0\0\0\x10mdat"), "video/quicktime"],
    ["Excel 95", "xls", compound("Book"), "application/vnd.ms-excel"],
    ["Word 97", "doc", compound("WordDocument"), "application/msword"],
  ])("%s: %s", async (_what, extension, content, mediaType) => {
    expect(await ask(extension, content)).toBe(mediaType);
  });

  test.each<[what: string, FileExtension, Buffer]>([
    ["a JPEG", "png", bytes("\xff\xd8\xff\xe0")],
    ["a PNG", "jpg", png(idat)],
    ["text that speaks of PDF far behind", "pdf", bytes("x".repeat(2000), "%PDF-1.4")],
    ["a photo of a phone", "mp4", bytes("\0\0\0\x18ftypheic")],
    ["half a head", "mp4", Buffer.from("\0\0\0\x18fty", "latin1")],
    ["AAC", "mp3", bytes("\xff\xf1\x50\x80")],
    ["UTF-16 text", "mp3", Buffer.from("\ufeffHello", "utf16le")],
    ["a tag and nothing else", "mp3", bytes("ID3\x03\0\0\0\0\0\0")],
    ["a tag longer than the file", "mp3", bytes("ID3\x03\0\0\x7f\x7f\x7f\x7f", frame)],
    ["an Excel table", "doc", compound("Workbook")],
    ["a compound file of something else", "ppt", compound("Contents")],
    ["a truncated ZIP", "docx", bytes("PK\x03\x04")],
    ["nothing", "gif", Buffer.alloc(0)],
  ])("%s is no %s", async (_what, extension, content) => {
    expect(await ask(extension, content)).toBeUndefined();
  });
});
