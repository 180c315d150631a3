import { expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";
import { liveRoom } from "../../../../test/room-fixture.ts";
import { addWidget } from "../../webinars/console/add-widget.ts";

const app = await withApp();
const { db } = app.database;
type Room = Awaited<ReturnType<typeof liveRoom>>;

const add = ({ clientId, eventId }: Room, content: object) =>
  addWidget(db, { clientId, eventId, actor: "operator" }, { kind: "certification", content });

async function get({ token, clientId, eventId }: Room, path: string) {
  const answer = await app.call(token, `GET /client/${clientId}/event/${eventId}/${path}`);
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

test("certifications tell what each credit asks for, the full one first", async () => {
  const [room, elsewhere] = [await liveRoom(app), await liveRoom(app)];
  const half = { minimumMinutes: 5, minimumPollResponses: 1, credits: 50.5, message: "Half way" };
  const partialCredits = [
    { name: "Half", ...half },
    { name: "Some", minimumMinutes: 1 },
  ];
  const full = { minimumMinutes: 10, minimumPollResponses: 2, credits: 100, message: "Congratulations" };
  const [first, second] = [
    await add(room, { title: "Certified", ...full, partialCredits }),
    await add(room, { title: "Plain", minimumMinutes: 0 }),
  ];
  expect(await get(room, "certifications")).toEqual({
    eventId: room.eventId,
    certifications: [
      {
        ...{ certificationid: first, certificationname: "Certification 1" },
        certificationcredit: [
          {
            ...{ type: "fullcreditoption", name: "Criteria for Full Credit", requiredViewingMinutes: 10 },
            ...{ requiredNumberOfPollsToAnswer: 2, messageForPartialCreditComplete: "Congratulations" },
            earnedCreditForCompletion: 100,
          },
          {
            ...{ type: "partialcreditoption1", name: "Half", requiredViewingMinutes: 5 },
            ...{ requiredNumberOfPollsToAnswer: 1, messageForPartialCreditComplete: "Half way" },
            earnedCreditForCompletion: 50.5,
          },
          {
            ...{ type: "partialcreditoption2", name: "Some", requiredViewingMinutes: 1 },
            requiredNumberOfPollsToAnswer: 0,
          },
        ],
      },
      {
        ...{ certificationid: second, certificationname: "Certification 2" },
        certificationcredit: [
          {
            ...{ type: "fullcreditoption", name: "Criteria for Full Credit", requiredViewingMinutes: 0 },
            requiredNumberOfPollsToAnswer: 0,
          },
        ],
      },
    ],
  });
  expect(await get(elsewhere, "certifications")).toEqual({ eventId: elsewhere.eventId, certifications: [] });
});

test("one that was deleted is told as long as somebody has earned it, and stays theirs", async () => {
  const room = await liveRoom(app);
  const easy = { title: "Easy", minimumMinutes: 0, credits: 2.5 };
  const [earned, untouched] = [await add(room, easy), await add(room, easy)];
  const page = await room.enter({ registrantId: await room.person() });
  await page.welcome();
  await page.say("certificates.claim", { certificationId: earned });
  await room.closeAll();
  await db.updateTable("widgets").set({ deletedAt: new Date() }).where("id", "in", [earned, untouched]).execute();
  expect((await get(room, "certifications")).certifications).toMatchObject([{ certificationid: earned }]);
  const [attendee] = (await get(room, "attendee")).attendees;
  const told = { certificationcredit: "2.5", certificationtimestamp: expect.any(String) };
  expect(attendee).toMatchObject({
    ...{ certificationwidgetresult: "C", ...told },
    certifications: [
      { certificationid: earned, certificationresult: "C", certificationname: "Certification 1", ...told },
    ],
  });
  expect(attendee.certifications).toHaveLength(1);
});
