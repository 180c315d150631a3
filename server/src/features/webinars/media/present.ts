import type { Static } from "typebox";
import type { MediaWithFiles } from "./queries.ts";
import type { Medium } from "./schema.ts";

export function presentMedia(media: MediaWithFiles, publicUrl: string): Static<typeof Medium> {
  const { streamKey, streamEntry, posterKey } = media;
  return {
    mediaId: media.id,
    kind: media.kind as "video" | "document",
    title: media.title,
    ...(media.externalId !== null && { externalId: media.externalId }),
    fileName: media.fileName,
    mediaType: media.mediaType,
    byteSize: media.byteSize,
    state: media.state,
    ...(media.reason !== null && { reason: media.reason }),
    createdAt: media.createdAt.toISOString(),
    fileUrl: `${publicUrl}/files/${media.fileKey}`,
    ...(streamKey !== null && { streamUrl: `${publicUrl}/files/${streamKey}/${streamEntry}` }),
    ...(posterKey !== null && { posterUrl: `${publicUrl}/files/${posterKey}` }),
    ...(media.durationSeconds !== null && { durationSeconds: media.durationSeconds }),
    ...(media.width !== null && { width: media.width }),
    ...(media.height !== null && { height: media.height }),
    ...(media.pageCount !== null && { pageCount: media.pageCount }),
  };
}
