import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { PDFDocument, rgb } from "pdf-lib";
import { PNG } from "pngjs";
import { beforeEach, describe, expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";
import { callApi, makeLinkingPptx, makePptx } from "../../../../test/media-fixture.ts";
import { eventParts } from "../../../app.ts";
import { copyWebinar } from "../events/create-event.ts";
import { processSlidesJob, requeueSlidesJob } from "./jobs.ts";
import { listDecks, listEventSlides } from "./queries.ts";

const app = await withApp();
const { id: clientId } = await app.build.client();
const token = await app.build.token(clientId);
let eventId: number;

beforeEach(async () => {
  ({ id: eventId } = await app.build.event(clientId, { title: "With slides" }));
});

async function makePdf(...texts: string[]): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  for (const text of texts) {
    const page = pdf.addPage([960, 540]);
    page.drawRectangle({ x: 0, y: 0, width: 960, height: 540, color: rgb(1, 0, 0) });
    page.drawText(text, { x: 40, y: 40 });
  }
  return Buffer.from(await pdf.save());
}

function upload(name: string, content: Buffer | string, field = "file") {
  return app.call(token, `POST /client/${clientId}/event/${eventId}/slides`, { file: { name, content, field } });
}

function list(id = eventId) {
  return app.call(token, `GET /client/${clientId}/event/${id}/slides`);
}

