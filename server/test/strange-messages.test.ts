import { said } from "@lectern/wire/messages";
import { type Role, roles } from "@lectern/wire/room";
import fc from "fast-check";
import { expect, test } from "vitest";
import { buildRoomExample } from "./example-room.ts";
import { withApp } from "./harness.ts";
import type { RoomClient } from "./room-client.ts";
import { liveRoom } from "./room-fixture.ts";

// Messages of every kind there is, of the right shape and nearly so, about things of other webinars and other customers:
// whatever comes of them, it comes of them in this room. STRANGE_MESSAGES makes it more of them.

const app = await withApp();
const MESSAGES = Number(process.env.STRANGE_MESSAGES ?? 1500);
/** Of one page; who goes on says too much. */
const MESSAGES_A_PAGE = 30;
const ONLY_THEIRS = "only theirs";
const ONLY_THE_TEAMS = "only the team's";

test("strange messages change nothing elsewhere, tell nobody what is not theirs, and are no fault of the server", async () => {
  const room = await furnished();
  const [sibling, stranger] = [await furnished({ clientId: room.clientId }), await furnished()];
  await app.database.db
    .updateTable("chatLines")
    .set({ text: ONLY_THEIRS })
    .where("eventId", "!=", room.eventId)
    .execute();
  await app.database.db
    .updateTable("questions")
    .set({ text: ONLY_THEIRS })
    .where("eventId", "!=", room.eventId)
    .execute();
  await app.database.db.updateTable("teamChatLines").set({ text: ONLY_THE_TEAMS }).execute();
  const ids = await idsOf(room.clientId, stranger.clientId);
  const before = await fingerprints({ clientId: stranger.clientId, eventId: sibling.eventId });

  const tries = new Tries();
  for (let number = 0; number < MESSAGES / MESSAGES_A_PAGE; number++) {
    const role = roles[number % roles.length] as Role;
    const messages = fc.sample(strangeMessage(role, ids), MESSAGES_A_PAGE);
    // In a webinar that somebody ends, nobody says much.
    await app.database.db.updateTable("events").set({ endedAt: null }).where("id", "=", room.eventId).execute();
    const visitor =
      role === "audience" ? { registrantId: await room.person() } : { presenterId: await room.presenter(role) };
    const page = await room.enter(visitor);
    await tries.all(page, messages);
    await page.cut();
    expectNothingOfOthers(page, role);
  }
  expect(tries.codes).not.toHaveProperty("server.fault");
  expect(await fingerprints({ clientId: stranger.clientId, eventId: sibling.eventId })).toEqual(before);
  // Most were understood, and many done; else nothing was tried.
  expect(tries.codes.done).toBeGreaterThan(MESSAGES / 20);
  expect(tries.kindsDone.size).toBeGreaterThan(Object.keys(said).length / 3);
}, 3_600_000);

/** A live webinar with something of every kind in it. */
async function furnished(given: { clientId?: number } = {}) {
  const room = await liveRoom(app, given);
  await room.person();
  await buildRoomExample(app, { clientId: room.clientId, eventId: room.eventId });
  return room;
}

class Tries {
  /** How many ended so, by code. */
  readonly codes: Record<string, number> = {};
  readonly kindsDone = new Set<string>();

