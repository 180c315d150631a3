import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { totalsOf } from "../../server/test/attending-figures.ts";
import { OPERATOR_KEY, withApp } from "../../server/test/harness.ts";
import { program, type RunOptions, runLectern } from "../test/run-lectern.ts";

const app = await withApp();
const environment = { PUBLIC_URL: await app.listen(), LECTERN_OPERATOR_KEY: OPERATOR_KEY };

const run = (line: string[], options: RunOptions = {}) => runLectern(line, { environment, ...options });

/** The one JSON object that a command printed. */
async function runJson(line: string[], options: RunOptions = {}): Promise<Record<string, unknown>> {
  const { code, stdout, stderr } = await run([...line, "--json"], options);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^\{.*\}\n$/);
  return JSON.parse(stdout) as Record<string, unknown>;
}

async function createClient(): Promise<string> {
  return String((await runJson(["client", "create", "--name", "Acme"])).client_id);
}

test("creates a client, a sub-client, a user and a token that works", async () => {
  const client = await createClient();
  const child = await runJson(["client", "create", "--name", "Acme EMEA", "--id", "777001", "--parent", client]);
  expect(child).toEqual({ client_id: 777001, name: "Acme EMEA", parent_id: Number(client) });

  const person = ["--user-name", "dana", "--name", "Dana Doe", "--email", "dana@acme.com", "--job-title", "Producer"];
  const user = await runJson(["user", "create", "--client", client, ...person, "--type", "Contributor"]);
  expect(user).toEqual({ client_id: Number(client), user_id: expect.any(Number), user_name: "dana" });

  const line = ["token", "create", "--client", client, "--name", "crm", "--user", "dana"];
  const token = await runJson([...line, "--access", "event listing, Sub-Clients"]);
  expect(token).toEqual({
    client_id: Number(client),
    key: expect.stringMatching(/^[0-9A-F]{32}$/),
    secret: expect.stringMatching(/^[0-9a-f]{128}$/),
    token_id: expect.any(Number),
    name: "crm",
    access: ["Event Listing", "Sub-Clients"],
  });
  const pair = { id: 0, clientId: Number(client), key: String(token.key), secret: String(token.secret) };
  expect((await app.call(pair, `GET /client/${client}`)).json().subclients).toMatchObject([{ id: 777001 }]);
});

test("lists, disables, enables and rotates a token", async () => {
  const client = await createClient();
  const made = await runJson(["token", "create", "--client", client, "--name", "crm", "--access", "all"]);
  const which = ["--client", client, "--token", String(made.token_id)];
  const isActive = async () => {
    const { tokens } = (await runJson(["token", "list", "--client", client])) as { tokens: { is_active: boolean }[] };
    return tokens.map(({ is_active }) => is_active);
  };

  const changed = { client_id: Number(client), token_id: made.token_id };
  expect(await runJson(["token", "disable", ...which])).toEqual({ ...changed, is_active: false });
  expect(await isActive()).toEqual([false]);
  expect(await runJson(["token", "enable", ...which])).toEqual({ ...changed, is_active: true });
  expect(await isActive()).toEqual([true]);
  const rotated = await runJson(["token", "rotate", ...which]);
  expect(rotated).toEqual({ ...changed, key: expect.any(String), secret: expect.any(String) });
  expect(rotated.key).not.toBe(made.key);
});

test("tells people what they need, and that the secret is shown once", async () => {
  const client = await createClient();
  const none = await run(["token", "list", "--client", client]);
  expect(none.stdout).toBe(`Client ${client} has no tokens.\n`);
  const { stdout } = await run(["token", "create", "--client", client, "--name", "crm", "--access", "all"]);
  expect(stdout).toMatch(/^Token \d+ "crm" for all\.$/m);
  expect(stdout).toMatch(/^ {2}access token key {5}[0-9A-F]{32}$/m);
  expect(stdout).toContain("The secret is shown only now");
  const list = await run(["token", "list", "--client", client]);
  expect(list.stdout).toMatch(
    /^ID +NAME +STATE +LAST USED +KEY +ACCESS\n\d+ +crm +active +never +[0-9A-F]{32} +all\n$/,
  );
  expect(list.stdout).not.toContain(/secret\s+(\w+)/.exec(stdout)?.[1]);
});

