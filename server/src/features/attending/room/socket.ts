import { roles } from "@lectern/wire/room";
import type { Socket } from "../../../http/socket/dialect.ts";
import type { Rooms } from "./rooms.ts";

/** What everybody in a room says. */
export function roomSocket(socket: Socket, { rooms }: { rooms: Rooms }): void {
  socket.on("room.alive", { by: roles }, async ({ presence, body }) => {
    const { player, isMuted = false, isBackground = false, position } = body;
    await rooms.see(presence, {
      ...{ player, isMuted, isBackground },
      ...(position !== undefined && { positionSeconds: position }),
    });
    return undefined;
  });

  socket.on("room.leave", { by: roles }, ({ presence }) => {
    presence.leave("closed");
    return undefined;
  });
}