describe("upload and listing", () => {
  test("a PowerPoint presentation becomes an image and the text of each slide", async () => {
    const answer = await upload("myPresentation.pptx", await makePptx("Why webinars", "How they work"));
    expect([answer.statusCode, answer.json()]).toEqual([
      200,
      { message: "RECEIVED", mediafile: "myPresentation.pptx" },
    ]);
    const received = (await list()).json();
    expect(received).toEqual({
      eventid: eventId,
      eventtitle: "With slides",
      slides: [{ mediaurlid: expect.any(Number), message: "RECEIVED", mediafile: "myPresentation.pptx" }],
    });
    await app.runJobs();
    expect((await list()).json().slides).toEqual([{ ...received.slides[0], message: "SUCCESS" }]);
    const [deck] = await listEventSlides(app.database.db, clientId, eventId);
    expect(deck).toMatchObject({ deckId: received.slides[0].mediaurlid, name: "myPresentation.pptx" });
    expect(deck?.pages.map(({ page, text }) => [page, text])).toEqual([
      [1, "Why webinars"],
      [2, "How they work"],
    ]);
    expect(await sizeOf(deck?.pages[1]?.imagePath)).toEqual([1600, 900]);
  });

  test("a PDF does too, without any program but our own; decks stay in the order of their upload", async () => {
    await upload("a.pdf", await makePdf("Alpha", "Beta", "Gamma"));
    await upload("b.PDF", await makePdf("Delta"));
    await app.runJobs();
    const decks = await listEventSlides(app.database.db, clientId, eventId);
    expect(decks.map(({ name, pages }) => [name, pages.map(({ text }) => text)])).toEqual([
      ["a.pdf", ["Alpha", "Beta", "Gamma"]],
      ["b.PDF", ["Delta"]],
    ]);
    const image = await app.app.server.inject(decks[0]?.pages[0]?.imagePath ?? "");
    expect(image.headers["content-type"]).toBe("image/png");
    expect([...PNG.sync.read(image.rawPayload).data.subarray(0, 4)]).toEqual([255, 0, 0, 255]);
  });

  test("a presentation may not load what it links to", async () => {
    const asked: string[] = [];
    const server = createServer((request, answer) => {
      asked.push(request.url ?? "");
      answer.end();
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    await upload("links.pptx", await makeLinkingPptx("Look here", `http://127.0.0.1:${port}/secret.png`));
    await app.runJobs();
    server.close();
    const [deck] = await listEventSlides(app.database.db, clientId, eventId);
    expect([deck?.pages[0]?.text, asked]).toEqual(["Look here", []]);
  });

  test("what was filled into a PDF's form stands on the page's image", async () => {
    const pdf = await PDFDocument.create();
    const page = pdf.addPage([960, 540]);
    const form = pdf.getForm();
    const look = { borderWidth: 0, backgroundColor: rgb(1, 1, 1), x: 100, width: 600, height: 60 };
    const name = form.createTextField("name");
    name.addToPage(page, { ...look, y: 400 });
    name.setText("MMMM");
    const choice = form.createDropdown("choice");
    choice.addOptions(["WWWW"]);
    choice.addToPage(page, { ...look, y: 250 });
    choice.select("WWWW");
    const box = form.createCheckBox("agreed");
    box.addToPage(page, { ...look, y: 100, width: 60 });
    box.check();
    form.createTextField("empty").addToPage(page, { ...look, y: 20 });
    await upload("form.pdf", Buffer.from(await pdf.save()));
    await app.runJobs();
    const [slides] = await listEventSlides(app.database.db, clientId, eventId);
    const image = PNG.sync.read((await app.app.server.inject(slides?.pages[0]?.imagePath ?? "")).rawPayload);
    const isWrittenOn = (y: number) => countDark(image, { x: 100, y, width: 600, height: 60 }) > 100;
    expect([400, 250, 100, 20].map(isWrittenOn)).toEqual([true, true, true, false]);
  });

  test("a page's image keeps its shape, however odd", async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage([20, 14_000]);
    pdf.addPage([14_000, 20]);
    await upload("odd.pdf", Buffer.from(await pdf.save()));
    await app.runJobs();
    const [deck] = await listEventSlides(app.database.db, clientId, eventId);
    expect(await sizeOf(deck?.pages[0]?.imagePath)).toEqual([5, 3200]);
    expect(await sizeOf(deck?.pages[1]?.imagePath)).toEqual([1600, 2]);
  });

  test("anything but a presentation is refused by name and by content, and nothing is kept", async () => {
    const word97 = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from("WordDocument", "utf16le")]);
    const files: [string, Buffer | string][] = [
      ["notes.txt", "text"],
      ["deck.pptx", "text"],
      ["deck.key", await makePptx("Hello")],
      ["deck.pdf", await makePptx("Hello")],
      ["deck.pptx", await makePdf("Hello")],
      ["deck.ppt", Buffer.concat([word97, Buffer.alloc(4096)])],
      ["deck.pdf", ""],
    ];
    for (const [name, content] of files) {
      const answer = await upload(name, content);
      expect([answer.statusCode, answer.json().message]).toEqual([400, "File is not a Power Point presentation"]);
    }
    const { db } = app.database;
    expect(await listDecks(db, clientId, eventId)).toEqual([]);
    const files0 = await db.selectFrom("files").select("id").where("name", "=", "deck.key").execute();
    expect(files0).toEqual([]);
  });

  test("an old PowerPoint file is known by the name of its stream", async () => {
    const powerPoint97 = Buffer.alloc(3 * 1024 * 1024);
    Buffer.from("d0cf11e0a1b11ae1", "hex").copy(powerPoint97);
    // Across the border of what is read at once.
    Buffer.from("PowerPoint Document", "utf16le").copy(powerPoint97, 1024 * 1024 - 7);
    expect((await upload("old.ppt", powerPoint97)).statusCode).toBe(200);
    // It has nothing but the name.
    await app.runJobs();
    const reason = "LibreOffice could not read the presentation: it is damaged or locked with a password";
    expect((await list()).json().slides).toEqual([expect.objectContaining({ message: "FAILED", reason })]);
  });

  test("a call without a file, and an event without slides", async () => {
    const missing = await upload("deck.pdf", await makePdf("x"), "other");
    expect([missing.statusCode, missing.json().message]).toEqual([400, "The file parameter is missing."]);
    const form = await app.call(token, `POST /client/${clientId}/event/${eventId}/slides`, { form: { file: "x" } });
    expect([form.statusCode, form.json().message]).toEqual([400, "The file parameter is missing."]);
    const none = await list();
    expect([none.statusCode, none.json().message]).toEqual([404, "No slides found"]);
  });

  test("another client's slides are out of reach", async () => {
    await upload("a.pdf", await makePdf("Alpha"));
    const stranger = await app.build.token((await app.build.client()).id);
    const refused = await app.call(stranger, `GET /client/${clientId}/event/${eventId}/slides`);
    expect(refused.statusCode).toBe(403);
    const own = await app.call(stranger, `GET /client/${stranger.clientId}/event/${eventId}/slides`);
    expect(own.statusCode).toBe(404);
    const [deck] = await listDecks(app.database.db, clientId, eventId);
    const path = `/clients/${stranger.clientId}/events/${eventId}/slides`;
    expect((await callApi(app, `GET ${path}`)).statusCode).toBe(404);
    expect((await callApi(app, `DELETE ${path}/${deck?.id}`)).statusCode).toBe(404);
    expect(await listDecks(app.database.db, clientId, eventId)).toHaveLength(1);
  });
});

