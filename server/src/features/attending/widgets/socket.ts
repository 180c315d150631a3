import type { Kysely } from "kysely";
import { commitTogether } from "../../../db/commit-together.ts";
import type { Database } from "../../../db/types.ts";
import type { Socket } from "../../../http/socket/dialect.ts";
import { listConsole } from "../../webinars/console/list-console.ts";
import { openWidgets, type WidgetOpening } from "./open-widgets.ts";
import { presentWidget } from "./present.ts";
import { type Share, shareEvents } from "./share-event.ts";

interface WidgetsDeps {
  readonly db: Kysely<Database>;
  now(): Date;
}

/** What is in the console, and who opens it. */
export function widgetsSocket(socket: Socket, { db, now }: WidgetsDeps): void {
  const openings = commitTogether<WidgetOpening, undefined>(db, personOf, openWidgets);
  const shares = commitTogether<Share, undefined>(db, personOf, shareEvents);

  socket.state("widgets", async (tx, { clientId, eventId }) => ({
    widgets: (await listConsole(tx, clientId, eventId)).map(presentWidget),
  }));

  socket.on("widgets.open", { by: ["audience"], pace: { burst: 20, perMinute: 60 } }, ({ speaker, body }) =>
    openings.submit({ ...placeOf(speaker), widgetId: body.widgetId, at: now() }),
  );

  socket.on("widgets.share", { by: ["audience"], pace: { burst: 5, perMinute: 10 } }, ({ speaker, body }) =>
    shares.submit({ ...placeOf(speaker), ...body, at: now() }),
  );
}

function personOf({ registrantId }: { readonly registrantId: number }): string {
  return String(registrantId);
}

function placeOf({ clientId, eventId, registrantId }: { clientId: number; eventId: number; registrantId: number }) {
  return { clientId, eventId, registrantId };
}