test("opens the staff's pages of an event to a browser, and changes their keys", async () => {
  const demo = await runJson(["demo"]);
  const which = ["--client", String(demo.client_id), "--event", String(demo.upcoming_event_id)];
  const follow = async ({ url }: Record<string, unknown>) => {
    const { pathname, search } = new URL(String(url));
    const { status, headers } = await fetch(environment.PUBLIC_URL + pathname + search, { redirect: "manual" });
    return [status, headers.get("location")];
  };
  const link = await runJson(["event", "open", ...which]);
  expect(link).toMatchObject({ event_id: demo.upcoming_event_id, expires_at: expect.stringMatching(/^20.*Z$/) });
  expect(await follow(link)).toEqual([303, `/webcast/door?e=${demo.upcoming_event_id}`]);
  const { stdout } = await run(["event", "open", ...which]);
  expect(stdout).toMatch(/^http\S+\/webcast\/enter\?e=\d+&k=\S+\nopens who is at the door/);
  for (const purpose of ["preview", "present", "report"]) {
    const first = await runJson(["event", `new-${purpose}-key`, ...which]);
    const second = await runJson(["event", `new-${purpose}-key`, ...which]);
    expect([await follow(first), await follow(second)]).toEqual([
      [404, null],
      [200, null],
    ]);
  }
});

test("lists the names of rights without a server", async () => {
  const { code, stdout } = await runLectern(["token", "access"]);
  expect(code).toBe(0);
  expect(stdout.split("\n")).toEqual(expect.arrayContaining(["all", "Event Listing", "REST Registration"]));
});

test("the demo's curl line registers somebody when it is pasted", async () => {
  const { stdout } = await run(["demo"]);
  const [, path = ""] = /^curl -X POST \S+?\/v2(\S+)/m.exec(stdout) ?? [];
  const [, key = ""] = /accessTokenKey: (\w+)/.exec(stdout) ?? [];
  const [, secret = ""] = /accessTokenSecret: (\w+)/.exec(stdout) ?? [];
  const [, form = ""] = /-d '(.*)'/.exec(stdout) ?? [];
  const answer = await app.call({ id: 0, clientId: 0, key, secret }, `POST ${path}`, { form });
  expect([answer.statusCode, answer.json().email]).toEqual([200, "john@acme.com"]);
  expect(await runJson(["demo"])).toMatchObject({ client_id: expect.any(Number), secret: expect.any(String) });
});

test("a demo has an audience when it is asked for, and so has a client that nobody has registered with", async () => {
  const demo = await runJson(["demo", "--audience"]);
  const token = { id: 0, clientId: 0, key: String(demo.key), secret: String(demo.secret) };
  const attendees = `GET /client/${demo.client_id}/event/${demo.ended_event_id}/attendee`;
  expect((await app.call(token, attendees)).json()).toMatchObject({ totalattendees: 42 });
  const { client_id: fresh } = await runJson(["client", "create", "--name", "Trial"]);
  const added = await runJson(["demo", "--audience", "--client", String(fresh)]);
  expect(added).toEqual({ client_id: fresh, event_id: expect.any(Number) });
  expect((await run(["demo", "--audience", "--client", String(demo.client_id)])).code).toBe(1);
  expect((await run(["demo", "--client", String(fresh)])).code).toBe(2);
});

test("repairs counters, and prints what was off", async () => {
  const demo = await runJson(["demo"]);
  const off = { clientId: demo.client_id as number, eventId: demo.ended_event_id as number };
  const { questionsAsked: counted } = await totalsOf(app, off.eventId);
  await app.database.db
    .updateTable("eventTotals")
    .set({ questionsAsked: counted + 7 })
    .where("eventId", "=", off.eventId)
    .execute();
  const { stdout } = await run(["repair", "counters"]);
  const drifted = `event_totals.questions_asked of client ${off.clientId}, event ${off.eventId}`;
  expect(stdout.split("\n")).toContain(`${drifted}: ${counted + 7} is ${counted} now`);
  expect(await runJson(["repair", "counters"])).toEqual({ mended: [] });
  expect((await run(["repair", "counters"])).stdout.trim()).toBe("Every counter is right.");
});

