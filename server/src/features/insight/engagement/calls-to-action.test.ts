import { expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";
import { operated } from "../../../../test/operator-api.ts";
import { liveRoom } from "../../../../test/room-fixture.ts";
import { addWidget } from "../../webinars/console/add-widget.ts";

const app = await withApp();

type Room = Awaited<ReturnType<typeof liveRoom>>;

const add = ({ clientId, eventId }: Room, content: object) =>
  addWidget(app.database.db, { clientId, eventId, actor: "operator" }, { kind: "call-to-action", content });

async function report({ token, clientId, eventId }: Room) {
  const answer = await app.call(token, `GET /client/${clientId}/event/${eventId}/cta`);
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

const url = "https://acme.com/next";

test("calls to action tell who clicked them and how often; deleted ones stay if anybody did", async () => {
  const room = await liveRoom(app);
  const [link, gateway, deleted, deletedUnclicked] = [
    await add(room, { label: "Go", url }),
    await add(room, { label: "Hub", url: "https://acme.com/hub", purpose: "gateway" }),
    await add(room, { label: "Gone", url }),
    await add(room, { label: "Gone unclicked", url }),
  ];
  const [ann, bob] = [
    await room.enter({ registrantId: await room.person() }),
    await room.enter({ registrantId: await room.person() }),
  ];
  for (const callToActionId of [link, link, link, deleted]) await ann.say("calls-to-action.click", { callToActionId });
  for (const callToActionId of [link, deleted]) await bob.say("calls-to-action.click", { callToActionId });
  for (const id of [deleted, deletedUnclicked])
    await operated(app, `DELETE /clients/${room.clientId}/events/${room.eventId}/widgets/${id}`);
  expect(await report(room)).toEqual({
    eventid: room.eventId,
    calltoactions: [
      {
        ...{ ctaid: link, ctaname: "Call To Action 1", actiontype: "url", action: url },
        ...{ totalclicks: 4, uniqueclicks: 2 },
      },
      {
        ...{ ctaid: gateway, ctaname: "Call To Action 2", actiontype: "gateway", action: "https://acme.com/hub" },
        ...{ totalclicks: 0, uniqueclicks: 0 },
      },
      {
        ...{ ctaid: deleted, ctaname: "Call To Action 3", actiontype: "url", action: url },
        ...{ totalclicks: 2, uniqueclicks: 2 },
      },
    ],
  });
  await room.closeAll();
});

test.each([
  ["link", "url"],
  ["meeting", "book_a_meeting"],
  ["demo", "request_a_demo"],
  ["free-trial", "free_trial"],
  ["contact-us", "contactus"],
  ["pricing", "pricing"],
  ["price-quote", "price_quote"],
  ["drift", "drift"],
  ["calendly", "calendly"],
])("one for a %s is of type %s", async (purpose, actiontype) => {
  const room = await liveRoom(app);
  await add(room, { label: "Go", url, purpose });
  expect((await report(room)).calltoactions).toMatchObject([{ actiontype, action: url }]);
});

test("one that asks for a message has the address it goes to, one that is not filled in yet none", async () => {
  const room = await liveRoom(app);
  expect(await report(room)).toEqual({ eventid: room.eventId, calltoactions: [] });
  await add(room, { label: "Ask", contactEmail: "john.doe@acme.com" });
  const unfilled = await add(room, { label: "Go", url });
  await app.database.db.updateTable("widgets").set({ content: "{}" }).where("id", "=", unfilled).execute();
  const { calltoactions } = await report(room);
  expect(calltoactions).toMatchObject([
    { actiontype: "contactus", action: "john.doe@acme.com" },
    { actiontype: "url" },
  ]);
  expect(calltoactions[1]).not.toHaveProperty("action");
});
