import { beforeEach, expect, test } from "vitest";
import { oddText as odd, withConsole } from "../../../../test/console-fixture.ts";
import { exif, jpeg, secret } from "../../../../test/picture-fixture.ts";
import { pictureSize } from "../../../media-tools/picture-size.ts";

const fixture = await withConsole();
beforeEach(() => fixture.renew());

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const picture = { name: "me.png", content: png };
const speaker = {
  name: "John Doe",
  title: "Product Manager",
  company: "ON24",
  email: "john.doe@on24.com",
  linkedin: "https://x",
  website: "https://x",
  description: odd,
};
const speakerForm = (changes: object = {}) => ({ metadata: JSON.stringify({ ...speaker, ...changes }) });

test("a speaker with a picture", async () => {
  const answer = await fixture.call("POST", "speakerbio", { form: speakerForm(), file: picture });
  const id = answer.json().speaker?.id;
  expect([answer.statusCode, answer.json()]).toEqual([
    200,
    { message: "RECEIVED", speaker: { id, file: "me.png", ...speaker } },
  ]);
  const { speakers } = await fixture.widgetOf("speaker-bio");
  expect(speakers).toEqual([{ id, ...speaker, picture: expect.stringMatching(/^\/files\//) }]);
  const served = await fixture.app.app.server.inject({ url: speakers[0]?.picture ?? "" });
  expect([served.headers["content-type"], served.rawPayload]).toEqual(["image/png", png]);
});

test("a speaker's picture does not tell where it was taken", async () => {
  const form = speakerForm();
  await fixture.call("POST", "speakerbio", { form, file: { name: "me.jpg", content: jpeg(exif(6)) } });
  const { speakers } = await fixture.widgetOf("speaker-bio");
  const served = await fixture.app.app.server.inject({ url: speakers[0]?.picture ?? "" });
  expect([served.rawPayload.includes(secret), pictureSize(served.rawPayload)?.orientation]).toEqual([false, 6]);
});

test("a speaker whose picture moves", async () => {
  const control = Buffer.from("000000086163544c0000000100000000b92dd8bf", "hex");
  const content = Buffer.concat([png.subarray(0, 33), control, png.subarray(33)]);
  const answer = await fixture.call("POST", "speakerbio", { form: speakerForm(), file: { name: "me.png", content } });
  expect([answer.statusCode, answer.json().message]).toEqual([200, "RECEIVED"]);
});

test("a speaker with the least; empty values count as absent, names in any letter case", async () => {
  const metadata = JSON.stringify({ Name: "Ann", EMAIL: "ann@example.com", title: "", twitter: null });
  const answer = await fixture.call("POST", "speakerbio", { form: { metadata } });
  expect(answer.json()).toEqual({
    message: "RECEIVED",
    speaker: { id: expect.any(Number), name: "Ann", email: "ann@example.com" },
  });
});

const pdf = { name: "myfile.pdf", content: "%PDF-1.7\n" };
const badSpeaker = "Invalid metadata or file is not accepted filetype.";

test.each([
  ["no metadata", {}, undefined],
  ["no JSON", { metadata: "{" }, undefined],
  ["a list", { metadata: "[1]" }, undefined],
  ["a number", { metadata: "5" }, undefined],
  ["no name", speakerForm({ name: "" }), undefined],
  ["no email", speakerForm({ email: undefined }), undefined],
  ["a wrong email", speakerForm({ email: "john.doe" }), undefined],
  ["a long name", speakerForm({ name: "x".repeat(256) }), undefined],
  ["a name that is no text", speakerForm({ name: ["x"] }), undefined],
  ["U+0000", speakerForm({ description: "a\0b" }), undefined],
  ["half a surrogate pair", { metadata: JSON.stringify(speaker).replace("John", "\\ud800") }, undefined],
  ["four contacts", speakerForm({ twitter: "https://x" }), undefined],
  ["an address that runs", speakerForm({ website: "javascript:alert(1)" }), undefined],
  ["a file of another type", speakerForm(), pdf],
  ["a file that lies", speakerForm(), { name: "me.jpg", content: png }],
])("refuses a speaker with %s", async (_case, form, file) => {
  await fixture.refused("speakerbio", { form, ...(file && { file }) }, 400, badSpeaker);
});

test("refuses a speaker where the event has no Speaker Bio widget", async () => {
  await fixture.removeWidgets("speaker-bio");
  const message = "The Speaker Bio widget is not available for this event.";
  await fixture.refused("speakerbio", { form: speakerForm() }, 404, message);
  await fixture.refused("speakerbio", { form: speakerForm(), file: picture }, 404, message);
});

test("a hub has no speakers to delete", async () => {
  const hub = await fixture.app.build.event(fixture.clientId, { type: "Engagement Hub" });
  const answer = await fixture.app.call(fixture.token, `DELETE /client/${fixture.clientId}/event/${hub.id}/speakerbio`);
  expect([answer.statusCode, answer.json()]).toEqual([
    403,
    { message: "You don't have ability to delete this speaker bio" },
  ]);
});

test("a parent's address reaches a sub-client's event, and nothing reaches another client's", async () => {
  const { app, clientId, token } = fixture;
  const child = await app.build.client({ parentId: clientId });
  const event = await app.build.event(child.id);
  const path = `/client/${child.id}/event/${event.id}/speakerbio`;
  expect((await app.call(token, `POST ${path}`, { form: speakerForm() })).statusCode).toBe(200);
  const stranger = await app.build.token((await app.build.client()).id);
  const refused = await app.call(stranger, `DELETE /client/${stranger.clientId}/event/${event.id}/speakerbio`);
  expect([refused.statusCode, refused.json()]).toEqual([
    404,
    { message: "Event not found for this client or its children" },
  ]);
  const count = async () =>
    (await app.database.pool.query("select count(*) from speakers where event_id = $1", [event.id])).rows[0].count;
  expect(await count()).toBe(1);
  const reached = await app.call(token, `DELETE /client/${clientId}/event/${event.id}/speakerbio`);
  expect([reached.statusCode, await count()]).toEqual([200, 0]);
});

test("speakers are in the event's details and in the list", async () => {
  await fixture.call("POST", "speakerbio", { form: speakerForm() });
  await fixture.call("POST", "speakerbio", { form: { metadata: '{"name":"Ann","email":"ann@example.com"}' } });
  const speakers = [
    { name: speaker.name, title: speaker.title, company: speaker.company, description: odd },
    { name: "Ann" },
  ];
  const { app, clientId, token, eventId } = fixture;
  const detail = await app.call(token, `GET /client/${clientId}/event/${eventId}`);
  expect(detail.json().speakers).toEqual(speakers);
  const list = (await app.call(token, `GET /client/${clientId}/event`)).json();
  const listed = list.events.find((event: { eventid: number }) => event.eventid === eventId);
  expect(listed.speakers).toEqual(speakers);
});

test("all speakers of an event are deleted, in JSON and in XML; another event keeps its own", async () => {
  const other = await fixture.app.build.event(fixture.clientId);
  await fixture.call("POST", "speakerbio", { form: speakerForm(), file: picture });
  await fixture.call("POST", "speakerbio", { form: speakerForm({ name: "Ann" }) });
  await fixture.app.call(fixture.token, `POST /client/${fixture.clientId}/event/${other.id}/speakerbio`, {
    form: speakerForm(),
  });
  const answer = await fixture.call("DELETE", "speakerbio");
  expect([answer.statusCode, answer.json()]).toEqual([200, { message: "Speaker bio data has been deleted." }]);
  expect((await fixture.widgetOf("speaker-bio")).speakers).toEqual([]);
  const { rows } = await fixture.app.database.pool.query(
    "select event_id from speakers where client_id = $1 and event_id in ($2, $3)",
    [fixture.clientId, fixture.eventId, other.id],
  );
  expect(rows).toEqual([{ event_id: other.id }]);
  const again = await fixture.call("DELETE", "speakerbio", { headers: { accept: "application/xml" } });
  expect(again.body).toContain("<message>Speaker bio data has been deleted.</message>");
});
