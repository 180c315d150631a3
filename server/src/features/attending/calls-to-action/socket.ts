import type { Kysely } from "kysely";
import { commitTogether } from "../../../db/commit-together.ts";
import type { Database } from "../../../db/types.ts";
import type { Socket } from "../../../http/socket/dialect.ts";
import type { AudienceMember, TeamMember } from "../../../http/socket/speaker.ts";
import type { LoadCache } from "../../../lib/load-cache.ts";
import type { AdmissionEvent } from "../../admission/registration/admission-event.ts";
import { hasBegun } from "../../webinars/events/event-phase.ts";
import { listShown } from "./queries.ts";
import { showCallToAction } from "./show-call-to-action.ts";
import { type CallUse, useCallsToAction } from "./use-calls-to-action.ts";

interface CallsToActionDeps {
  readonly db: Kysely<Database>;
  readonly events: LoadCache<number, AdmissionEvent>;
  now(): Date;
}

export function callsToActionSocket(socket: Socket, { db, events, now }: CallsToActionDeps): void {
  const uses = commitTogether<CallUse, undefined>(db, ({ registrantId }) => String(registrantId), useCallsToAction);
  const use = (
    { clientId, eventId, registrantId }: AudienceMember,
    did: Pick<CallUse, "widgetId" | "how" | "message">,
  ) => uses.submit({ clientId, eventId, registrantId, ...did, at: now() });

  const show = async ({ clientId, eventId, presenterId }: TeamMember, widgetId: number, isShown: boolean) => {
    const [event, at] = [await events.get(eventId), now()];
    const isPractice = event === undefined || !hasBegun(event, at);
    await showCallToAction(db, {
      ...{ clientId, eventId, widgetId, isShown, isPractice, at },
      actor: `presenter:${presenterId}`,
    });
    return undefined;
  };

  socket.state("calls-to-action", async (tx, room) => ({ shown: (await listShown(tx, room)).map(({ id }) => id) }));

  const clicking = { by: ["audience"], pace: { burst: 20, perMinute: 60 } } as const;
  socket.on("calls-to-action.click", clicking, ({ speaker, body }) =>
    use(speaker, { widgetId: body.callToActionId, how: "click" }),
  );

  const writing = { by: ["audience"], pace: { burst: 5, perMinute: 10 } } as const;
  socket.on("calls-to-action.request", writing, ({ speaker, body }) =>
    use(speaker, { widgetId: body.callToActionId, how: "request", message: body.message }),
  );

  const showing = { by: ["producer", "presenter"] } as const;
  socket.on("calls-to-action.push", showing, ({ speaker, body }) => show(speaker, body.callToActionId, true));
  socket.on("calls-to-action.withdraw", showing, ({ speaker, body }) => show(speaker, body.callToActionId, false));
}
