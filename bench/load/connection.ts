import { once } from "node:events";
import { connect } from "node:net";
import { readAnswer } from "./read-answer.ts";

export interface Connection {
  /** Writes one request; its answer goes to `onAnswer`. */
  send(request: Buffer): void;
  close(): void;
}

export interface ConnectionListener {
  onAnswer(status: number): void;
  /** The connection ended without being told to. */
  onLoss(reason: string): void;
}

const READ_BYTES = 16 * 1024;

/** Opens one keep-alive connection. Bytes are read into one buffer, so that the load costs the machine little. */
export async function openConnection(host: string, port: number, listener: ConnectionListener): Promise<Connection> {
  let earlier: Buffer | undefined;
  let isClosed = false;

  function read(count: number, buffer: Uint8Array): boolean {
    const part = Buffer.from(buffer.buffer, buffer.byteOffset, count);
    const bytes = earlier ? Buffer.concat([earlier, part]) : part;
    const status = readAnswer(bytes);
    if (status === undefined) earlier = Buffer.from(bytes);
    else {
      earlier = undefined;
      listener.onAnswer(status);
    }
    return true;
  }

  const socket = connect({ host, port, noDelay: true, onread: { buffer: Buffer.alloc(READ_BYTES), callback: read } });
  await once(socket, "connect");
  const lose = (reason: string) => {
    if (!isClosed) listener.onLoss(reason);
    isClosed = true;
  };
  socket.on("error", (error) => lose(error.message));
  socket.on("close", () => lose("the server closed the connection"));
  return {
    send: (request) => void socket.write(request),
    close() {
      isClosed = true;
      socket.destroy();
    },
  };
}
