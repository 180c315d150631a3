import { type ChildProcess, fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inTransaction } from "@lectern/server/dist/src/db/transaction.js";
import { personKeyOf } from "@lectern/server/dist/src/features/admission/registration/people/person-key.js";
import { tell } from "@lectern/server/dist/src/features/attending/room/room-log.js";
import { createSealer } from "@lectern/server/dist/src/lib/sealer.js";
import { endedWithUs } from "../lib/ending.ts";
import { root, startProgram } from "../lib/program.ts";
import type { BenchDatabase, Sandbox } from "../registration/database.ts";
import type { Page } from "./crowd-messages.ts";

/** Something that a crowd can come into. */
export interface Hall {
  readonly name: string;
  readonly pid: number;
  readonly pages: readonly Page[];
  /** Tells a text to everybody. */
  tell(text: string): Promise<void>;
  /** What must be true of the records after so many have come; undefined where there are none. */
  countAttendees(): Promise<number | undefined>;
  stop(): Promise<void>;
}

export async function openBareHall(people: number): Promise<Hall> {
  const child: ChildProcess = fork(fileURLToPath(new URL("./bare-server.js", import.meta.url)), { stdio: "pipe" });
  let output = "";
  child.stdout?.on("data", (part: Buffer) => (output += part));
  await once(child, "message");
  while (!/listening on \d+/.test(output)) await new Promise((resolve) => setTimeout(resolve, 20));
  const port = /listening on (\d+)/.exec(output)?.[1];
  return {
    name: "bare ws",
    pid: child.pid ?? 0,
    pages: Array.from({ length: people }, () => ({ url: `ws://127.0.0.1:${port}`, cookie: "" })),
    tell: async (text) => void child.send(text),
    countAttendees: async () => undefined,
    stop: endedWithUs(async () => {
      const exit = once(child, "exit");
      child.kill();
      await exit;
    }),
  };
}

/** The product itself: the compiled program, with people registered for a webinar that is live. */
export async function openLecternHall(sandbox: Sandbox, people: number, processes: number): Promise<Hall> {
  const database = await sandbox.createDatabase(`bench_room_${people}_${processes}`);
  const secretKey = randomBytes(32).toString("hex");
  await beginWebinar(database);
  const ids = await registerPeople(database, people);
  const program = startProgram([join(root, "server/dist/src/program/main.js")], {
    env: {
      ...{ DATABASE_URL: database.url, LECTERN_DATA: join(sandbox.folder, `room-${people}`), PORT: "0" },
      ...{
        PROCESSES: String(processes),
        SERVICES: "web",
        LOG_LEVEL: "warn",
        LECTERN_DEMO: "off",
        LECTERN_SECRET_KEY: secretKey,
      },
    },
  });
  const [, port] = await program.printed(/ready at http:\/\/[\w.]+:(\d+)/);
  const sealer = createSealer(secretKey);
  const { clientId, eventId } = database;
  return {
    name: `Lectern${processes === 1 ? "" : `, ${processes} processes`}`,
    pid: program.pid,
    pages: ids.map((id) => ({
      url: `ws://127.0.0.1:${port}/wcc/room/${eventId}?tab=bench-${id}`,
      cookie: `lectern_seat_${eventId}=${personKeyOf(sealer, id, "pass")}`,
    })),
    tell: (text) =>
      inTransaction(database.db, (tx) => {
        const telling = { to: "everybody", kind: "room.people", body: { here: 1, text } } as const;
        return tell(tx, [{ room: { clientId, eventId }, ...telling }]);
      }),
    countAttendees: async () => {
      const { rows } = await database.pool.query<{ attendees: number }>(
        "select attendees from event_totals where event_id = $1",
        [eventId],
      );
      return rows[0]?.attendees ?? 0;
    },
    async stop() {
      await program.stop();
      await database.close();
    },
  };
}

async function beginWebinar({ pool, eventId }: BenchDatabase): Promise<void> {
  await pool.query(
    `update events set starts_at = now() - interval '5 minutes', live_starts_at = now() - interval '5 minutes',
       live_ends_at = now() + interval '1 hour' where id = $1`,
    [eventId],
  );
}

async function registerPeople({ pool, clientId, eventId }: BenchDatabase, people: number): Promise<number[]> {
  const { rows } = await pool.query<{ id: number }>(
    `insert into registrants (client_id, event_id, email, email_key, first_name, last_name)
     select $1, $2, 'room' || n || '@example.com', 'room' || n || '@example.com', 'Ann', 'Person ' || n
     from generate_series(1, $3) n returning id`,
    [clientId, eventId, people],
  );
  await pool.query("vacuum analyze registrants");
  return rows.map(({ id }) => id);
}