describe("failures", () => {
  test("a server without LibreOffice says so; PDFs go on working", async () => {
    await upload("deck.pptx", await makePptx("Hello"));
    const [deck] = await listDecks(app.database.db, clientId, eventId);
    const config = { ...app.jobContext.config, soffice: "no-such-program" };
    await processSlidesJob.run({ ...app.jobContext, config }, { clientId, deckId: deck?.id });
    expect((await list()).json().slides).toEqual([
      {
        mediaurlid: deck?.id,
        message: "FAILED",
        mediafile: "deck.pptx",
        reason: "LibreOffice is not installed on this server: install it, or upload a PDF",
      },
    ]);
  });

  test("a damaged deck fails with a reason", async () => {
    await upload("deck.pdf", (await makePdf("Hello")).subarray(0, 200));
    await app.runJobs();
    const { slides } = (await list()).json();
    expect(slides).toEqual([expect.objectContaining({ message: "FAILED", reason: "The PDF is damaged" })]);
    expect(await listEventSlides(app.database.db, clientId, eventId)).toEqual([]);
  });

  test("a killed worker's deck is taken up again, and its pages are there once", async () => {
    await upload("deck.pdf", await makePdf("Alpha", "Beta"));
    const { db, pool } = app.database;
    await pool.query("delete from graphile_worker._private_jobs");
    const claimedAt = new Date(Date.now() - 180_000);
    const abandoned = { state: "processing", claimedAt };
    await db.updateTable("slideDecks").set(abandoned).where("eventId", "=", eventId).execute();
    expect((await list()).json().slides[0].message).toBe("PROCESSING");
    await requeueSlidesJob.run(app.jobContext, {});
    await requeueSlidesJob.run(app.jobContext, {});
    await app.runJobs();
    const [deck] = await listEventSlides(db, clientId, eventId);
    expect(deck?.pages.map(({ text }) => text)).toEqual(["Alpha", "Beta"]);
  });
});

test("the operator sees pages with their texts, and takes decks out", async () => {
  await upload("a.pdf", await makePdf("Alpha"));
  await app.runJobs();
  const path = `/clients/${clientId}/events/${eventId}/slides`;
  const { decks } = (await callApi(app, `GET ${path}`)).json();
  expect(decks).toEqual([
    {
      deckId: expect.any(Number),
      fileName: "a.pdf",
      state: "ready",
      createdAt: expect.any(String),
      fileUrl: expect.stringMatching(/^http:\/\/lectern\.test\/files\/[\da-f]{32}$/),
      pages: [{ page: 1, imageUrl: expect.stringContaining("/page-1.png"), text: "Alpha" }],
    },
  ]);
  expect((await callApi(app, `DELETE ${path}/${decks[0].deckId}`)).statusCode).toBe(204);
  expect((await callApi(app, `DELETE ${path}/${decks[0].deckId}`)).statusCode).toBe(404);
  expect((await list()).statusCode).toBe(404);
  expect(await listEventSlides(app.database.db, clientId, eventId)).toEqual([]);
});

test("a copy of the event has the slides too, with shared files; unfinished ones are finished for both", async () => {
  await upload("a.pdf", await makePdf("Alpha", "Beta"));
  await upload("gone.pdf", await makePdf("Gone"));
  await app.runJobs();
  const { db } = app.database;
  const gone = (await listDecks(db, clientId, eventId)).find(({ fileName }) => fileName === "gone.pdf");
  await callApi(app, `DELETE /clients/${clientId}/events/${eventId}/slides/${gone?.id}`);
  await upload("b.pdf", await makePdf("Gamma"));
  const changes = { startsAt: new Date(), durationMinutes: 60 };
  const copy = await copyWebinar(db, eventParts, clientId, eventId, changes, { actor: "operator" });
  expect((await list(copy.id)).json().slides.map(({ message }: { message: string }) => message)).toEqual([
    "SUCCESS",
    "RECEIVED",
  ]);
  await app.runJobs();
  const [source, copied] = await Promise.all([eventId, copy.id].map((id) => listEventSlides(db, clientId, id)));
  expect(copied?.map(({ name, pages }) => [name, pages.map(({ text }) => text)])).toEqual([
    ["a.pdf", ["Alpha", "Beta"]],
    ["b.pdf", ["Gamma"]],
  ]);
  expect(copied?.[0]?.pages[0]?.imagePath).toBe(source?.[0]?.pages[0]?.imagePath);
  expect(copied?.[0]?.deckId).not.toBe(source?.[0]?.deckId);
});

async function sizeOf(imagePath = ""): Promise<[number, number]> {
  const { width, height } = PNG.sync.read((await app.app.server.inject(imagePath)).rawPayload);
  return [width, height];
}

/** Dark dots of a 1600 pixels wide image inside a box of its 960 x 540 page, whose y grows upward. */
function countDark(image: PNG, { x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  const scale = image.width / 960;
  let count = 0;
  // Two points inside, where a frame would be none of the content.
  for (let row = Math.ceil((540 - y - height + 2) * scale); row < (540 - y - 2) * scale; row++)
    for (let column = Math.ceil((x + 2) * scale); column < (x + width - 2) * scale; column++)
      if ((image.data[(row * image.width + column) * 4] ?? 255) < 100) count++;
  return count;
}
