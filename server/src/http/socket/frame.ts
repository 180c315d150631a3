/** One text for all who hear it: its bytes on the wire are made once, however many they are. */
export class Frame {
  readonly text: string;
  /** Of what has a number, and of what stands for all that has one below it. */
  readonly seq: number | undefined;
  #bytes: Buffer | undefined;

  constructor(text: string, seq?: number) {
    this.text = text;
    this.seq = seq;
  }

  /** As one WebSocket frame of a server: unmasked, not compressed (RFC 6455, 5.2). */
  get bytes(): Buffer {
    this.#bytes ??= frameOf(Buffer.from(this.text));
    return this.#bytes;
  }
}

export function frame(message: object): Frame {
  return new Frame(JSON.stringify(message));
}

const FINAL_TEXT = 0x81;

function frameOf(payload: Buffer): Buffer {
  return Buffer.concat([headOf(payload.length), payload]);
}

function headOf(length: number): Buffer {
  if (length < 126) return Buffer.from([FINAL_TEXT, length]);
  if (length < 65_536) return Buffer.from([FINAL_TEXT, 126, length >> 8, length & 0xff]);
  const head = Buffer.alloc(10);
  head[0] = FINAL_TEXT;
  head[1] = 127;
  head.writeBigUInt64BE(BigInt(length), 2);
  return head;
}
