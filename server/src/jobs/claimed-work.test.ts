import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { withApp } from "../../test/harness.ts";
import { addTestMedia } from "../../test/media-fixture.ts";
import { type Claim, processClaimed, type Work } from "./claimed-work.ts";

const app = await withApp();
let work: Work;

beforeEach(async () => {
  const { id: clientId } = await app.build.client();
  const upload = { name: "a.mp3", content: Buffer.from("x"), mediaType: "audio/mpeg" };
  work = { table: "media", clientId, id: await addTestMedia(app, clientId, upload) };
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
});
afterEach(() => {
  vi.useRealTimers();
});

function process(doWork: (claim: Claim) => Promise<void>) {
  return processClaimed(app.jobContext, work, { process: doWork, onFailed: async () => {} });
}

async function read() {
  const row = app.database.db.selectFrom("media").selectAll().where("id", "=", work.id);
  const { state, claimedAt, attempts } = await row.executeTakeFirstOrThrow();
  return { state, claimedAt, attempts };
}

test("only one of many workers gets the work", async () => {
  let begun = 0;
  const one = () =>
    process(async (claim) => {
      begun++;
      await claim.complete(app.database.db);
    });
  await Promise.all(Array.from({ length: 8 }, one));
  expect(begun).toBe(1);
  await one();
  expect([begun, await read()]).toEqual([1, { state: "ready", claimedAt: null, attempts: 1 }]);
});

test("whoever works says every 20 seconds that it lives, and may still finish", async () => {
  await process(async (claim) => {
    const { claimedAt } = await read();
    vi.advanceTimersByTime(20_000);
    await expect.poll(async () => (await read()).claimedAt?.getTime()).toBeGreaterThan(claimedAt?.getTime() ?? 0);
    expect(claim.signal.aborted).toBe(false);
    await claim.complete(app.database.db);
  });
  expect((await read()).state).toBe("ready");
});

test("whoever finds its work taken over stops, and leaves it alone", async () => {
  const taken = new Date(Date.now() + 60_000);
  await process(async (claim) => {
    await app.database.db.updateTable("media").set({ claimedAt: taken }).where("id", "=", work.id).execute();
    vi.advanceTimersByTime(20_000);
    await expect.poll(() => claim.signal.aborted).toBe(true);
    claim.signal.throwIfAborted();
  });
  expect(await read()).toEqual({ state: "processing", claimedAt: taken, attempts: 1 });
});
