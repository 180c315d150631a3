import type { StagedFile } from "../../../lib/staging.ts";
import { hasStream, isMovie, isMp3, isOffice, isPdf, startsWith } from "./is-kind.ts";

/** A kind of file that is accepted somewhere: by its name's extension, and by what its bytes must turn out to be. */
interface FileKind {
  readonly mediaType: string;
  /** Whether a file is one, as the programs that read this kind would say. */
  readonly isOne: (path: string) => Promise<boolean>;
}

const isJpeg = startsWith(0, "\xff\xd8\xff");
const openXml = "application/vnd.openxmlformats-officedocument";

const kinds = {
  pdf: { mediaType: "application/pdf", isOne: isPdf },
  doc: { mediaType: "application/msword", isOne: hasStream("WordDocument") },
  xls: { mediaType: "application/vnd.ms-excel", isOne: hasStream("Workbook", "Book") },
  ppt: { mediaType: "application/vnd.ms-powerpoint", isOne: hasStream("PowerPoint Document") },
  docx: { mediaType: `${openXml}.wordprocessingml.document`, isOne: isOffice("docx") },
  xlsx: { mediaType: `${openXml}.spreadsheetml.sheet`, isOne: isOffice("xlsx") },
  pptx: { mediaType: `${openXml}.presentationml.presentation`, isOne: isOffice("pptx") },
  jpg: { mediaType: "image/jpeg", isOne: isJpeg },
  jpeg: { mediaType: "image/jpeg", isOne: isJpeg },
  // Animated ones begin as all others do, and whoever knows no animation shows the first picture.
  png: { mediaType: "image/png", isOne: startsWith(0, "\x89PNG\r\n\x1a\n") },
  gif: { mediaType: "image/gif", isOne: startsWith(0, "GIF87a", "GIF89a") },
  mp3: { mediaType: "audio/mpeg", isOne: isMp3 },
  mp4: { mediaType: "video/mp4", isOne: isMovie },
  mov: { mediaType: "video/quicktime", isOne: isMovie },
  wmv: {
    mediaType: "video/x-ms-wmv",
    isOne: startsWith(0, "\x30\x26\xb2\x75\x8e\x66\xcf\x11\xa6\xd9\0\xaa\0\x62\xce\x6c"),
  },
  flv: { mediaType: "video/x-flv", isOne: startsWith(0, "FLV\x01") },
  avi: { mediaType: "video/x-msvideo", isOne: startsWith(8, "AVI ") },
} satisfies Record<string, FileKind>;

export type FileExtension = keyof typeof kinds;

/** The media type of a file whose name and bytes both say it is one of the accepted kinds; undefined otherwise. */
export async function findMediaType(file: StagedFile, accepted: readonly FileExtension[]): Promise<string | undefined> {
  const extension = accepted.find((one) => file.name.toLowerCase().endsWith(`.${one}`));
  if (!extension) return undefined;
  const kind: FileKind = kinds[extension];
  return (await kind.isOne(file.path)) ? kind.mediaType : undefined;
}
