import { test } from "vitest";
import pg from "pg";
import { startTestApp } from "../../../test/harness.ts";
import { createImporter, makeList } from "../../../test/import-fixture.ts";
import { putGate } from "../../../test/admission-fixture.ts";
test("x", { timeout: 300_000 }, async () => {
  const totals = new Map<string, [number, number]>();
  const orig = pg.Client.prototype.query as any;
  (pg.Client.prototype as any).query = function (...args: any[]) {
    const text = (args[0]?.name ?? args[0]?.text ?? args[0]) as string;
    const t = performance.now();
    const r = orig.apply(this, args);
    if (r?.then) r.then(() => { const e = totals.get(String(text).slice(0,80)) ?? [0,0]; e[0]++; e[1]+=performance.now()-t; totals.set(String(text).slice(0,80), e); }, () => {});
    return r;
  };
  const app = await startTestApp({ logLevel: "error", throttleFactor: undefined });
  const at = createImporter(app);
  const clientId = (await app.build.client()).id;
    const event = { clientId, id: (await app.build.event(clientId)).id };
    const e2 = { clientId, id: (await app.build.event(clientId)).id };
    await at.run(e2, makeList(30000));
    await putGate(app, event, "capacity", {seats: 5000, doors: ["import"]});
    totals.clear();
    const t = performance.now();
    await at.run(event, makeList(10000));
    console.log(performance.now() - t);
    console.log([...totals].sort((a, b) => b[1][1] - a[1][1]).slice(0, 10));
    const emails = Array.from({length: 512}, (_, n) => `q${n}@acme.com`);
    const r = await app.database.pool.query(`explain analyze select i.n - 1 as n, r.status, r.queue_number
     from unnest($1::bigint[], $2::bigint[], $3::text[]) with ordinality as i (client_id, event_id, email, n)
     join registrants r on r.client_id = i.client_id and r.event_id = i.event_id and lower(r.email) = lower(i.email)
     order by r.event_id, lower(r.email) for update of r`, [emails.map(() => clientId), emails.map(() => event.id), emails]);
    console.log(r.rows.map((x: any) => x["QUERY PLAN"]).join("\n"));
  await app.close();
});
