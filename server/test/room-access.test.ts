import { said } from "@lectern/wire/messages";
import { type Role, roles } from "@lectern/wire/room";
import { expect, test } from "vitest";
import { withApp } from "./harness.ts";
import type { Visitor } from "./room-client.ts";
import { liveRoom } from "./room-fixture.ts";

// Over every kind of message there is: one that nobody has written yet is tried, too.

const app = await withApp();
const room = await liveRoom(app);
/** Nobody may come in, or say things, so often in a moment: somebody else tries each kind. */
const visitorOf = async (role: Role): Promise<Visitor> =>
  role === "audience" ? { registrantId: await room.person() } : { presenterId: await room.presenter(role) };

test("every kind of message is taken by somebody", () => {
  expect(app.app.said.map(({ kind }) => kind).sort()).toEqual(Object.keys(said).sort());
});

const kinds = app.app.said.map(({ kind, rules }) => ({ kind, by: rules.by }));

test.for(kinds)("$kind is taken from those it is for, and from nobody else", async ({ kind, by }) => {
  for (const role of roles) {
    const page = await room.enter(await visitorOf(role));
    const answer = await page.ask(kind as never, { nonsense: true } as never);
    await page.cut();
    const code = answer.kind === "refused" ? answer.code : "done";
    expect([role, code]).toEqual([role, by.includes(role) ? "say.malformed" : "say.notYours"]);
  }
});

test("a presenter whose link has ended, or who became somebody else, has to go at once and does not come back", async () => {
  const [revoked, renewed] = [await room.presenter("moderator"), await room.presenter("moderator")];
  const [first, second] = [await room.enter({ presenterId: revoked }), await room.enter({ presenterId: renewed })];
  await app.database.db.updateTable("presenters").set({ revokedAt: new Date() }).where("id", "=", revoked).execute();
  expect(await first.told("room.goodbye")).toMatchObject({ reason: "revoked" });
  await app.database.db.updateTable("presenters").set({ linkVersion: 2 }).where("id", "=", renewed).execute();
  expect(await second.told("room.goodbye")).toMatchObject({ reason: "revoked" });
  await expect(room.enter({ presenterId: revoked })).rejects.toThrow("404");
  await expect(room.enter({ presenterId: renewed })).rejects.toThrow("404");
  await (await room.enter({ presenterId: renewed, version: 2 })).welcome();
});

test("an event that is deleted, or whose client is closed, has no room any more", async () => {
  const closed = await liveRoom(app);
  const ann = await closed.person();
  const page = await closed.enter({ registrantId: ann });
  await app.build.changeEvent(closed.eventId, { isActive: false });
  expect(await page.told("room.goodbye")).toMatchObject({ reason: "over" });
  await expect(closed.enter({ registrantId: ann })).rejects.toThrow("403");
});
