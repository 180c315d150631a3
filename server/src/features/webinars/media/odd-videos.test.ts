import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";
import { addTestMedia, callApi, makeVideo } from "../../../../test/media-fixture.ts";

const app = await withApp();
const { id: clientId } = await app.build.client();
const baseUrl = await app.listen();

const types: Readonly<Record<string, string>> = { mp4: "video/mp4", mov: "video/quicktime", avi: "video/x-msvideo" };

async function process(name: string, content: Buffer) {
  const mediaType = types[name.slice(-3)] ?? "";
  const mediaId = await addTestMedia(app, clientId, { name, content, mediaType });
  await app.runJobs();
  return (await callApi(app, `GET /clients/${clientId}/media/${mediaId}`)).json();
}

/** What ffprobe says of the stream's tracks, each with the time at which its last packet ends. */
async function probe(streamUrl: string) {
  const args = ["-v", "error", "-show_streams", "-show_packets", "-of", "json"];
  const url = streamUrl.replace("http://lectern.test", baseUrl);
  const { stdout } = await promisify(execFile)(globalThis.process.env.FFPROBE ?? "ffprobe", [...args, url], {
    maxBuffer: 100_000_000,
  });
  const { streams, packets } = JSON.parse(stdout);
  const endOf = (index: number) =>
    packets
      .filter((one: { stream_index: number }) => one.stream_index === index)
      .reduce(
        (end: number, one: Record<string, string>) => Math.max(end, Number(one.pts_time) + Number(one.duration_time)),
        0,
      );
  const [video] = streams.filter((one: { codec_type: string }) => one.codec_type === "video");
  const [audio] = streams.filter((one: { codec_type: string }) => one.codec_type === "audio");
  return { video, audio, videoEnd: video && endOf(video.index), audioEnd: audio && endOf(audio.index) };
}

const plain = ["-pix_fmt", "yuv420p"];
const standsStill = ["-vf", "select='lt(t,1)+gt(t,33)'", "-vsync", "vfr"];

test.each<[what: string, name: string, args: string[], seconds: number, expected: number]>([
  ["picture shorter than sound", "talk.mp4", ["-vf", "trim=end=1", ...plain], 5, 5],
  ["a still picture with sound", "talk.mp4", ["-vf", "select='eq(n,0)'", ...plain], 5, 5],
  ["a single frame", "frame.mp4", ["-frames:v", "1", "-an", ...plain], 1, 0.1],
  ["H.264 with B-frames in AVI", "talk.avi", ["-c:v", "libx264", "-bf", "3", ...plain], 3, 3],
  ["a screen that stands still for half a minute", "screen.mp4", [...standsStill, ...plain], 34, 34],
  ["the same without sound", "screen.mp4", [...standsStill, "-an", ...plain], 34, 34],
  ["sound shorter than picture", "talk.mov", ["-af", "atrim=end=1", ...plain], 4, 4],
])("%s is ready at its longest track's length", async (_what, name, args, seconds, expected) => {
  const media = await process(name, await makeVideo(name, args, seconds));
  expect(media).toMatchObject({ state: "ready", width: 320, height: 180, posterUrl: expect.any(String) });
  // AVI's MP3 ends with what its encoder held back.
  expect(Math.abs(media.durationSeconds - expected)).toBeLessThan(0.5);
  const { video, videoEnd } = await probe(media.streamUrl);
  expect([video.codec_name, Math.abs(videoEnd - expected) < 0.8]).toEqual(["h264", true]);
  const playlist = await app.app.server.inject(new URL(media.streamUrl).pathname);
  const lengths = [...playlist.body.matchAll(/#EXTINF:([\d.]+)/g)].map(([, length]) => Number(length));
  expect(lengths.every((length) => length > 0 && length < 10)).toBe(true);
});

test.each([
  ["HLG", "arib-std-b67"],
  ["PQ", "smpte2084"],
])("bright pictures (%s) are made for screens, and say so", async (_what, transfer) => {
  const colours = `log-level=error:colorprim=bt2020:transfer=${transfer}:colormatrix=bt2020nc`;
  const args = ["-c:v", "libx265", "-x265-params", colours, "-pix_fmt", "yuv420p10le", "-tag:v", "hvc1", "-an"];
  const media = await process("phone.mov", await makeVideo("phone.mov", args, 1));
  expect(media.state).toBe("ready");
  const { video } = await probe(media.streamUrl);
  expect([video.codec_name, video.pix_fmt]).toEqual(["h264", "yuv420p"]);
  expect([video.color_transfer, video.color_primaries, video.color_space]).toEqual(["bt709", "bt709", "bt709"]);
});

test("an anamorphic film has the shape in which it is shown", async () => {
  const content = await makeVideo("film.mp4", ["-vf", "scale=240:180,setsar=4/3", ...plain, "-an"], 1);
  const media = await process("film.mp4", content);
  expect(media).toMatchObject({ state: "ready", width: 320, height: 180 });
  expect((await probe(media.streamUrl)).video).toMatchObject({ width: 320, height: 180, sample_aspect_ratio: "1:1" });
});

test("of several sounds the one plays that is meant to", async () => {
  const silence = ["-f", "lavfi", "-i", "anullsrc=cl=stereo"];
  const order = ["-map", "0", "-map", "2", "-map", "1", "-disposition:a:0", "0", "-disposition:a:1", "default"];
  const content = await makeVideo("talk.mp4", [...silence, ...order, "-t", "2", ...plain]);
  const media = await process("talk.mp4", content);
  expect((await probe(media.streamUrl)).audio).toMatchObject({ codec_name: "aac", channels: 1 });
});

test("what not every browser plays is not copied: 10 bit, 4:2:2, a level beyond 5.2", async () => {
  for (const args of [
    ["-pix_fmt", "yuv420p10le"],
    ["-pix_fmt", "yuv422p"],
    [...plain, "-level", "6.2"],
  ]) {
    const media = await process("talk.mp4", await makeVideo("talk.mp4", [...args, "-c:v", "libx264"], 1));
    const { video } = await probe(media.streamUrl);
    expect([media.state, video.profile, video.pix_fmt, video.level < 53]).toEqual(["ready", "High", "yuv420p", true]);
  }
});
