import type { Kysely } from "kysely";
import Type, { type TObject } from "typebox";
import type { Database } from "../../../db/types.ts";
import type { Web } from "../../../http/web/operation.ts";
import type { LoadCache } from "../../../lib/load-cache.ts";
import { type AdmissionEvent, getAdmissionEvent } from "./admission-event.ts";
import { doors } from "./gates/doors.ts";
import { defaultDoors, type GateName, gateNames, gateSettings } from "./gates/gates.ts";
import { guardAllDoors, removeGate, setGate } from "./set-gate.ts";

const Doors = Type.Array(Type.Enum([...doors]), {
  uniqueItems: true,
  default: [...defaultDoors],
  description: "The doors that the gate guards: our own form when not given, as at ON24",
});

const Gates = Type.Object({
  guardsAllDoors: Type.Boolean({ description: "Every gate guards every door, whatever its own list says" }),
  gates: Type.Array(
    Type.Object({
      gate: Type.Enum([...gateNames]),
      doors: Doors,
      settings: Type.Record(Type.String(), Type.Unknown(), { description: "A password is not told" }),
    }),
  ),
});

export interface GateRouteDeps {
  db: Kysely<Database>;
  /** What is in memory of events. */
  events: Pick<LoadCache<number, never>, "drop">;
}

/** Who is let in to an event, and by which doors. */
export function gateRoutes(web: Web, { db, events }: GateRouteDeps): void {
  const path = "/clients/{clientId}/events/{eventId}/gates";
  const getGates = async (eventId: number) => presentGates(await getAdmissionEvent(db, eventId));
  const changed = (eventId: number) => {
    events.drop(eventId);
    return getGates(eventId);
  };

  web.operation("getGates", {
    route: `GET ${path}`,
    right: "events.read",
    group: "Admission",
    summary: "The gates of an event",
    answer: Gates,
    handle: ({ event }) => getGates(event.id),
  });

  web.operation("guardAllDoors", {
    route: `PATCH ${path}`,
    right: "events.manage",
    group: "Admission",
    summary: "Let every gate guard every door, or only its own",
    body: Type.Object({ guardsAllDoors: Type.Boolean() }, { additionalProperties: false }),
    answer: Gates,
    handle: async ({ actor, client, event, body }) => {
      await guardAllDoors(db, { clientId: client.id, eventId: event.id }, body.guardsAllDoors, actor);
      return changed(event.id);
    },
  });

  for (const gate of gateNames) {
    const settings = givenSettings(gate);
    web.operation(`set${nameOf(gate)}Gate`, {
      route: `PUT ${path}/${gate}`,
      right: "events.manage",
      group: "Admission",
      summary: (settings as { description?: string }).description ?? `Set the gate "${gate}"`,
      body: Type.Object({ doors: Type.Optional(Doors), ...settings.properties }, { additionalProperties: false }),
      answer: Gates,
      handle: async ({ actor, client, event, body }) => {
        const { doors: guarded, ...rest } = body as { doors?: (typeof doors)[number][] } & Record<string, unknown>;
        const given = { name: gate, settings: rest as never, ...(guarded && { doors: guarded }) };
        await setGate(db, { clientId: client.id, eventId: event.id }, given, actor);
        return changed(event.id);
      },
    });
    web.operation(`remove${nameOf(gate)}Gate`, {
      route: `DELETE ${path}/${gate}`,
      right: "events.manage",
      group: "Admission",
      summary: `Take the gate "${gate}" away`,
      answer: Gates,
      handle: async ({ actor, client, event }) => {
        await removeGate(db, { clientId: client.id, eventId: event.id }, gate, actor);
        return changed(event.id);
      },
    });
  }
}

/** As a producer gives it: a password, not its hash. */
function givenSettings(gate: GateName): TObject {
  if (gate !== "password") return gateSettings[gate] as TObject;
  const { ownText } = gateSettings.password.properties;
  return Type.Object({ password: Type.String({ minLength: 1, maxLength: 100 }), ownText });
}

function presentGates({ guardsAllDoors, gates }: AdmissionEvent) {
  return {
    guardsAllDoors,
    gates: gates.map(({ gate, doors: guarded, settings }) => {
      const { passwordHash: _, ...told } = settings as Record<string, unknown>;
      return { gate: gate as GateName, doors: [...guarded] as (typeof doors)[number][], settings: told };
    }),
  };
}

/** login-only -> LoginOnly. */
function nameOf(gate: string): string {
  return gate.replace(/(^|-)([a-z])/g, (_, _dash, letter: string) => letter.toUpperCase());
}
