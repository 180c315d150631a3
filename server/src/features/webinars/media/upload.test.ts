import { readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import type { TestToken } from "../../../../test/builders.ts";
import type { CallOptions } from "../../../../test/call.ts";
import { withApp } from "../../../../test/harness.ts";
import { sweepFilesJob } from "../../base/files/jobs.ts";

const app = await withApp();
const token = await app.build.token((await app.build.client()).id);
const path = `/client/${token.clientId}/mediamanager`;
beforeEach(async () => {
  for (const table of ["media", "changes", "files"]) await app.database.pool.query(`delete from ${table}`);
  await app.database.pool.query("select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))");
});

const bytes = (head: string) => Buffer.concat([Buffer.from(head, "latin1"), Buffer.alloc(64)]);
const contents = {
  mp4: bytes("\0\0\0\x18ftypisom\0\0\x02\0isomiso2"),
  mov: bytes("\0\0\0\x14ftypqt  \0\0\0\0qt  "),
  mp3: bytes("ID3\x03\0\0\0\0\0\0\xff\xfb\x90\x64"),
  flv: bytes("FLV\x01\x05\0\0\0\x09"),
  avi: bytes("RIFF\x40\0\0\0AVI LIST"),
  wmv: bytes(
    "\x30\x26\xb2\x75\x8e\x66\xcf\x11\xa6\xd9\0\xaa\0\x62\xce\x6c\x66\0\0\0\0\0\0\0\x01\0\0\0\x01\x02" +
      "\x91\x07\xdc\xb7\xb7\xa9\xcf\x11\x8e\xe6\0\xc0\x0c\x20\x53\x65\x4e\0\0\0\0\0\0\0" +
      "\xc0\xef\x19\xbc\x4d\x5b\xcf\x11\xa8\xfd\0\x80\x5f\x5c\x44\x2b",
  ),
  pdf: bytes("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"),
  jpg: bytes("\xff\xd8\xff\xe0\0\x10JFIF\0"),
  png: bytes("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0"),
};
type Kind = keyof typeof contents;

const video = (options: CallOptions) => app.call(token, `POST ${path}/uploadvideo`, options);
const document = (options: CallOptions) => app.call(token, `POST ${path}/document`, options);
const file = (name: string, content: Buffer | string = contents.mp4) => ({ name, content });

async function rows() {
  const { rows: media } = await app.database.pool.query(
    `select m.*, f.name, f.media_type, f.byte_size::int, f.key, f.state as file_state, f.created_by as sent_by
     from media m join files f on f.client_id = m.client_id and f.id = m.file_id order by m.id`,
  );
  return media;
}

/** Whatever an upload could leave behind. */
async function traces() {
  const count = async (table: string) =>
    (await app.database.pool.query(`select count(*)::int as n from ${table}`)).rows[0].n;
  const folders = ["incoming", "files"].map((name) => join(app.jobContext.config.dataFolder, name));
  const entries = await Promise.all(
    folders.map((folder) => readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])),
  );
  return {
    files: await count("files"),
    media: await count("media"),
    changes: await count("changes"),
    jobs: await count("graphile_worker.jobs where locked_at is null and attempts < max_attempts"),
    onDisk: entries.flat().filter((entry) => entry.isFile()).length,
  };
}

async function expectNoTraceOf(call: () => Promise<{ statusCode: number; json(): unknown }>) {
  const before = await traces();
  const answer = await call();
  expect(await traces()).toEqual(before);
  return [answer.statusCode, (answer.json() as { message: string }).message];
}

const notAccepted = [400, "File is not accepted filetype"];

test("a video is received: kept, listed as received, and queued for processing, at once", async () => {
  const answer = await video({ file: file("My talk.mp4") });
  expect([answer.statusCode, answer.body]).toEqual([200, '{"message":"RECEIVED","mediafile":"My talk.mp4"}']);
  const [media] = await rows();
  expect(media).toMatchObject({
    kind: "video",
    title: "My talk",
    external_id: null,
    state: "received",
    created_by: `token:${token.id}`,
    media_type: "video/mp4",
    byte_size: contents.mp4.length,
    file_state: "stored",
  });
  const { rows: jobs } = await app.database.pool.query(
    `select t.identifier, j.payload, j.key from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id where j.key is not null`,
  );
  const payload = { clientId: token.clientId, mediaId: Number(media.id) };
  expect(jobs).toEqual([{ identifier: "process-media", payload, key: `media:${media.id}` }]);
  const { rows: changes } = await app.database.pool.query("select kind, subject_id::int, actor from changes");
  expect(changes).toEqual([{ kind: "media.uploaded", subject_id: payload.mediaId, actor: `token:${token.id}` }]);
  expect((await app.app.server.inject(`/files/${media.key}`)).rawPayload.equals(contents.mp4)).toBe(true);
});

test("a document is received; the answer names it as its sender does", async () => {
  const answer = await document({ file: file("Übung 1.PDF", contents.pdf) });
  expect(answer.json()).toEqual({ message: "RECEIVED", mediafile: "Übung 1.PDF" });
  expect(await rows()).toMatchObject([{ kind: "document", title: "Übung 1", media_type: "application/pdf" }]);
});

test.each(["mp4", "wmv", "mov", "mp3", "flv", "avi"] as Kind[])("%s is a video", async (kind) => {
  expect((await video({ file: file(`a.${kind}`, contents[kind]) })).statusCode).toBe(200);
  expect(await expectNoTraceOf(() => document({ file: file(`a.${kind}`, contents[kind]) }))).toEqual(notAccepted);
});

