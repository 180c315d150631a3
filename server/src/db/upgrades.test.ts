import { expect, test } from "vitest";
import { createEmptyDatabase } from "../../test/test-database.ts";
import { connect } from "./database.ts";
import { listMigrationNames, migrate } from "./migrate.ts";

// Migrations that change rows, on rows as they were before.

/** Inserts rows into the schema of just before a migration, runs it, and answers what a query finds then. */
async function upgrade(name: string, rows: string, query: string): Promise<unknown[]> {
  const { db, pool, close } = connect(await createEmptyDatabase(), { poolSize: 2 });
  try {
    const names = await listMigrationNames();
    const index = names.indexOf(name);
    await migrate(db, undefined, names.slice(0, index));
    // Without the events and people that they are of.
    await pool.query(`begin; set local session_replication_role = replica; ${rows}; commit`);
    expect(await migrate(db, undefined, names.slice(0, index + 1))).toEqual([name]);
    return (await pool.query({ text: query, rowMode: "array" })).rows;
  } finally {
    await close();
  }
}

test("mails to everybody that still wait let those to one person pass; what has gone out stays as it was", async () => {
  const broadcasts = ["reminder-1", "reminder-2", "reminder-3", "follow-up-attended", "follow-up-missed", "moved"];
  const kinds = [...broadcasts, "cancelled", "confirmation", "waiting"];
  const values = kinds.flatMap((kind) =>
    ["due", "claimed", "sent"].map((state) => `(1, 10, 7, '${kind}', '${state}', '${state}')`),
  );
  const found = await upgrade(
    "0130_mail_broadcasts",
    `insert into mails (client_id, event_id, registrant_id, kind, occasion, state) values ${values.join(", ")}`,
    "select kind, state from mails where is_broadcast order by 1, 2",
  );
  const expected = [...broadcasts, "cancelled"].flatMap((kind) => ["claimed", "due"].map((state) => [kind, state]));
  expect(found).toEqual(expected.sort());
});

test("the one key of an event's staff goes on opening the preview, and each other page gets a key of its own", async () => {
  const columns = `client_id, title, type, content_type, language_code, time_zone, starts_at, duration_minutes, live_starts_at,
    live_ends_at, archive_starts_at, archive_ends_at, staff_key, audience_key`;
  const values = ["A", "B"].map(
    (key) =>
      `(1, 'Old', 'live', 'webinar', 'en', 'UTC', now(), 60, now(), now(), now(), now(), '${key.repeat(32)}', '')`,
  );
  const found = (await upgrade(
    "0200_staff_keys",
    `insert into events (${columns}) values ${values.join(", ")}`,
    "select preview_key, present_key, report_key from events order by id",
  )) as string[][];
  expect(found.map(([preview]) => preview)).toEqual(["A".repeat(32), "B".repeat(32)]);
  const made = found.flatMap(([, ...others]) => others);
  for (const key of made) expect(key).toMatch(/^[\dA-F]{32}$/);
  expect(new Set(made).size).toBe(4);
});

test("changes get the names that are published, and others keep theirs", async () => {
  const renamed = [
    ["widget.changed", "widget.updated"],
    ["survey.changed", "survey.updated"],
    ["event.gates-changed", "gates.updated"],
    ["client.redirect-hosts-changed", "redirect-hosts.updated"],
    ["event.registration-page-changed", "registration-page.updated"],
    ["event.videos-set", "event-videos.updated"],
    ["captions.set", "captions.updated"],
    ["hub.content-added", "hub-content.added"],
    ["hub.content-updated", "hub-content.updated"],
    ["hub.content-published", "hub-content.published"],
    ["hub.content-unpublished", "hub-content.unpublished"],
    ["hub.content-removed", "hub-content.removed"],
    ["registrant.created", "registrant.created"],
    ["hub.content-like", "hub.content-like"],
  ];
  const values = renamed.map(([before], id) => `(1, 10, '${before}', ${id}, 'operator')`);
  const found = await upgrade(
    "0170_change_names",
    `insert into changes (client_id, event_id, kind, subject_id, actor) values ${values.join(", ")}`,
    "select kind from changes order by subject_id",
  );
  expect(found.flat()).toEqual(renamed.map(([, after]) => after));
});
