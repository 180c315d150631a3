import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { PDFDocument } from "pdf-lib";
import { PNG } from "pngjs";
import { beforeAll, describe, expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";
import { addTestMedia, callApi, makeVideo } from "../../../../test/media-fixture.ts";
import { exif, jpeg, secret, segment } from "../../../../test/picture-fixture.ts";
import { processMediaJob, requeueMediaJob } from "./jobs.ts";

const app = await withApp();
const { id: clientId } = await app.build.client();
const baseUrl = await app.listen();

/** Adds a file, lets the workers at it, and answers what the operator sees. */
async function process(name: string, mediaType: string, content: Buffer) {
  const mediaId = await addTestMedia(app, clientId, { name, content, mediaType });
  await app.runJobs();
  return getMedia(mediaId);
}

async function getMedia(mediaId: number) {
  return (await callApi(app, `GET /clients/${clientId}/media/${mediaId}`)).json();
}

/** What ffprobe reads of a stream over HTTP, as a player would. */
async function probe(streamUrl: string) {
  const args = ["-v", "error", "-show_streams", "-show_format", "-of", "json"];
  const url = streamUrl.replace("http://lectern.test", baseUrl);
  const { stdout } = await promisify(execFile)(globalThis.process.env.FFPROBE ?? "ffprobe", [...args, url]);
  const { streams, format } = JSON.parse(stdout);
  const [{ width, height, side_data_list }] = streams;
  return {
    codecs: streams.map((one: { codec_name: string }) => one.codec_name),
    seconds: Number(format.duration),
    ...(width && { width, height, isTurned: side_data_list !== undefined }),
  };
}

/** The same MP4 with a quarter turn in its picture's header (tkhd, ISO 14496-12): the matrix's first two rows. */
function turned(mp4: Buffer): Buffer {
  const matrix = mp4.indexOf("tkhd") + 44;
  for (const [index, value] of [0, 0x10000, 0, -0x10000, 0].entries()) mp4.writeInt32BE(value, matrix + 4 * index);
  return mp4;
}

/** The encoder's own note in the first segment: a copied picture keeps that of the upload's, whose quality was 23. */
async function encoderOf(streamUrl: string): Promise<string> {
  const segment = await app.app.server.inject(addressOf(streamUrl).replace("index.m3u8", "segment-00000.m4s"));
  return segment.rawPayload.toString("latin1");
}

function addressOf(url: string): string {
  return url.replace("http://lectern.test", "");
}

describe("videos", () => {
  test("an MP4 of H.264 and AAC is copied into a stream that plays, with poster, size and length", async () => {
    const content = await makeVideo("talk.mp4", ["-pix_fmt", "yuv420p", "-metadata", "location=+52.5+013.4/"]);
    const media = await process("talk.mp4", "video/mp4", content);
    expect(media).toMatchObject({ kind: "video", state: "ready", width: 320, height: 180, fileName: "talk.mp4" });
    expect(media.durationSeconds).toBeCloseTo(2, 0);
    expect(await probe(media.streamUrl)).toMatchObject({ codecs: ["h264", "aac"], seconds: expect.closeTo(2, 0) });
    const playlist = await app.app.server.inject(addressOf(media.streamUrl));
    expect(playlist.headers["content-type"]).toBe("application/vnd.apple.mpegurl");
    expect(playlist.body).toContain('#EXT-X-MAP:URI="init.mp4"');
    const init = await app.app.server.inject(addressOf(media.streamUrl).replace("index.m3u8", "init.mp4"));
    expect([init.statusCode, init.headers["content-type"]]).toEqual([200, "video/mp4"]);
    expect(await encoderOf(media.streamUrl)).toContain("crf=23.0");
    // Where it was filmed is nobody's business.
    expect(init.rawPayload.includes("+52.5")).toBe(false);
    const poster = await app.app.server.inject(addressOf(media.posterUrl));
    expect([poster.headers["content-type"], poster.rawPayload.readUInt16BE(0)]).toEqual(["image/jpeg", 0xffd8]);
    const upload = await app.app.server.inject(addressOf(media.fileUrl));
    expect(upload.rawPayload.equals(content)).toBe(true);
  });

  test("another codec is transcoded", async () => {
    const media = await process("talk.wmv", "video/x-ms-wmv", await makeVideo("talk.wmv"));
    expect(media).toMatchObject({ state: "ready", width: 320, height: 180 });
    expect((await probe(media.streamUrl)).codecs).toEqual(["h264", "aac"]);
    expect(await encoderOf(media.streamUrl)).toContain("crf=22.0");
  });

  test("a picture with too few key frames to seek in gets more", async () => {
    const content = await makeVideo("talk.mp4", ["-pix_fmt", "yuv420p", "-g", "10000", "-sc_threshold", "0"], 24);
    const media = await process("talk.mp4", "video/mp4", content);
    const playlist = await app.app.server.inject(addressOf(media.streamUrl));
    expect(playlist.body.match(/#EXTINF/g)).toHaveLength(4);
  });

  test("a phone's picture, which lies on its side in the file, is set upright", async () => {
    const content = await makeVideo("phone.mp4", ["-pix_fmt", "yuv420p"]);
    const media = await process("phone.mp4", "video/mp4", turned(content));
    expect(media).toMatchObject({ state: "ready", width: 180, height: 320 });
    expect(await probe(media.streamUrl)).toMatchObject({ width: 180, height: 320, isTurned: false });
  });

  test("what only some browsers play is transcoded too: colours in full", async () => {
    const full = await process("talk.mov", "video/quicktime", await makeVideo("talk.mov", ["-pix_fmt", "yuv444p"]));
    expect((await probe(full.streamUrl)).codecs).toEqual(["h264", "aac"]);
    const bytes = await app.app.server.inject(addressOf(full.streamUrl).replace("index.m3u8", "init.mp4"));
    // avcC: version 1, profile 100 (High), of which every browser knows 8 bit 4:2:0.
    expect(bytes.rawPayload[bytes.rawPayload.indexOf("avcC") + 5]).toBe(100);
  });

  test("an MP3 becomes a stream of sound without a poster", async () => {
    const media = await process("talk.mp3", "audio/mpeg", await makeVideo("talk.mp3"));
    expect(media.state).toBe("ready");
    expect(media.posterUrl).toBeUndefined();
    expect((await probe(media.streamUrl)).codecs).toEqual(["aac"]);
  });

  test("a damaged file fails with a reason, and leaves no files", async () => {
    const whole = await makeVideo("talk.mp4", ["-movflags", "faststart", "-pix_fmt", "yuv420p"]);
    const noise = await process("noise.mp4", "video/mp4", Buffer.alloc(20_000, "noise"));
    expect(noise).toMatchObject({ state: "failed", reason: expect.stringContaining("damaged") });
    const half = await process("half.mp4", "video/mp4", whole.subarray(0, whole.length / 3));
    expect(half).toMatchObject({ state: "failed", reason: expect.any(String) });
    expect(half.streamUrl).toBeUndefined();
    const incoming = join(app.jobContext.config.dataFolder, "incoming");
    expect(await readdir(incoming)).toEqual([]);
  });

  test("a list of other files that poses as a video reads nothing", async () => {
    const playlist = "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n";
    for (const list of [playlist, "ffconcat version 1.0\nfile /etc/passwd\n"])
      expect(await process("list.avi", "video/x-msvideo", Buffer.from(list))).toMatchObject({ state: "failed" });
  });

  test("a server without ffmpeg says so", async () => {
    const mediaId = await addTestMedia(app, clientId, {
      name: "talk.mp3",
      content: await makeVideo("talk.mp3"),
      mediaType: "audio/mpeg",
    });
    const config = { ...app.jobContext.config, ffprobe: "no-such-program", ffmpeg: "no-such-program" };
    await processMediaJob.run({ ...app.jobContext, config }, { clientId, mediaId });
    const reason = "ffmpeg is not installed on this server: ask its operator to install it";
    expect(await getMedia(mediaId)).toMatchObject({ state: "failed", reason });
    const change = await app.database.db
      .selectFrom("changes")
      .select("kind")
      .where("subjectId", "=", mediaId)
      .executeTakeFirstOrThrow();
    expect(change.kind).toBe("media.failed");
  });
});

describe("documents", () => {
  test("a PDF gets its pages counted and a cover", async () => {
    const pdf = await PDFDocument.create();
    for (const text of ["Cover", "Inside", "End"]) pdf.addPage([600, 800]).drawText(text);
    const media = await process("paper.pdf", "application/pdf", Buffer.from(await pdf.save()));
    expect(media).toMatchObject({ kind: "document", state: "ready", pageCount: 3 });
    const cover = await app.app.server.inject(addressOf(media.posterUrl));
    const { width, height } = PNG.sync.read(cover.rawPayload);
    expect([cover.headers["content-type"], width, height]).toEqual(["image/png", 1600, 2133]);
  });

  test("a damaged PDF fails with a reason", async () => {
    const media = await process("paper.pdf", "application/pdf", Buffer.from("%PDF-1.7 and nothing else"));
    expect(media).toMatchObject({ state: "failed", reason: "The PDF is damaged" });
  });

  test("pictures are their own covers", async () => {
    const png = await process("a.png", "image/png", PNG.sync.write(new PNG({ width: 30, height: 20 })));
    expect(png).toMatchObject({ state: "ready", width: 30, height: 20, posterUrl: png.fileUrl });
    const jpg = await process("a.jpg", "image/jpeg", await makeVideo("a.jpg", ["-frames:v", "1", "-an"]));
    expect(jpg).toMatchObject({ state: "ready", width: 320, height: 180 });
    const broken = await process("a.jpg", "image/jpeg", Buffer.from("ffd8ffe000", "hex"));
    expect(broken).toMatchObject({ state: "failed", reason: "The picture is damaged" });
  });
});

describe("what pictures tell", () => {
  test("a turned picture is measured upright, and says nothing of where it was taken", async () => {
    const media = await process("a.jpg", "image/jpeg", jpeg(exif(6)));
    expect(media).toMatchObject({ state: "ready", width: 20, height: 30 });
    const cover = await app.app.server.inject(addressOf(media.posterUrl));
    expect([cover.statusCode, cover.rawPayload.length, cover.rawPayload.includes(secret)]).toEqual([
      200,
      media.byteSize,
      false,
    ]);
  });

  test("two megabytes of it before the picture do no harm", async () => {
    const remarks = Array.from({ length: 40 }, () => segment(0xed, "x".repeat(60_000)));
    const media = await process("a.jpg", "image/jpeg", jpeg(...remarks));
    expect(media).toMatchObject({ state: "ready", width: 30, height: 20 });
  });
});

describe("work that is dropped", () => {
  let content: Buffer;
  beforeAll(async () => {
    content = await makeVideo("talk.mp3");
  });

  async function addSound() {
    return addTestMedia(app, clientId, { name: "talk.mp3", content, mediaType: "audio/mpeg" });
  }

  /** As a worker leaves it that was killed so many minutes ago. */
  async function abandon(mediaId: number, minutesAgo: number, more: object = {}): Promise<void> {
    const { db, pool } = app.database;
    await pool.query("update graphile_worker._private_jobs set locked_at = now(), locked_by = 'killed'");
    await db
      .updateTable("media")
      .set({ state: "processing", claimedAt: new Date(Date.now() - minutesAgo * 60_000), ...more })
      .where("id", "=", mediaId)
      .execute();
  }

  test("a killed worker's claim is taken up after two minutes, by the schedule, and not before", async () => {
    const mediaId = await addSound();
    await abandon(mediaId, 1);
    await processMediaJob.run(app.jobContext, { clientId, mediaId });
    await requeueMediaJob.run(app.jobContext, {});
    await app.runJobs();
    expect((await getMedia(mediaId)).state).toBe("processing");
    await abandon(mediaId, 3);
    await requeueMediaJob.run(app.jobContext, {});
    await app.runJobs();
    expect((await getMedia(mediaId)).state).toBe("ready");
  });

  test("work that was never begun is queued after two minutes; what waits in the queue stays there", async () => {
    const mediaId = await addSound();
    const { db, pool } = app.database;
    const createdAt = new Date(Date.now() - 180_000);
    await db.updateTable("media").set({ createdAt }).where("id", "=", mediaId).execute();
    const later = "update graphile_worker._private_jobs set run_at = now() + interval '1 hour'";
    await pool.query(later);
    await requeueMediaJob.run(app.jobContext, {});
    await app.runJobs();
    expect((await getMedia(mediaId)).state).toBe("received");
    await pool.query("delete from graphile_worker._private_jobs");
    await requeueMediaJob.run(app.jobContext, {});
    await app.runJobs();
    expect((await getMedia(mediaId)).state).toBe("ready");
  });

  test("a worker that lost its claim meanwhile writes nothing", async () => {
    const mediaId = await addSound();
    const { db } = app.database;
    const taken = new Date(Date.now() + 1000);
    // Another worker takes over while this one reads the upload.
    const fetch: typeof app.jobContext.files.fetch = async (from, to) => {
      await db.updateTable("media").set({ claimedAt: taken }).where("id", "=", mediaId).execute();
      await app.jobContext.files.fetch(from, to);
    };
    const files = { ...app.jobContext.files, fetch };
    await processMediaJob.run({ ...app.jobContext, files }, { clientId, mediaId });
    const media = await db.selectFrom("media").selectAll().where("id", "=", mediaId).executeTakeFirstOrThrow();
    expect(media).toMatchObject({ state: "processing", claimedAt: taken, streamFileId: null });
  });

  test("a fault of the server frees the work for the queue's next attempt, and is given up after the tenth", async () => {
    const mediaId = await addSound();
    const fetch = async () => {
      throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
    };
    const broken = { ...app.jobContext, files: { ...app.jobContext.files, fetch } };
    await expect(processMediaJob.run(broken, { clientId, mediaId })).rejects.toThrow("no space");
    expect((await getMedia(mediaId)).state).toBe("received");
    await abandon(mediaId, 3, { attempts: 9 });
    await processMediaJob.run(broken, { clientId, mediaId });
    expect(await getMedia(mediaId)).toMatchObject({ state: "failed", reason: expect.stringContaining("10 times") });
  });

  test("a program that stops kills the converter and leaves the work to the next, uncounted", async () => {
    const mediaId = await addSound();
    const stopping = new AbortController();
    const fetch: typeof app.jobContext.files.fetch = async (from, to) => {
      await app.jobContext.files.fetch(from, to);
      stopping.abort(new Error("stopping"));
    };
    const context = { ...app.jobContext, files: { ...app.jobContext.files, fetch }, signal: stopping.signal };
    await expect(processMediaJob.run(context, { clientId, mediaId })).rejects.toThrow("stopping");
    const media = await app.database.db
      .selectFrom("media")
      .selectAll()
      .where("id", "=", mediaId)
      .executeTakeFirstOrThrow();
    expect(media).toMatchObject({ state: "received", claimedAt: null, attempts: 0 });
  });
});
