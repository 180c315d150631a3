/**
 * The status of an HTTP/1.1 answer once `bytes` hold all of it; undefined when more must come.
 * There is never a second answer behind it, because a connection asks one thing at a time.
 */
export function readAnswer(bytes: Buffer): number | undefined {
  const headEnd = bytes.indexOf("\r\n\r\n");
  if (headEnd === -1) return undefined;
  const head = bytes.toString("latin1", 0, headEnd);
  return isWhole(bytes, head, headEnd + 4) ? Number(head.slice(9, 12)) : undefined;
}

function isWhole(bytes: Buffer, head: string, bodyStart: number): boolean {
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length !== undefined) return bytes.length >= bodyStart + Number(length);
  const isChunked = /\r\ntransfer-encoding: *chunked/i.test(head);
  return !isChunked || bytes.toString("latin1", bytes.length - 5) === "0\r\n\r\n";
}