test.each([["pdf"], ["jpg"], ["jpeg", "jpg"], ["png"]] as [string, Kind?][])("%s is a document", async (name, kind) => {
  const content = contents[kind ?? (name as Kind)];
  expect((await document({ file: file(`a.${name}`, content) })).statusCode).toBe(200);
  expect(await expectNoTraceOf(() => video({ file: file(`a.${name}`, content) }))).toEqual(notAccepted);
});

describe("not accepted", () => {
  test.each([
    ["a PNG that says it is a video", "talk.mp4", contents.png],
    ["a page that says it is a video", "talk.mp4", "<html><script>alert(1)</script></html>"],
    ["a program that says it is a video", "talk.mp4", bytes("MZ\x90\0")],
    ["a video of another kind than it says", "talk.avi", contents.mp4],
    ["an extension that is not published", "talk.mkv", contents.mp4],
    ["no extension", "mp4", contents.mp4],
    ["another extension behind", "talk.mp4.exe", contents.mp4],
    ["an empty file", "talk.mp4", ""],
    ["a file cut short", "talk.mp4", contents.mp4.subarray(0, 6)],
  ])("%s", async (_what, name, content) => {
    expect(await expectNoTraceOf(() => video({ file: file(name, content) }))).toEqual(notAccepted);
  });

  test.each([
    ["a video that says it is a PDF", "a.pdf", contents.mp4],
    ["a page that says it is a picture", "a.png", "<svg xmlns='http://www.w3.org/2000/svg'/>"],
  ])("%s", async (_what, name, content) => {
    expect(await expectNoTraceOf(() => document({ file: file(name, content) }))).toEqual(notAccepted);
  });

  test("no file, a file in another field, or no multipart", async () => {
    expect(await expectNoTraceOf(() => video({}))).toEqual(notAccepted);
    expect(await expectNoTraceOf(() => video({ form: { file: "talk.mp4" } }))).toEqual(notAccepted);
    expect(
      await expectNoTraceOf(() => document({ file: { ...file("a.pdf", contents.pdf), field: "document" } })),
    ).toEqual(notAccepted);
  });
});

describe("metadata", () => {
  test.each([
    [{ id: "e164529c-2ea2", title: "A title" }, "A title", "e164529c-2ea2"],
    [{ ID: 7, Title: " Zoë's " }, "Zoë's", "7"],
    [{ title: null, id: "", other: [1] }, "talk", null],
    [{}, "talk", null],
  ])("%j", async (metadata, title, externalId) => {
    expect((await video({ file: file("talk.mp4"), form: { metadata: JSON.stringify(metadata) } })).statusCode).toBe(
      200,
    );
    expect(await rows()).toMatchObject([{ title, external_id: externalId }]);
  });

  test.each([
    "{",
    "[]",
    '"text"',
    "7",
    '{"title":{}}',
    '{"id":true}',
    `{"title":"${"x".repeat(256)}"}`,
    '{"id":"\\ud800"}',
  ])("%s is refused", async (metadata) => {
    const call = () => document({ file: file("a.pdf", contents.pdf), form: { metadata } });
    expect(await expectNoTraceOf(call)).toEqual([400, "Invalid metadata."]);
  });
});

describe("who may", () => {
  test("not without a token, not with a wrong one, not with one of another client", async () => {
    const stranger = await app.build.token((await app.build.client()).id);
    const upload = (who: TestToken | undefined) => () =>
      app.call(who, `POST ${path}/uploadvideo`, { file: file("talk.mp4") });
    expect((await expectNoTraceOf(upload(undefined)))[0]).toBe(401);
    expect(await expectNoTraceOf(upload({ ...token, secret: "wrong" }))).toEqual([
      401,
      "AccessTokenKey and AccessTokenSecret are wrong or invalid.",
    ]);
    expect(await expectNoTraceOf(upload(stranger))).toEqual([
      403,
      "You do not have permission to perform the requested operation.",
    ]);
    expect(await expectNoTraceOf(upload(await app.build.token(token.clientId, ["Slides"])))).toEqual([
      403,
      "You do not have permission to perform the requested operation.",
    ]);
  });

  test("a client that does not exist, and one that is closed", async () => {
    const unknown = () => app.call(token, "POST /client/999999999/mediamanager/document", { file: file("a.pdf") });
    expect(await expectNoTraceOf(unknown)).toEqual([404, "The client 999999999 doesn't exist"]);
    const { id } = await app.build.client();
    const own = await app.build.token(id);
    await app.build.changeClient(id, { isActive: false });
    const closed = () => app.call(own, `POST /client/${id}/mediamanager/uploadvideo`, { file: file("a.mp4") });
    expect(await expectNoTraceOf(closed)).toEqual([403, `The client id ${id} is inactive`]);
  });
});

test("a store that fails is the published 500, and what is left of the upload is for the sweep", async () => {
  const store = join(app.jobContext.config.dataFolder, "files");
  await rm(store, { recursive: true, force: true });
  const before = await traces();
  await writeFile(store, "a file where the folder should be");
  try {
    const answer = await video({ file: file("talk.mp4") });
    const message = "Response code from uploading service is not success";
    expect([answer.statusCode, answer.json()]).toEqual([500, { message }]);
  } finally {
    await rm(store);
  }
  // The row waits, because the store could not be asked to remove what it may have.
  expect(await traces()).toEqual({ ...before, files: 1 });
  await sweepFilesJob.run(app.jobContext, {});
  expect(await traces()).toEqual(before);
});

test("what fails after the file is stored takes the file back", async () => {
  await app.database.pool.query("alter table media add constraint broken check (title <> 'break')");
  try {
    const form = { metadata: '{"title":"break"}' };
    expect((await expectNoTraceOf(() => video({ file: file("talk.mp4"), form })))[0]).toBe(500);
  } finally {
    await app.database.pool.query("alter table media drop constraint broken");
  }
});
