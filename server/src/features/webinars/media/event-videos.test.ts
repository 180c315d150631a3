import { expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";
import { addTestMedia, callApi, makeVideo } from "../../../../test/media-fixture.ts";
import { eventParts } from "../../../app.ts";
import { copyWebinar } from "../events/create-event.ts";
import { listEventVideos } from "./queries.ts";

const app = await withApp();
const { id: clientId } = await app.build.client();
const { id: eventId } = await app.build.event(clientId);
const mp3 = { name: "talk.mp3", mediaType: "audio/mpeg" };
const content = await makeVideo("talk.mp3");
const broken = Buffer.from("nothing");
const videos = [
  await addTestMedia(app, clientId, { ...mp3, content }),
  await addTestMedia(app, clientId, { ...mp3, content: broken }),
  await addTestMedia(app, clientId, { ...mp3, content }),
];
const documentId = await addTestMedia(app, clientId, { name: "a.pdf", mediaType: "application/pdf", content: broken });
const stranger = await app.build.client();
const strangersVideo = await addTestMedia(app, stranger.id, { ...mp3, content });
await app.runJobs();

function put(mediaIds: unknown, to = { clientId, eventId }) {
  return callApi(app, `PUT /clients/${to.clientId}/events/${to.eventId}/videos`, { mediaIds });
}

test("an event's videos are listed in the chosen order with their states, and played when ready", async () => {
  const [first = 0, failed = 0, last = 0] = videos;
  const answer = await put([last, failed, first]);
  expect([answer.statusCode, idsOf(answer)]).toEqual([200, [last, failed, first]]);
  const states = answer.json().videos.map((one: { state: string; reason?: string }) => [one.state, one.reason]);
  expect(states).toEqual([
    ["ready", undefined],
    ["failed", expect.stringContaining("damaged")],
    ["ready", undefined],
  ]);
  const listed = await callApi(app, `GET /clients/${clientId}/events/${eventId}/videos`);
  expect(listed.json()).toEqual(answer.json());
  const played = await listEventVideos(app.database.db, clientId, eventId);
  expect(played.map(({ mediaId }) => mediaId)).toEqual([last, first]);
  expect(played[0]).toMatchObject({ streamEntry: "index.m3u8", posterKey: null, title: "talk.mp3" });
  expect(answer.json().videos[0].streamUrl).toBe(`http://lectern.test/files/${played[0]?.streamKey}/index.m3u8`);
  const again = await put([first]);
  expect(idsOf(again)).toEqual([first]);
});

test("documents, strangers' videos and what does not exist are refused, and nothing changes", async () => {
  const before = (await callApi(app, `GET /clients/${clientId}/events/${eventId}/videos`)).json();
  for (const mediaId of [documentId, strangersVideo, 99_999_999]) {
    const answer = await put([videos[0], mediaId]);
    const detail = `The media ${mediaId} is not a video of this client.`;
    expect([answer.statusCode, answer.json().detail]).toEqual([400, detail]);
  }
  expect((await put([videos[0], videos[0]])).statusCode).toBe(400);
  expect((await put("1")).statusCode).toBe(400);
  expect((await put([1e30])).statusCode).toBe(400);
  expect((await put([videos[0]], { clientId, eventId: 99_999_999 })).statusCode).toBe(404);
  const foreign = await app.build.event((await app.build.client()).id);
  expect((await put([videos[0]], { clientId, eventId: foreign.id })).statusCode).toBe(404);
  expect((await callApi(app, `GET /clients/${clientId}/events/${foreign.id}/videos`)).statusCode).toBe(404);
  expect((await callApi(app, `GET /clients/${clientId}/events/${eventId}/videos`)).json()).toEqual(before);
});

test("two choices at once do not mix", async () => {
  const [first = 0, failed = 0, last = 0] = videos;
  const answers = await Promise.all([put([first, failed, last]), put([last, failed, first]), put([failed])]);
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
  const listed = await callApi(app, `GET /clients/${clientId}/events/${eventId}/videos`);
  expect([[first, failed, last], [last, failed, first], [failed]]).toContainEqual(idsOf(listed));
});

test("uploads are listed newest first, page by page, with nobody else's", async () => {
  const page = await callApi(app, `GET /clients/${clientId}/media?limit=3`);
  expect(page.json().media.map((one: { mediaId: number }) => one.mediaId)).toEqual([documentId, videos[2], videos[1]]);
  const rest = await callApi(app, `GET /clients/${clientId}/media?limit=3&cursor=${page.json().next}`);
  expect(rest.json()).toEqual({ media: [expect.objectContaining({ mediaId: videos[0], state: "ready" })] });
  expect((await callApi(app, `GET /clients/${clientId}/media/${strangersVideo}`)).statusCode).toBe(404);
  expect((await callApi(app, "GET /clients/99999999/media")).statusCode).toBe(404);
  expect((await callApi(app, `GET /clients/${clientId}/media?limit=x`)).statusCode).toBe(400);
});

test("a copy of the event shows the same videos in the same order", async () => {
  await put([videos[2], videos[0]]);
  const changes = { startsAt: new Date(), durationMinutes: 60 };
  const copy = await copyWebinar(app.database.db, eventParts, clientId, eventId, changes, { actor: "operator" });
  const answer = await callApi(app, `GET /clients/${clientId}/events/${copy.id}/videos`);
  expect(idsOf(answer)).toEqual([videos[2], videos[0]]);
});

function idsOf(answer: { json(): { videos: { mediaId: number }[] } }): number[] {
  return answer.json().videos.map(({ mediaId }) => mediaId);
}
