import { expect, test } from "vitest";
import { createDoors, putGate } from "../../../../test/admission-fixture.ts";
import { withApp } from "../../../../test/harness.ts";
import { createImporter } from "../../../../test/import-fixture.ts";
import { liveRoom } from "../../../../test/room-fixture.ts";

// Whatever table somebody adds: once a person is forgotten, no row of the database tells who that was.

const app = await withApp();

/** Tables in which a row tells one of the words. */
async function tablesThatTell(...words: string[]): Promise<string[]> {
  const { rows: tables } = await app.database.pool.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema in ('public', 'graphile_worker')`,
  );
  const telling: string[] = [];
  for (const { name } of tables) {
    const { rowCount } = await app.database.pool.query(`select from ${name} t where lower(t::text) ~ $1 limit 1`, [
      words.join("|"),
    ]);
    if (rowCount) telling.push(name);
  }
  return telling;
}

test("a person who came by many doors is in no table any more", async () => {
  const { pool } = app.database;
  const { id: clientId } = await app.build.client();
  const token = await app.build.token(clientId);
  const event = await app.build.event(clientId);
  const [other, guarded] = [await app.build.event(clientId), await app.build.event(clientId)];
  const at = createImporter(app);
  const doors = createDoors(app);
  const list =
    "email,firstname,lastname,company,std1\ngina@acme.com,Gina,Marlowe,Acme,private\nben@acme.com,Ben,B,B,\n";

  const person = await doors.enter("page", event.id, "gina@acme.com", { ipAddress: "203.0.113.77", userAgent: "x" });
  await at.run(event, list);
  await at.run(event, list, { query: "?dryRun=true", type: "text/csv" });
  // Rows that registered nobody, or are not worked yet.
  await putGate(app, guarded, "addresses", { blocked: ["gina@acme.com"], doors: ["import"] });
  await at.run(guarded, list);
  await pool.query("update event_gates set settings = '{}' where event_id = $1", [guarded.id]);
  // Under an address that is not hers any more.
  const moved = await at.run(other, "email,firstname,lastname,company\nmarlowe@acme.com,Gina,Marlowe,Acme\n");
  await app.call(token, `PATCH /client/${clientId}/registrant/marlowe%40acme.com`, {
    form: { email: "gina@acme.com" },
  });
  const waiting = await at.receive(other, list);
  await pool.query(
    `insert into mailbox (client_id, event_id, registrant_id, kind, sender, recipient, subject, html, text)
     values ($1, $2, $3, 'confirmation', 's', 'gina@acme.com', 'Gina', 'Marlowe', '')`,
    [clientId, event.id, person.id],
  );
  await pool.query("update mails set state = 'failed', reason = 'gina@acme.com is unknown' where registrant_id = $1", [
    person.id,
  ]);
  const { rows: providers } = await pool.query<{ id: number }>(
    `insert into identity_providers (client_id, name, purposes, entity_id, sso_url, certificates)
     values ($1, 'idp', '{audience}', 'https://idp.test', 'https://idp.test/sso', '{x}') returning id`,
    [clientId],
  );
  await pool.query(
    `insert into sso_sessions (client_id, identity_provider_id, name_id_hash, name_id, event_id, registrant_id, expires_at)
     values ($1, $2, '\\x01', '\\x02', $3, $4, now() + interval '1 day')`,
    [clientId, providers[0]?.id, event.id, person.id],
  );
  const words = ["gina", "marlowe", "private", "203\\.0\\.113\\.77"];
  expect(await tablesThatTell(...words)).toEqual(
    expect.arrayContaining(["public.import_rows", "public.mailbox", "public.mails", "public.registrants"]),
  );

  const answer = await app.call(token, `POST /client/${clientId}/forget`, { form: { email: "GINA@acme.com" } });
  expect(answer.json().deletedregistrants.eventuserids).toEqual([person.id, moved.list[0]?.registrantId]);
  expect(await tablesThatTell(...words)).toEqual([]);
  expect((await pool.query("select from sso_sessions")).rowCount).toBe(0);
  expect((await at.rows(other, moved.importId)).every(({ email }) => email === undefined)).toBe(true);
  // Others on the same lists are untouched.
  expect(await tablesThatTell("ben@acme")).toEqual(expect.arrayContaining(["public.import_rows"]));
  await app.runJobs();
  expect(await at.read(other, waiting.importId)).toMatchObject({
    state: "ready",
    counts: { updated: 0, invalid: 1, created: 1 },
  });
  expect(await tablesThatTell(...words)).toEqual([]);

  // The whole event, and with it its lists.
  await app.call(token, `POST /client/${clientId}/forgetall`);
  expect(await tablesThatTell("ben@acme")).toEqual([]);
  await doors.drain();
});

test("a person who came into a room, asked and chatted is in no table any more", async () => {
  const room = await liveRoom(app);
  const gina = await room.person({ firstname: "Gina", lastname: "Marlowe", email: "gina@acme.com" });
  const page = await room.enter({ registrantId: gina });
  const team = await room.enter({ presenterId: await room.presenter("producer") });
  const { questionId } = await page.say("questions.ask", { text: "I am Gina, am I heard?" });
  await team.say("questions.answer", { questionId: Number(questionId), text: "You are, Gina", isPublic: true });
  const { lineId } = await page.say("chat.say", { text: "Gina here" });
  await team.say("chat.makeQuestion", { lineId: Number(lineId) });
  await team.say("chat.pin", { lineId: Number(lineId) });
  await page.say("hands.raise", {});
  const words = ["gina", "marlowe"];
  expect(await tablesThatTell(...words)).toEqual(
    expect.arrayContaining(
      ["chat_lines", "question_answers", "questions", "room_messages"].map((one) => `public.${one}`),
    ),
  );
  await room.closeAll();
  const form = { email: "gina@acme.com" };
  expect((await app.call(room.token, `POST /client/${room.clientId}/forget`, { form })).statusCode).toBe(200);
  expect(await tablesThatTell(...words)).toEqual([]);
});
