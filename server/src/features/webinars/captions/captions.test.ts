import { expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";
import { callApi } from "../../../../test/media-fixture.ts";
import { eventParts } from "../../../app.ts";
import { copyWebinar } from "../events/create-event.ts";
import { listCaptions, listCaptionTexts } from "./queries.ts";

const vtt = "WEBVTT\n\n00:00.000 --> 00:02.000\nGood morning\n";

const app = await withApp();
const { id: clientId } = await app.build.client();
const token = await app.build.token(clientId);
let eventId: number;

async function newEvent(): Promise<void> {
  ({ id: eventId } = await app.build.event(clientId));
}

function put(language: string, payload: string | object, contentType?: string) {
  return callApi(app, `PUT /clients/${clientId}/events/${eventId}/captions/${language}`, payload, contentType);
}

async function list() {
  return (await callApi(app, `GET /clients/${clientId}/events/${eventId}/captions`)).json().captions;
}

function read(url: string) {
  return app.app.server.inject(url.replace("http://lectern.test", ""));
}

test("captions are set as text or JSON, listed, served to players, replaced and deleted", async () => {
  await newEvent();
  expect((await put("EN-us", `\u{FEFF}${vtt}`, "text/vtt")).json()).toEqual({
    language: "en-US",
    label: "American English",
  });
  expect((await put("de?label=Deutsch%20(laut)", vtt, "text/vtt; charset=utf-8")).json().label).toBe("Deutsch (laut)");
  const french = { label: "Français", vtt: vtt.replace("Good morning", "Bonjour à tous") };
  expect((await put("fr", french)).json()).toEqual({ language: "fr", label: "Français" });
  const captions = await list();
  expect(captions.map(({ language, label }: Record<string, string>) => [language, label])).toEqual([
    ["de", "Deutsch (laut)"],
    ["en-US", "American English"],
    ["fr", "Français"],
  ]);
  const served = await read(captions[2].url);
  expect([served.statusCode, served.body]).toEqual([200, french.vtt]);
  expect(served.headers).toMatchObject({
    "content-type": "text/vtt; charset=utf-8",
    "x-content-type-options": "nosniff",
  });
  expect((await read(captions[1].url)).body).toBe(vtt);

  const corrected = vtt.replace("morning", "evening");
  await put("en-US", corrected, "text/vtt");
  expect((await read(captions[1].url)).body).toBe(corrected);

  const gone = await callApi(app, `DELETE /clients/${clientId}/events/${eventId}/captions/DE`);
  expect(gone.statusCode).toBe(204);
  expect((await list()).map(({ language }: { language: string }) => language)).toEqual(["en-US", "fr"]);
  const twice = await callApi(app, `DELETE /clients/${clientId}/events/${eventId}/captions/de`);
  expect([twice.statusCode, twice.json().detail]).toEqual([404, `The event ${eventId} has no captions in de.`]);
});

test("what is no WebVTT is refused with its line, and nothing changes", async () => {
  await newEvent();
  await put("en", vtt, "text/vtt");
  const faulty: [string | object, string | undefined, string][] = [
    ["SubRip", "text/vtt", "Line 1: the text does not begin with WEBVTT."],
    ["WEBVTT\n\n00:00.000 --> 00:01\na", "text/vtt", "Line 3: times are written like 00:00:01.000 --> 00:00:02.500."],
    ["WEBVTT\n\nNOTE nothing", "text/vtt", "There is no cue in it."],
    [`${vtt}\0`, "text/vtt", "It holds what is no character."],
  ];
  for (const [payload, type, fault] of faulty) {
    const answer = await put("en", payload, type);
    expect([answer.statusCode, answer.json().detail]).toEqual([400, `This is not a WebVTT text. ${fault}`]);
  }
  for (const text of [`${vtt}\0`, `${vtt}\ud800`]) {
    const answer = await put("en", { vtt: text });
    expect([answer.statusCode, answer.json().detail]).toEqual([400, "body/vtt holds what is no character"]);
  }
  const latin = await callApi(
    app,
    `PUT /clients/${clientId}/events/${eventId}/captions/en`,
    Buffer.from(vtt.replace("Good", "Gr\u00fc\u00df"), "latin1"),
    "text/vtt",
  );
  expect([latin.statusCode, latin.json().detail]).toEqual([400, "This is not a WebVTT text. It is not UTF-8."]);
  expect((await put("en", { vtt, more: 1 })).statusCode).toBe(400);
  expect((await put("en", { label: "", vtt })).statusCode).toBe(400);
  expect((await put("en", vtt, "text/plain")).statusCode).toBe(415);
  expect((await put("en", "", "text/vtt")).statusCode).toBe(400);
  expect((await callApi(app, `PUT /clients/${clientId}/events/${eventId}/captions/en`)).statusCode).toBe(400);
  const language = await put("no_language", vtt, "text/vtt");
  const detail = "no_language is not a language tag such as en or pt-BR.";
  expect([language.statusCode, language.json().detail]).toEqual([400, detail]);
  expect(await listCaptionTexts(app.database.db, clientId, eventId)).toEqual([{ language: "en", vtt }]);
});

test("5 MB are taken, more is not", async () => {
  await newEvent();
  const cue = "00:00.000 --> 00:02.000\n";
  const longest = `WEBVTT\n\n${cue}${"a".repeat(5 * 1024 * 1024 - 8 - cue.length)}`;
  expect((await put("en", longest, "text/vtt")).statusCode).toBe(200);
  expect((await put("de", `${longest}a`, "text/vtt")).statusCode).toBe(413);
  expect(await list()).toHaveLength(1);
});

test("only the event's key opens its captions, and other clients' events are out of reach", async () => {
  await newEvent();
  await put("en", vtt, "text/vtt");
  const [{ url }] = await list();
  for (const wrong of [
    url.replace(/\/[\dA-F]{32}\//, `/${"A".repeat(32)}/`),
    url.replace(`/${eventId}/`, "/99999999/"),
    url.replace(`/${eventId}/`, "/x/"),
    url.replace("en.vtt", "de.vtt"),
    url.replace("en.vtt", "en"),
  ])
    expect((await read(wrong)).statusCode).toBe(404);
  const stranger = await app.build.client();
  for (const request of ["GET", "PUT", "DELETE"]) {
    const path = `/clients/${stranger.id}/events/${eventId}/captions${request === "GET" ? "" : "/en"}`;
    const answer = await callApi(app, `${request} ${path}`, request === "PUT" ? { vtt } : undefined);
    expect(answer.statusCode).toBe(404);
  }
  expect((await read(url)).statusCode).toBe(200);
  await app.build.changeEvent(eventId, { deletedAt: new Date() });
  expect((await read(url)).statusCode).toBe(404);
});

test("the published operation deletes all of one event's captions, and says the same when there are none", async () => {
  const other = await app.build.event(clientId);
  await newEvent();
  await put("en", vtt, "text/vtt");
  await put("de", vtt, "text/vtt");
  const kept = await callApi(app, `PUT /clients/${clientId}/events/${other.id}/captions/en`, { vtt });
  expect(kept.statusCode).toBe(200);
  for (const left of [0, 0]) {
    const answer = await app.call(token, `DELETE /client/${clientId}/event/${eventId}/vtt`);
    expect([answer.statusCode, answer.json()]).toEqual([200, { message: "VTT files have been deleted." }]);
    expect(await list()).toHaveLength(left);
  }
  expect(await listCaptions(app.database.db, clientId, other.id)).toHaveLength(1);
  const changes = await app.database.db
    .selectFrom("changes")
    .select(["kind", "actor"])
    .where("eventId", "=", eventId)
    .where("kind", "like", "captions%")
    .orderBy("id")
    .execute();
  const deleted = { kind: "captions.deleted", actor: `token:${token.id}` };
  const set = { kind: "captions.updated", actor: "operator" };
  expect(changes).toEqual([set, set, deleted]);
});

test("a copy of the event has the captions too", async () => {
  await newEvent();
  await put("en?label=Spoken", vtt, "text/vtt");
  const changes = { startsAt: new Date(), durationMinutes: 60 };
  const copy = await copyWebinar(app.database.db, eventParts, clientId, eventId, changes, { actor: "operator" });
  const [caption] = await listCaptions(app.database.db, clientId, copy.id);
  expect(caption).toMatchObject({ language: "en", label: "Spoken" });
  expect((await read(caption?.path ?? "")).body).toBe(vtt);
});
