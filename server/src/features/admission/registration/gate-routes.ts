import type { Kysely } from "kysely";
import Type, { type TObject } from "typebox";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import { problems, type WebApp } from "../../../http/web/dialect.ts";
import type { LoadCache } from "../../../lib/load-cache.ts";
import type { AdmissionEvent } from "./admission-event.ts";
import { doors } from "./gates/doors.ts";
import { defaultDoors, type GateName, gateNames, gateSettings } from "./gates/gates.ts";
import { guardAllDoors, removeGate, setGate } from "./set-gate.ts";

const EventParams = Type.Object({ clientId: Type.Integer(), eventId: Type.Integer() });
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

const common = { tags: ["Admission"], security: [{ operatorKey: [] }], response: { 200: Gates, ...problems } };

export interface GateRouteDeps {
  db: Kysely<Database>;
  events: LoadCache<number, AdmissionEvent>;
}

/** Who is let in to an event, and by which doors. */
export function gateRoutes(web: WebApp, { db, events }: GateRouteDeps): void {
  const getGates = async ({ clientId, eventId }: { clientId: number; eventId: number }) => {
    const event = await events.get(eventId);
    if (event?.clientId !== clientId) fail("event.unknown", { eventId });
    return presentGates(event);
  };
  const changed = (key: { clientId: number; eventId: number }) => {
    events.drop(key.eventId);
    return getGates(key);
  };
  const path = "/clients/:clientId/events/:eventId/gates";

  web.get(path, {
    schema: { ...common, params: EventParams, operationId: "getGates", summary: "The gates of an event" },
    handler: ({ params }) => getGates(params),
  });

  web.patch(path, {
    schema: {
      ...common,
      params: EventParams,
      body: Type.Object({ guardsAllDoors: Type.Boolean() }, { additionalProperties: false }),
      operationId: "guardAllDoors",
      summary: "Let every gate guard every door, or only its own",
    },
    handler: async ({ params, body }) => {
      await guardAllDoors(db, params, body.guardsAllDoors, "operator");
      return changed(params);
    },
  });

  for (const gate of gateNames) {
    const settings = givenSettings(gate);
    web.put(`${path}/${gate}`, {
      schema: {
        ...common,
        params: EventParams,
        body: Type.Object({ doors: Type.Optional(Doors), ...settings.properties }, { additionalProperties: false }),
        operationId: `set${nameOf(gate)}Gate`,
        summary: (settings as { description?: string }).description ?? `Set the gate "${gate}"`,
      },
      handler: async ({ params, body }) => {
        const { doors: guarded, ...rest } = body as { doors?: (typeof doors)[number][] } & Record<string, unknown>;
        const given = { name: gate, settings: rest as never, ...(guarded && { doors: guarded }) };
        await setGate(db, params, given, "operator");
        return changed(params);
      },
    });
    web.delete(`${path}/${gate}`, {
      schema: {
        ...common,
        params: EventParams,
        operationId: `remove${nameOf(gate)}Gate`,
        summary: `Take the gate "${gate}" away`,
      },
      handler: async ({ params }) => {
        await removeGate(db, params, gate, "operator");
        return changed(params);
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
