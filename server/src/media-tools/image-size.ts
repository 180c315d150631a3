import { open } from "node:fs/promises";

/** Beyond this nobody hides the size of a picture, however long its remarks are. */
const HEAD_BYTES = 1024 * 1024;

/** Width and height of a PNG, GIF or JPEG in pixels, undefined when its head does not tell. */
export async function readImageSize(path: string): Promise<{ width: number; height: number } | undefined> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return sizeOf(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

function sizeOf(head: Buffer): { width: number; height: number } | undefined {
  if (head.length < 24) return undefined;
  if (head.subarray(1, 4).toString("latin1") === "PNG")
    return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
  if (head.subarray(0, 3).toString("latin1") === "GIF")
    return { width: head.readUInt16LE(6), height: head.readUInt16LE(8) };
  return head.readUInt16BE(0) === 0xffd8 ? sizeOfJpeg(head) : undefined;
}

/** Walks from segment to segment to the one that begins the picture (SOF0 to SOF15, without the tables among them). */
function sizeOfJpeg(head: Buffer): { width: number; height: number } | undefined {
  let at = 2;
  while (at + 9 <= head.length && head[at] === 0xff) {
    const marker = head[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: head.readUInt16BE(at + 5), width: head.readUInt16BE(at + 7) };
    // 0xff fills up before a marker.
    at += marker === 0xff ? 1 : 2 + head.readUInt16BE(at + 2);
  }
  return undefined;
}
