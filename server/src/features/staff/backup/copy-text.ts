import type { Readable } from "node:stream";
import type pg from "pg";

/** What COPY writes and reads as text must not depend on who is connected where. */
export async function settleText(client: pg.ClientBase): Promise<void> {
  await client.query(`
    set local client_encoding = 'UTF8'; set local datestyle = 'ISO'; set local intervalstyle = 'postgres';
    set local extra_float_digits = 3; set local timezone = 'UTC';
    set local statement_timeout = 0; set local lock_timeout = 0; set local idle_in_transaction_session_timeout = 0`);
}

const NEW_LINE = 10;

/** Cuts what COPY writes into pieces of about so many bytes, each of whole rows: in its text a line break only ends rows. */
export async function* keepRows(copied: Readable, pieceBytes: number): AsyncGenerator<Buffer> {
  let kept: Buffer[] = [];
  let byteSize = 0;
  for await (const part of copied as AsyncIterable<Buffer>) {
    const end = byteSize + part.length < pieceBytes ? 0 : part.lastIndexOf(NEW_LINE) + 1;
    if (end > 0) {
      yield Buffer.concat([...kept, part.subarray(0, end)]);
      kept = [];
      byteSize = 0;
    }
    kept.push(part.subarray(end));
    byteSize += part.length - end;
  }
  if (byteSize > 0) yield Buffer.concat(kept);
}
