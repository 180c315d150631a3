import { afterEach, expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";
import { operated } from "../../../../test/operator-api.ts";
import { liveRoom } from "../../../../test/room-fixture.ts";

const app = await withApp();
type Room = Awaited<ReturnType<typeof liveRoom>>;

afterEach(() => {
  delete app.clock.now;
});

const at = (instant: string) => {
  app.clock.now = new Date(instant);
};

const setChat = ({ clientId, eventId }: Room, mode: string) =>
  operated(app, `PUT /clients/${clientId}/events/${eventId}/chat/settings`, { mode, slowModeSeconds: 0 });

async function get({ token, clientId, eventId }: Room, path: string) {
  const answer = await app.call(token, `GET /client/${clientId}/event/${eventId}/${path}`);
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

test("the group chat has what the audience saw in it, and counts people and openings", async () => {
  at("2026-03-10T16:05:00Z");
  const room = await liveRoom(app);
  const ada = { firstname: "Ada", lastname: "Brown", email: "ada.chats@example.com" };
  const annId = await room.person(ada);
  const patId = await room.presenter();
  const [ann, phone] = [await room.enter({ registrantId: annId }), await room.enter({ registrantId: annId })];
  const bob = await room.enter({ registrantId: await room.person() });
  const pat = await room.enter({ presenterId: patId });
  for (const page of [ann, phone, bob, pat]) await page.welcome();
  for (const page of [ann, phone, bob]) await page.say("chat.open", {});
  await ann.say("chat.say", { text: " Hello <i>all</i> " });
  const { lineId } = await bob.say("chat.say", { text: "Buy my pills" });
  await pat.say("chat.delete", { lineId: lineId as number });
  at("2026-03-10T16:06:30Z");
  await pat.say("chat.say", { text: "Welcome" });
  await setChat(room, "moderated");
  await bob.say("chat.say", { text: "Held back" });
  const { eventid, groupchats } = await get(room, "groupchat");
  expect(eventid).toBe(room.eventId);
  expect(groupchats).toEqual([
    {
      ...{ groupchatid: expect.any(Number), groupchatname: "Group Chat", uniqueviews: 2, totalviews: 3 },
      chatmessages: [
        {
          ...{ createtimestamp: "2026-03-10T09:05:00-07:00", eventuserid: annId, ...ada },
          chatmessage: " Hello <i>all</i> ",
        },
        {
          ...{ createtimestamp: "2026-03-10T09:06:30-07:00", presenterid: patId, firstname: "Pat" },
          ...{ lastname: expect.any(String), email: expect.any(String), chatmessage: "Welcome" },
        },
      ],
    },
  ]);
  await room.closeAll();
});

test("a chat is there from the first opening or line; practice is none of it, and it is called as its widget is", async () => {
  const room = await liveRoom(app);
  expect(await get(room, "groupchat")).toEqual({ eventid: room.eventId, groupchats: [] });
  const ann = await room.enter({ registrantId: await room.person() });
  await ann.welcome();
  await ann.say("chat.say", { text: "First" });
  const { clientId, eventId } = room;
  const widget = { clientId, eventId, kind: "group-chat", position: 9, area: "side", isOpen: false };
  const gone = { ...widget, name: "Old talk", deletedAt: new Date() };
  const { db } = app.database;
  await db.insertInto("widgets").values(gone).execute();
  const nameOf = async () => (await get(room, "groupchat")).groupchats[0].groupchatname;
  expect(await nameOf()).toBe("Old talk");
  await db
    .insertInto("widgets")
    .values({ ...widget, name: "Talk" })
    .execute();
  expect(await nameOf()).toBe("Talk");
  expect((await get(room, "groupchat")).groupchats).toMatchObject([
    { uniqueviews: 0, totalviews: 0, chatmessages: [{ chatmessage: "First" }] },
  ]);
  await room.closeAll();
  const early = await liveRoom(app, { minutesAgo: -10 });
  const pat = await early.enter({ presenterId: await early.presenter() });
  await pat.welcome();
  await pat.say("chat.say", { text: "Is this on?" });
  expect((await get(early, "groupchat")).groupchats).toMatchObject([{ chatmessages: [] }]);
  await early.closeAll();
});

test("of somebody who was forgotten is told that they spoke, not what", async () => {
  const room = await liveRoom(app);
  const email = "fred.chats@example.com";
  const registrantId = await room.person({ email });
  const page = await room.enter({ registrantId });
  await page.welcome();
  await page.say("chat.say", { text: "I am Fred" });
  await room.closeAll();
  await app.call(room.token, `POST /client/${room.clientId}/forget`, { form: { email } });
  await expect
    .poll(async () => (await get(room, "groupchat")).groupchats[0].chatmessages)
    .toEqual([
      {
        ...{ createtimestamp: expect.any(String), eventuserid: registrantId, email: `${registrantId}-deleted` },
        ...{ firstname: "deleted", lastname: "deleted" },
      },
    ]);
});

test("the team's chat tells who said what, in the role that they had then, and is its event's alone", async () => {
  at("2026-03-10T16:05:00Z");
  const [room, elsewhere] = [await liveRoom(app), await liveRoom(app)];
  const [patId, kimId] = [await room.presenter("producer"), await room.presenter("moderator")];
  const [pat, kim] = [await room.enter({ presenterId: patId }), await room.enter({ presenterId: kimId })];
  for (const page of [pat, kim]) await page.welcome();
  await pat.say("chat.sayToTeam", { text: "Two minutes" });
  at("2026-03-10T16:05:30Z");
  await kim.say("chat.sayToTeam", { text: "Fine" });
  await room.closeAll();
  await app.database.db.updateTable("presenters").set({ role: "presenter" }).where("id", "=", patId).execute();
  const who = { firstname: "Pat", lastname: expect.any(String), email: expect.any(String), chatid: expect.any(Number) };
  const first = { presenterid: patId, accessmode: "Producer", createtimestamp: "2026-03-10T09:05:00-07:00" };
  const second = { presenterid: kimId, accessmode: "Moderator", createtimestamp: "2026-03-10T09:05:30-07:00" };
  expect(await get(room, "presenterchat")).toEqual({
    eventid: room.eventId,
    presenterchats: [
      { ...who, ...first, content: "Two minutes" },
      { ...who, ...second, content: "Fine" },
    ],
  });
  expect(await get(elsewhere, "presenterchat")).toEqual({ eventid: elsewhere.eventId, presenterchats: [] });
});
