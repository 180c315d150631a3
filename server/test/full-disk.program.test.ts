import { spawnSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type FirstCall, firstCall, listRegistrants, register } from "./first-call.ts";
import { type Program, postgresPid, removeData, startProgram } from "./program.ts";
import { until } from "./until.ts";

let disk: string;
let program: Program | undefined;
beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), "lectern-full-"));
  // Whom PostgreSQL runs as must pass it, else its data goes to another disk.
  await chmod(folder, 0o755);
  disk = join(folder, "disk");
  await mkdir(disk);
});
afterEach(async () => {
  await program?.end("SIGKILL");
  program = undefined;
  spawnSync("umount", ["-l", disk]);
  await removeData(join(disk, ".."), []);
});

test.for(["a full disk", "a full disk on which the database dies"])(
  "%s: asked to come again meanwhile, back by itself, nothing lost, nobody left behind",
  async (kind, context) => {
    const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=400m,mode=755", "lectern-test", disk]);
    if (mounted.status !== 0)
      context.skip("no disk can be mounted here: that takes root, and a container that allows it");
    const data = join(disk, "data");
    const running = await startProgram({ LECTERN_DATA: data });
    program = running;
    const call = firstCall(running);
    const filler = join(disk, "filler");
    // It ends when there is no room any more.
    spawnSync("cp", ["/dev/zero", filler]);

    const statuses: number[] = [];
    do statuses.push((await register(running, call, `${"x".repeat(60)}-${statuses.length}@example.com`)).status);
    while (statuses.at(-1) === 200);
    const kept = statuses.length - 1;
    expect(statuses).toEqual([...Array<number>(kept).fill(200), 503]);
    expect(await upload(running, call)).toBe(503);
    expect((await fetch(`${running.baseUrl}/health/live`)).status).toBe(200);

    if (kind.endsWith("dies")) {
      process.kill(await postgresPid(data), "SIGKILL");
      await until(async () => (await fetch(`${running.baseUrl}/health/ready`)).status === 503);
      expect((await register(running, call, "meanwhile@example.com")).status).toBe(503);
      await until(() => running.output().includes("the database does not start"));
    }
    await rm(filler);
    await until(async () => (await fetch(`${running.baseUrl}/health/ready`)).ok);
    await until(async () => (await register(running, call, "after@example.com")).status === 200);
    expect((await listRegistrants(running, call)).totalregistrants).toBeGreaterThanOrEqual(kept + 1);
    program = undefined;
    expect(await running.end("SIGTERM")).toBe(0);
    await expect(postgresPid(data)).rejects.toThrow();
  },
);

/** More than what is left after the disk was filled may hold. */
async function upload({ baseUrl }: Program, { path, headers }: FirstCall): Promise<number> {
  const { accesstokenkey = "", accesstokensecret = "" } = headers;
  const form = new FormData();
  form.append("file", new Blob([Buffer.from("\0\0\0\x18ftypisom", "latin1"), Buffer.alloc(4 << 20)]), "talk.mp4");
  const url = `${baseUrl}${path.replace(/\/event\/.*/, "")}/mediamanager/uploadvideo`;
  return (await fetch(url, { method: "POST", headers: { accesstokenkey, accesstokensecret }, body: form })).status;
}
