import { expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";
import { operated } from "../../../../test/operator-api.ts";
import { liveRoom } from "../../../../test/room-fixture.ts";
import { addResource } from "../../webinars/console/add-resource.ts";

const app = await withApp();

type Room = Awaited<ReturnType<typeof liveRoom>>;

function addLink({ clientId, eventId }: Room, name: string): Promise<number> {
  const deps = { db: app.database.db, files: app.jobContext.files };
  const content = { url: "https://example.com/paper" };
  return addResource(
    deps,
    { clientId, eventId, actor: "operator" },
    { name, widgetName: "Related Content 1", content },
  );
}

async function report({ token, clientId, eventId }: Room) {
  const answer = await app.call(token, `GET /client/${clientId}/event/${eventId}/resource`);
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

test("resources tell who opened them and how often; deleted ones stay if anybody did", async () => {
  const [room, elsewhere] = [await liveRoom(app), await liveRoom(app)];
  const [keys, frost, unopened, deleted, deletedUnopened] = [
    await addLink(room, "5 keys to webcasting"),
    await addLink(room, "Frost and Sullivan"),
    await addLink(room, "7 keys to webcasting"),
    await addLink(room, "Gone"),
    await addLink(room, "Gone unseen"),
  ];
  const others = await addLink(elsewhere, "Of others");
  const [ann, bob] = [
    await room.enter({ registrantId: await room.person() }),
    await room.enter({ registrantId: await room.person() }),
  ];
  for (const resourceId of [keys, keys, frost, deleted]) await ann.say("resources.open", { resourceId });
  for (const resourceId of [keys, deleted, deleted]) await bob.say("resources.open", { resourceId });
  const stranger = await elsewhere.enter({ registrantId: await elsewhere.person() });
  await stranger.say("resources.open", { resourceId: others });
  for (const id of [deleted, deletedUnopened])
    await operated(app, `DELETE /clients/${room.clientId}/events/${room.eventId}/resources/${id}`);

  const viewed = (resourceid: number, resourcename: string, uniquedownloads: number, totaldownloads: number) => {
    return { resourceid, resourcename, uniquedownloads, totaldownloads };
  };
  expect(await report(room)).toEqual({
    totalresources: 3,
    resourcesviewed: [
      viewed(keys, "5 keys to webcasting", 2, 3),
      viewed(frost, "Frost and Sullivan", 1, 1),
      viewed(deleted, "Gone", 2, 3),
    ],
    resourcesnotviewed: [{ resourceid: unopened, resourcename: "7 keys to webcasting" }],
  });
  await Promise.all([room.closeAll(), elsewhere.closeAll()]);
});

test("an event without resources has empty lists", async () => {
  const room = await liveRoom(app);
  expect(await report(room)).toEqual({ totalresources: 0, resourcesviewed: [], resourcesnotviewed: [] });
});
