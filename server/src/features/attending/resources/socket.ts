import type { Kysely } from "kysely";
import { commitTogether } from "../../../db/commit-together.ts";
import type { Database } from "../../../db/types.ts";
import type { Socket } from "../../../http/socket/dialect.ts";
import { listOpened } from "../widgets/note-openings.ts";
import { openResources, type ResourceOpening } from "./open-resources.ts";

interface ResourcesDeps {
  readonly db: Kysely<Database>;
  now(): Date;
}

/** Related content that the audience opens; what there is stands in its widgets. */
export function resourcesSocket(socket: Socket, { db, now }: ResourcesDeps): void {
  const openings = commitTogether<ResourceOpening, undefined>(
    db,
    ({ registrantId }) => String(registrantId),
    openResources,
  );

  socket.mine("resources", async (tx, room, registrantIds) => {
    const opened = await listOpened(tx, room, "resource", registrantIds);
    return new Map([...opened].map(([registrantId, ids]) => [registrantId, { opened: ids }]));
  });

  socket.on("resources.open", { by: ["audience"], pace: { burst: 20, perMinute: 60 } }, ({ speaker, body }) => {
    const { clientId, eventId, registrantId } = speaker;
    return openings.submit({ clientId, eventId, registrantId, resourceId: body.resourceId, at: now() });
  });
}