  async all(page: RoomClient, messages: readonly Strange[]): Promise<void> {
    await page.welcome();
    await Promise.all(messages.map((message) => this.#try(page, message)));
  }

  async #try(page: RoomClient, { kind, body }: Strange): Promise<void> {
    // Who left, or had to go, is answered nothing.
    const answer = await page.ask(kind as never, body as never).catch(() => undefined);
    const code = !answer ? "gone" : answer.kind === "done" ? "done" : answer.code;
    this.codes[code] = (this.codes[code] ?? 0) + 1;
    if (code === "done") this.kindsDone.add(kind);
  }
}

function expectNothingOfOthers(page: RoomClient, role: Role): void {
  const heard = JSON.stringify(page.heard);
  expect(heard).not.toContain(ONLY_THEIRS);
  expect(heard).not.toMatch(/Error:|select |node_modules/);
  if (role === "audience") expect(heard).not.toContain(ONLY_THE_TEAMS);
}

interface Strange {
  readonly kind: string;
  readonly body: Record<string, unknown>;
}

interface Shape {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Mostly what a role may say, of its shape; else what it may not, or with something in it that is not of its shape. */
function strangeMessage(role: Role, ids: readonly number[]): fc.Arbitrary<Strange> {
  const byKind = app.app.said.map(({ kind, rules }) => {
    const shape = said[kind as keyof typeof said] as Shape;
    const body = validValue(shape, kind, ids) as fc.Arbitrary<Record<string, unknown>>;
    const names = [...Object.keys(shape.properties ?? {}), "__proto__", "constructor", "eventId", "clientId"];
    const broken = fc
      .tuple(body, fc.constantFrom(...names), fc.jsonValue())
      .map(([whole, name, value]) => ({ ...whole, [name]: value }));
    const either = fc.oneof({ weight: 4, arbitrary: body }, { weight: 1, arbitrary: broken });
    // Whoever has left says nothing any more.
    const weight = kind === "room.leave" ? 1 : rules.by.includes(role) ? 40 : 4;
    return { weight, arbitrary: either.map((of) => ({ kind, body: of })) };
  });
  return fc.oneof(...byKind);
}

/** Any value that a schema lets pass, the odd ones more often than not. */
function validValue(shape: Shape, name: string, ids: readonly number[]): fc.Arbitrary<unknown> {
  if ("const" in shape) return fc.constant(shape.const);
  if (shape.enum) return fc.constantFrom(...shape.enum);
  if (shape.anyOf) return fc.oneof(...shape.anyOf.map((one) => validValue(one, name, ids)));
  const { minimum = -1e15, maximum = 1e15, minItems = 0, maxItems = 5 } = shape;
  switch (shape.type) {
    case "integer":
      return /Id$/i.test(name)
        ? fc.constantFrom(...ids, 999_999_999)
        : fc.oneof(
            fc.integer({ min: minimum, max: maximum }),
            fc.integer({ min: Math.max(minimum, 0), max: Math.min(maximum, 20) }),
          );
    case "number":
      return fc.double({ min: minimum, max: maximum, noNaN: true });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "string":
      return textOf(shape);
    case "array":
      return fc.array(validValue(shape.items ?? {}, name, ids), {
        minLength: minItems,
        maxLength: Math.min(maxItems, 5),
      });
    case "object": {
      const properties = Object.entries(shape.properties ?? {});
      const values = Object.fromEntries(properties.map(([key, one]) => [key, validValue(one, key, ids)]));
      return fc.record(values, { requiredKeys: [...(shape.required ?? [])] });
    }
    default:
      return fc.jsonValue();
  }
}

const oddTexts = [
  "<script>alert(1)</script>",
  "'; drop table events; --",
  "\u202egpj.exe",
  "\ud800",
  "{{7*7}}",
  "=1+1",
  "٣",
];

function textOf({ maxLength = 100, pattern }: Shape): fc.Arbitrary<string> {
  if (pattern?.startsWith("^choice")) return fc.integer({ min: 1, max: 3 }).map((number) => `choice${number}`);
  return fc.oneof(
    fc.constantFrom(...oddTexts.filter(({ length }) => length <= maxLength)),
    fc.string({ unit: "binary", minLength: 1, maxLength: Math.min(maxLength, 60) }),
    fc.constant("x".repeat(Math.min(maxLength, 12_000))),
  );
}

/** Of everything that these customers have. */
async function idsOf(...clientIds: number[]): Promise<number[]> {
  const tables = await tablesWith("client_id", "id");
  const found = tables.map((table) => `select id from ${table} where client_id = any($1) and id::text ~ '^[0-9]+$'`);
  const { rows } = await app.database.pool.query<{ id: string }>(found.join(" union "), [clientIds]);
  return rows.map(({ id }) => Number(id));
}

/** By table, what it holds of a customer and of a webinar, as short as can be compared. */
async function fingerprints({ clientId, eventId }: { clientId: number; eventId: number }): Promise<object> {
  const prints: Record<string, unknown> = {};
  for (const [column, id] of [
    ["client_id", clientId],
    ["event_id", eventId],
  ] as const) {
    for (const table of await tablesWith(column)) {
      // When a token was last used is written down a little later.
      if (table === "api_tokens") continue;
      const { rows } = await app.database.pool.query(
        `select count(*), md5(string_agg(t::text, '|' order by t::text)) from ${table} t where ${column} = $1`,
        [id],
      );
      prints[`${table} by ${column}`] = rows[0];
    }
  }
  return prints;
}

async function tablesWith(...columns: string[]): Promise<string[]> {
  const { rows } = await app.database.pool.query<{ name: string }>(
    `select quote_ident(c.relname) as name from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace
       and a.attname = any($1) and a.atttypid in ('int8'::regtype, 'int4'::regtype)
     group by c.relname having count(*) = $2 order by 1`,
    [columns, columns.length],
  );
  return rows.map(({ name }) => name);
}
