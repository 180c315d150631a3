import type { Heard } from "@lectern/wire/messages";
import type { OpenTransport } from "./transport.ts";

/** RFC 6455, 7.4.1; the only code of the protocol's own that scripts may name. */
const NORMAL = 1000;
/** A proxy that swallows the handshake answers nothing at all. */
const HANDSHAKE_MS = 10_000;

/** Messages by WebSocket. @param WebSocketClass of the browser, or one of its kind. */
export function socketTransport(WebSocketClass: typeof WebSocket): OpenTransport {
  return (address, { hear, end }) => {
    const url = new URL(address);
    url.protocol = url.protocol.replace("http", "ws");
    const socket = new WebSocketClass(url);
    let wasOpen = false;
    let isWanted = true;
    const patience = setTimeout(() => socket.close(), HANDSHAKE_MS);
    socket.onmessage = ({ data }: MessageEvent<unknown>) => {
      wasOpen = true;
      clearTimeout(patience);
      if (isWanted) hear(JSON.parse(String(data)) as Heard);
    };
    socket.onclose = () => {
      clearTimeout(patience);
      if (isWanted) end({ wasOpen });
    };
    // Whatever went wrong, the end follows.
    socket.onerror = () => {};
    return {
      send: (message) => socket.send(JSON.stringify(message)),
      close() {
        isWanted = false;
        socket.close(NORMAL);
      },
    };
  };
}
