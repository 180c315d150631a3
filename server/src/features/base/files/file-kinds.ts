import { fileTypeFromFile } from "file-type";
import type { StagedFile } from "../../../lib/staging.ts";

/** A kind of file that is accepted somewhere: by its name's extension, and by what its bytes must turn out to be. */
interface FileKind {
  readonly mediaType: string;
  /** Extensions as the file-type library answers them. */
  readonly found: readonly string[];
}

const kinds = {
  pdf: { mediaType: "application/pdf", found: ["pdf"] },
  doc: { mediaType: "application/msword", found: ["cfb"] },
  xls: { mediaType: "application/vnd.ms-excel", found: ["cfb"] },
  ppt: { mediaType: "application/vnd.ms-powerpoint", found: ["cfb"] },
  docx: { mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", found: ["docx"] },
  xlsx: { mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", found: ["xlsx"] },
  pptx: { mediaType: "application/vnd.openxmlformats-officedocument.presentationml.presentation", found: ["pptx"] },
  jpg: { mediaType: "image/jpeg", found: ["jpg"] },
  jpeg: { mediaType: "image/jpeg", found: ["jpg"] },
  png: { mediaType: "image/png", found: ["png"] },
  gif: { mediaType: "image/gif", found: ["gif"] },
  mp3: { mediaType: "audio/mpeg", found: ["mp3"] },
  mp4: { mediaType: "video/mp4", found: ["mp4", "m4v", "mov", "m4a", "f4v", "3gp", "3g2"] },
  mov: { mediaType: "video/quicktime", found: ["mov", "mp4", "m4v"] },
  wmv: { mediaType: "video/x-ms-wmv", found: ["asf"] },
  flv: { mediaType: "video/x-flv", found: ["flv"] },
  avi: { mediaType: "video/x-msvideo", found: ["avi"] },
} satisfies Record<string, FileKind>;

export type FileExtension = keyof typeof kinds;

/** The media type of a file whose name and bytes both say it is one of the accepted kinds; undefined otherwise. */
export async function findMediaType(file: StagedFile, accepted: readonly FileExtension[]): Promise<string | undefined> {
  const extension = accepted.find((one) => file.name.toLowerCase().endsWith(`.${one}`));
  if (!extension) return undefined;
  const kind: FileKind = kinds[extension];
  const found = await findType(file.path);
  return found !== undefined && kind.found.includes(found) ? kind.mediaType : undefined;
}

/** What a file's bytes are, as an extension. Broken files can make the library give up with an error: they are nothing. */
async function findType(path: string): Promise<string | undefined> {
  try {
    return (await fileTypeFromFile(path))?.ext;
  } catch (error) {
    if ((error as { syscall?: string }).syscall !== undefined) throw error;
    return undefined;
  }
}
