import { fail } from "../../../errors.ts";
import { type Fields, one } from "../../../http/forms.ts";
import type { OperationCall, V2 } from "../../../http/v2/dialect.ts";
import { isStorableText } from "../../../lib/storable-text.ts";
import { addMedia, type MediaKind, type MediaUploadDeps } from "./add-media.ts";
import { UploadedMedia, UploadMediaForm } from "./v2-schema.ts";

const MAX_BYTES = 10 * 1024 ** 3;
const MAX_TEXT = 255;

export function mediaUploadOperations(v2: V2, deps: MediaUploadDeps): void {
  const receive = async ({ token, client, form, file }: OperationCall, kind: MediaKind) => {
    if (!file) fail("file.notAccepted");
    const metadata = readMetadata(form);
    await addMedia(deps, { clientId: client.id, kind, staged: file, actor: `token:${token.id}`, ...metadata });
    return { message: "RECEIVED" as const, mediafile: file.name };
  };

  v2.operation("EventManagement.MediaManagerUploadVideo", {
    form: UploadMediaForm,
    upload: { field: "file", maxBytes: MAX_BYTES, description: "An .mp4, .wmv, .mov, .mp3, .flv or .avi, up to 10 GB" },
    answer: UploadedMedia,
    handle: (call) => receive(call, "video"),
  });

  v2.operation("EventManagement.MediaManagerUploadDocument", {
    form: UploadMediaForm,
    upload: { field: "file", maxBytes: MAX_BYTES, description: "A .pdf, .jpg, .jpeg or .png, up to 10 GB" },
    answer: UploadedMedia,
    handle: (call) => receive(call, "document"),
  });
}

/** `{"id": …, "title": …}`, keys in any letter case; what else it holds is ignored. */
function readMetadata(form: Fields): { externalId?: string; title?: string } {
  const text = one(form, "metadata");
  if (text === undefined) return {};
  const found = new Map(Object.entries(parseObject(text)).map(([name, value]) => [name.toLowerCase(), value]));
  const id = textOf(found.get("id"));
  const title = textOf(found.get("title"));
  return { ...(id !== undefined && { externalId: id }), ...(title !== undefined && { title }) };
}

function parseObject(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  } catch {
    // No JSON, or nested deeper than the stack.
  }
  return fail("metadata.invalid");
}

/** Ids are numbers as often as texts; null and blanks count as absent. */
function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string" && typeof value !== "number") fail("metadata.invalid");
  const text = String(value).trim();
  if ([...text].length > MAX_TEXT || !isStorableText(text)) fail("metadata.invalid");
  return text === "" ? undefined : text;
}
