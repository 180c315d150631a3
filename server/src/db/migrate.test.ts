import { readdir } from "node:fs/promises";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { sealer } from "../../test/harness.ts";
import { connect, type DatabaseConnection } from "./database.ts";
import { createMigrator, migrate } from "./migrate.ts";

let database: DatabaseConnection;
const warnings: [facts: object, message: string][] = [];
const upgrade = { sealer, log: { warn: (facts: object, message: string) => void warnings.push([facts, message]) } };

beforeAll(async () => {
  const urlOf = (name: string) => inject("templateUrl").replace(/\/[^/?]*\?/, `/${name}?`);
  const admin = connect(urlOf("postgres"), { poolSize: 1 });
  await admin.pool.query("create database of_an_earlier_version");
  await admin.close();
  database = connect(urlOf("of_an_earlier_version"), { poolSize: 2 });
});
afterAll(() => database.close());

/** Brings the schema to where it was before a migration. */
async function migrateToBefore(name: string): Promise<void> {
  const names = (await readdir(new URL("../../migrations/", import.meta.url)))
    .map((file) => file.replace(".sql", ""))
    .sort();
  const { error } = await createMigrator(database.db).migrateTo(names[names.indexOf(name) - 1] ?? "");
  if (error) throw error;
}

const hashOf = (text: string) => sealer.sign("unsubscribe", text);

test("registrants get the keys of their addresses; of those with the same one all stay, and are told of", async () => {
  await migrateToBefore("0140_email_keys");
  const { pool } = database;
  await pool.query(`
    insert into clients (id, path, name) values (1, '{1}', 'Acme'), (2, '{2}', 'Other');
    -- Without the events that they are of.
    set local session_replication_role = replica;
    insert into imports (client_id, id, event_id, is_dry_run, is_required_honored, are_options_honored, content_hash, actor)
      values (1, 7, 11, false, true, true, '', 'operator');
    insert into import_rows (client_id, import_id, row_number, email) values
      (1, 7, 1, 'ADA@m' || U&'\\00FC' || 'ller.example'), (1, 7, 2, null), (1, 7, 3, 'no address');
    insert into registrants (client_id, event_id, id, email, status, created_at) values
      (1, 10, 1, 'Ada@Acme.example', 'active', '2026-01-01'),
      (1, 10, 2, 'ada@acme.example' || U&'\\200B', 'active', '2026-01-02'),
      (1, 10, 3, 'ada@acme.example' || U&'\\3164', 'active', '2026-01-03'),
      (1, 11, 4, 'ada@m' || U&'\\00FC' || 'ller.example', 'deleted', '2026-01-01'),
      (1, 11, 5, 'ada@xn--mller-kva.example', 'active', '2026-01-03'),
      (1, 11, 6, 'ada@mu' || U&'\\0308' || 'ller.example', 'active', '2026-01-02'),
      (2, 11, 7, 'ada@xn--mller-kva.example', 'active', '2026-01-02'),
      (1, 10, 8, '8-deleted', 'forgotten', '2026-01-02'),
      (1, 10, 9, 'ada@ac' || U&'\\00AD' || 'me.example', 'active', '2026-01-02'),
      (1, 12, 10, 'kate@acme.example', 'active', '2026-01-02'),
      (1, 12, 11, U&'\\212A' || 'ate@acmes.example', 'active', '2026-01-02')`);
  await pool.query(
    "insert into unsubscriptions (client_id, address_hash, event_id) values (1, $1, 11), (1, $2, null), (2, $1, null)",
    [hashOf("ada@müller.example"), hashOf("kate@acme.example")],
  );

  await migrate(database.db, upgrade);

  const { rows } = await pool.query("select id, email_key, email_rank from registrants order by id");
  expect(rows.map(({ id, email_key, email_rank }) => [id, email_key, email_rank])).toEqual([
    [1, "ada@acme.example", 0],
    [2, "ada@acme.example", 1],
    [3, "ada@acme.example", 2],
    // Who is let in comes before who had cancelled.
    [4, "ada@xn--mller-kva.example", 2],
    [5, "ada@xn--mller-kva.example", 1],
    [6, "ada@xn--mller-kva.example", 0],
    [7, "ada@xn--mller-kva.example", 0],
    [8, "8-deleted", 0],
    [9, "ada@ac\u00adme.example", 0],
    [10, "kate@acme.example", 0],
    [11, "\u212aate@acmes.example", 0],
  ]);
  const listed = await pool.query("select email_key from import_rows order by row_number");
  expect(listed.rows.map(({ email_key }) => email_key)).toEqual(["ada@xn--mller-kva.example", null, "no address"]);
  const changes = await pool.query("select client_id, event_id, subject_id, kind from changes order by subject_id");
  expect(changes.rows).toEqual(
    [2, 3, 4, 5].map((id) => ({
      client_id: 1,
      event_id: id < 4 ? 10 : 11,
      subject_id: id,
      kind: "registrant.address-shared",
    })),
  );
  expect(warnings).toMatchObject([
    [{ total: 4, clashes: [{ event_id: 10, registrant_id: 2, found_instead: 1 }, {}, {}, { found_instead: 6 }] }, /\w/],
  ]);
  expect(JSON.stringify(warnings)).not.toContain("@");
  const { rows: unsubscribed } = await pool.query(
    "select client_id, event_id from unsubscriptions where address_hash = $1 order by 1",
    [hashOf("ada@xn--mller-kva.example")],
  );
  expect(unsubscribed).toEqual([{ client_id: 1, event_id: 11 }]);
  expect(await migrate(database.db, upgrade)).toEqual([]);
});
