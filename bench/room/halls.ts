import { type ChildProcess, fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inTransaction } from "@lectern/server/dist/src/db/transaction.js";
import { personKeyOf } from "@lectern/server/dist/src/features/admission/registration/people/person-key.js";
import { addPoll } from "@lectern/server/dist/src/features/attending/polls/edit-polls.js";
import { listPolls } from "@lectern/server/dist/src/features/attending/polls/queries.js";
import { pushPoll } from "@lectern/server/dist/src/features/attending/polls/run-poll.js";
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
  /** Stops it, and starts it again at the same address. */
  restart(): Promise<void>;
  /** What must be true of the records after so many have come; undefined where there are none. */
  countAttendees(): Promise<number | undefined>;
  stop(): Promise<void>;
}

export async function openBareHall(people: number): Promise<Hall> {
  let server = await startBareServer(0);
  const { port } = server;
  return {
    name: "bare ws",
    get pid() {
      return server.pid;
    },
    pages: Array.from({ length: people }, () => ({ url: `ws://127.0.0.1:${port}`, cookie: "" })),
    tell: async (text) => server.tell(text),
    async restart() {
      await server.stop();
      server = await startBareServer(port);
    },
    countAttendees: async () => undefined,
    stop: () => server.stop(),
  };
}

async function startBareServer(port: number) {
  const file = fileURLToPath(new URL("./bare-server.js", import.meta.url));
  const child: ChildProcess = fork(file, { stdio: "pipe", env: { ...process.env, PORT: String(port) } });
  let output = "";
  child.stdout?.on("data", (part: Buffer) => (output += part));
  await once(child, "message");
  while (!/listening on \d+/.test(output)) await new Promise((resolve) => setTimeout(resolve, 20));
  return {
    pid: child.pid ?? 0,
    port: Number(/listening on (\d+)/.exec(output)?.[1]),
    tell: (text: string) => void child.send(text),
    stop: endedWithUs(async () => {
      const exit = once(child, "exit");
      child.kill();
      await exit;
    }),
  };
}

/** A hall with everything in it that the product has and a bare server has not. */
export interface LecternHall extends Hall {
  readonly database: BenchDatabase;
  /** In the order of the pages. */
  readonly registrantIds: readonly number[];
  /** Asks everybody something new. */
  pushPoll(question: string): Promise<Asked>;
}

export interface Asked {
  readonly pollId: number;
  readonly questionId: number;
}

/** The product itself: the compiled program, with people registered for a webinar that is live. */
export async function openLecternHall(sandbox: Sandbox, people: number, processes: number): Promise<LecternHall> {
  const database = await sandbox.createDatabase(`bench_room_${++halls}`);
  const secretKey = randomBytes(32).toString("hex");
  await beginWebinar(database);
  const registrantIds = await registerPeople(database, people);
  const start = async (port: number) => {
    const program = startProgram([join(root, "server/dist/src/program/main.js")], {
      env: {
        ...{ DATABASE_URL: database.url, LECTERN_DATA: join(sandbox.folder, `room-${halls}`), PORT: String(port) },
        ...{ PROCESSES: String(processes), SERVICES: "web", LOG_LEVEL: "warn", LECTERN_DEMO: "off" },
        LECTERN_SECRET_KEY: secretKey,
      },
    });
    const [, address] = await program.printed(/ready at http:\/\/[\w.]+:(\d+)/);
    return { program, port: Number(address) };
  };
  let { program, port } = await start(0);
  const sealer = createSealer(secretKey);
  const { clientId, eventId } = database;
  const room = { clientId, eventId };
  return {
    name: `Lectern${processes === 1 ? "" : `, ${processes} processes`}`,
    get pid() {
      return program.pid;
    },
    ...{ database, registrantIds },
    pages: registrantIds.map((id) => ({
      url: `ws://127.0.0.1:${port}/wcc/room/${eventId}?tab=bench-${id}`,
      cookie: `lectern_seat_${eventId}=${personKeyOf(sealer, id, "pass")}`,
    })),
    tell: (text) =>
      inTransaction(database.db, (tx) => {
        const telling = { to: "everybody", kind: "room.people", body: { here: 1, text } } as const;
        return tell(tx, [{ room, ...telling }]);
      }),
    pushPoll: (question) => pushNewPoll(database, question),
    async restart() {
      await program.stop();
      ({ program, port } = await start(port));
    },
    async countAttendees() {
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

let halls = 0;
const live = { name: "live", isOnDemand: false, isEverLive: true } as const;

async function pushNewPoll({ db, clientId, eventId }: BenchDatabase, text: string): Promise<Asked> {
  const room = { clientId, eventId };
  const options = ["Yes", "No"].map((answer) => ({ answer }));
  const moment = { stage: live, actor: "operator" };
  const pollId = await addPoll(db, room, { question: { type: "singleoption", text, options } }, moment);
  await pushPoll(db, { ...room, pollId }, { ...moment, now: new Date() });
  const [poll] = await listPolls(db, room, { isPractice: false, pollId });
  return { pollId, questionId: poll?.questionId ?? 0 };
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