describe("passwords", () => {
  const line = (client: string, userName: string) => {
    const person = ["--user-name", userName, "--name", "Eve", "--email", "eve@acme.com"];
    return ["user", "create", "--client", client, ...person, "--password-stdin"];
  };

  test("come from standard input and never into an answer", async () => {
    const password = "correct horse battery staple";
    const ran = await run(line(await createClient(), "eve"), { input: `${password}\n` });
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    expect(ran.stdout).not.toContain(password);
    const { rows } = await app.database.pool.query("select password_hash from users where user_name = 'eve'");
    expect(rows).toEqual([{ password_hash: expect.stringMatching(/^\$argon2id\$/) }]);
  });

  test("must be there, and long enough", async () => {
    const client = await createClient();
    expect(await run(line(client, "eva"))).toMatchObject({ code: 2, stderr: /found nothing/ });
    const short = await run(line(client, "eva"), { input: "short" });
    expect(short).toMatchObject({ code: 1, stdout: "", stderr: expect.stringContaining("password") });
    expect(short.stderr).not.toContain('"short"');
  });
});

describe("failures", () => {
  test("a refusal is 1, with the server's sentence", async () => {
    const line = ["token", "list", "--client", "99999999"];
    expect(await run(line)).toEqual({ code: 1, stdout: "", stderr: "The client 99999999 doesn't exist.\n" });
    const { code, stdout, stderr } = await run([...line, "--json"]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(JSON.parse(stderr)).toMatchObject({ kind: "notFound", status: 404, code: "client.unknown" });
  });

  test("a wrong operator key is 1, says where it comes from, and is not shown", async () => {
    const LECTERN_OPERATOR_KEY = "wrong-key-0123456789-0123456789-01";
    const { code, stderr } = await run(["demo"], { environment: { ...environment, LECTERN_OPERATOR_KEY } });
    expect([code, stderr]).toEqual([1, expect.stringMatching(/missing or wrong.*LECTERN_OPERATOR_KEY/)]);
    expect(stderr).not.toContain(LECTERN_OPERATOR_KEY);
  });

  test.each([
    [["client", "create"], "required option '--name <name>' not specified"],
    [["client", "create", "--name", "Acme", "--id", "x"], "whole number above 0"],
    [["client", "remove"], "unknown command"],
    [["token", "create", "--client", "1", "--name", "x", "--access", "Everything"], 'No access is called "Everything"'],
    [["demo", "--password", "secret"], "unknown option '--password'"],
    [["demo", "--url", "nowhere"], "--url must give an http or https address"],
  ])("wrong usage is 2: lectern %j", async (line, sentence) => {
    expect(await run(line)).toEqual({ code: 2, stdout: "", stderr: expect.stringContaining(sentence) });
    const { code, stdout, stderr } = await run([...line, "--json"]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(JSON.parse(stderr)).toEqual({ kind: "usage", error: expect.stringContaining(sentence) });
  });

  test("a command without its verb is 2 and shows help", async () => {
    expect(await run(["token"])).toMatchObject({ code: 2, stderr: /^Usage: lectern token/ });
  });
});

test("help is on stdout, each command's with an example", async () => {
  const commands = ["client create", "user create", "demo", "backup", "restore"];
  for (const verb of ["open", "new-preview-key", "new-present-key", "new-report-key"]) commands.push(`event ${verb}`);
  for (const verb of ["create", "list", "rotate", "disable", "enable", "access"]) commands.push(`token ${verb}`);
  for (const command of commands) {
    const { code, stdout, stderr } = await runLectern([...command.split(" "), "--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain(`Example:\n  $ lectern ${command}`);
  }
});

test("a reader that has enough, such as head, is no failure", async () => {
  const { stdout, stderr } = await promisify(execFile)("sh", [
    "-c",
    `{ "$0" "$1" --help; echo "status $?" >&2; } | true`,
    process.execPath,
    program,
  ]);
  expect([stdout, stderr]).toEqual(["", "status 0\n"]);
});
