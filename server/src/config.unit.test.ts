import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ConfigError, readConfig, settings } from "./config.ts";

test("sensible without any setting", () => {
  expect(readConfig({})).toMatchObject({
    port: 8024,
    host: "127.0.0.1",
    publicUrl: "http://127.0.0.1:8024",
    mailFrom: "do_not_reply@127.0.0.1",
    throttleFactor: 1,
    throttleStatus: 403,
    processes: 1,
    services: ["web", "worker"],
  });
});

test("every setting is read", () => {
  const config = readConfig({
    PORT: "80",
    HOST: "::",
    PUBLIC_URL: "https://webinars.example.com/",
    THROTTLE: "2.5",
    THROTTLE_STATUS: "429",
    SERVICES: "web",
    TRUST_PROXY: "on",
    LECTERN_DEMO: "off",
  });
  expect(config).toMatchObject({
    port: 80,
    publicUrl: "https://webinars.example.com",
    throttleFactor: 2.5,
    throttleStatus: 429,
    services: ["web"],
    trustProxy: 1,
    demo: false,
  });
  expect(readConfig({ HOST: "::1" }).publicUrl).toBe("http://[::1]:8024");
  expect(readConfig({ HOST: "::1" }).mailFrom).toBe("do_not_reply@localhost");
  expect(config.mailFrom).toBe("do_not_reply@webinars.example.com");
  expect(readConfig({ MAIL_FROM: "news@acme.com" }).mailFrom).toBe("news@acme.com");
  expect(readConfig({ THROTTLE: "off" }).throttleFactor).toBeUndefined();
  expect(readConfig({ SEAMLESS_HOST: "Forms.example.com" }).seamlessHost).toBe("forms.example.com");
});

test("all faults at once, by name and never by value", () => {
  const wrong = {
    PORT: "99999",
    PUBLIC_URL: "secret-1",
    DATABASE_URL: "secret-2",
    THROTTLE: "-1",
    SERVICES: "web,tea",
    LECTERN_OPERATOR_KEY: "secret-3",
    MAIL_FROM: "secret-4",
    SEAMLESS_HOST: "https://secret-5",
  };
  expect(() => readConfig(wrong)).toThrow(ConfigError);
  try {
    readConfig(wrong);
  } catch (error) {
    for (const name of Object.keys(wrong)) expect(String(error)).toContain(name);
    expect(String(error)).not.toContain("secret");
  }
});

test("an S3 store is given whole or not at all", () => {
  const whole = {
    S3_ENDPOINT: "https://s3.example.com/webinars/",
    S3_ACCESS_KEY_ID: "id-1",
    S3_SECRET_ACCESS_KEY: "secret-1",
  };
  expect(readConfig({}).s3).toBeUndefined();
  expect(readConfig({ S3_REGION: "eu-central-1" }).s3).toBeUndefined();
  expect(readConfig(whole).s3).toEqual({
    endpoint: "https://s3.example.com/webinars",
    region: "us-east-1",
    accessKeyId: "id-1",
    secretAccessKey: "secret-1",
  });
  for (const name of Object.keys(whole)) {
    const reading = () => readConfig({ ...whole, [name]: "" });
    expect(reading).toThrow(`${name} must be set as well`);
    expect(reading).not.toThrow(/id-1|secret-1/);
  }
  for (const S3_ENDPOINT of ["s3.example.com/b", "ftp://a/b", "https://user:secret-1@a/b"]) {
    expect(() => readConfig({ ...whole, S3_ENDPOINT })).toThrow(/S3_ENDPOINT must be an http/);
    expect(() => readConfig({ ...whole, S3_ENDPOINT })).not.toThrow(/set as well|secret-1/);
  }
});

test("an endpoint that writes texts needs a model; a key alone means nothing", () => {
  const TEXT_API_URL = "https://api.example.com/v1/";
  expect(readConfig({}).textApi).toBeUndefined();
  expect(readConfig({ TEXT_API_URL, TEXT_API_MODEL: "small" }).textApi).toEqual({
    url: "https://api.example.com/v1",
    key: undefined,
    model: "small",
  });
  expect(readConfig({ TEXT_API_URL, TEXT_API_MODEL: "small", TEXT_API_KEY: "sk-1" }).textApi?.key).toBe("sk-1");
  expect(() => readConfig({ TEXT_API_URL })).toThrow("TEXT_API_MODEL must be set together with TEXT_API_URL");
  expect(() => readConfig({ TEXT_API_KEY: "sk-1" })).toThrow(/^(?![\s\S]*sk-1)[\s\S]*TEXT_API_URL must be set/);
});

test("the operator's page lists exactly these settings, with meanings and defaults", () => {
  const page = readFileSync(new URL("../../docs/operate/settings.md", import.meta.url), "utf8");
  const rows = Object.entries(settings).map(
    ([name, setting]) => `| \`${name}\` | ${setting.default ? `\`${setting.default}\`` : ""} | ${setting.meaning} |`,
  );
  expect(page.split("\n").filter((line) => line.startsWith("| `"))).toEqual(rows);
});

test("the servers of NATS, and who we are there", () => {
  expect(readConfig({}).nats).toBeUndefined();
  const nats = (NATS_URL: string) => readConfig({ NATS_URL }).nats;
  expect(nats("nats://one.example.com")).toEqual({ servers: ["one.example.com:4222"], isSecure: false });
  expect(nats("tls://a%40b:p%2Fw%25@one:4443, tls://two")).toEqual({
    ...{ servers: ["one:4443", "two:4222"], isSecure: true },
    login: { user: "a@b", pass: "p/w%" },
  });
  expect(nats("nats://t%23ken@[::1]:1")).toEqual({ servers: ["[::1]:1"], isSecure: false, login: { token: "t#ken" } });
  for (const wrong of [
    "one",
    "http://one",
    "nats://",
    "nats://u:p%@one",
    "nats://u:p#%@one",
    "nats://one,tls://two",
    "nats://one,",
  ])
    expect(() => nats(wrong), wrong).toThrow(/^(?![\s\S]*p[%#])[\s\S]*NATS_URL must /);
});

test("the mail server: its address, and who we are there", () => {
  expect(readConfig({}).smtp).toBeUndefined();
  const smtp = (SMTP_URL: string) => readConfig({ SMTP_URL }).smtp;
  const nobody = { user: undefined, password: undefined, isClearPasswordAllowed: false };
  expect(smtp("smtp://mail.example.com")).toEqual({ host: "mail.example.com", port: 587, isSecure: false, ...nobody });
  expect(smtp("smtp://[::1]:25")).toEqual({ host: "::1", port: 25, isSecure: false, ...nobody });
  expect(smtp("smtps://events%40acme.com:p%2Fw%25@mail.example.com")).toEqual({
    ...{ host: "mail.example.com", port: 465, isSecure: true },
    ...{ user: "events@acme.com", password: "p/w%", isClearPasswordAllowed: false },
  });
  const allowed = readConfig({ SMTP_URL: "smtp://u:p@mail.example.com", SMTP_CLEAR_PASSWORD: "on" });
  expect(allowed.smtp).toMatchObject({ isClearPasswordAllowed: true });
  for (const wrong of ["mail.example.com", "http://mail.example.com", "smtp://", "smtp://u:p%@mail.example.com"])
    expect(() => smtp(wrong), wrong).toThrow(/^(?![\s\S]*p%@)[\s\S]*SMTP_URL must /);
  expect(() => readConfig({ SMTP_CONNECTIONS: "0", SMTP_PER_SECOND: "-1" })).toThrow(
    /SMTP_CONNECTIONS must be a whole number from 1[\s\S]*SMTP_PER_SECOND/,
  );
});

test("proxies are trusted by their number or their networks", () => {
  const read = (TRUST_PROXY: string) => readConfig({ TRUST_PROXY }).trustProxy;
  expect(["off", "on", "2", "10.0.0.0/8, fd00::/8"].map(read)).toEqual([false, 1, 2, ["10.0.0.0/8", "fd00::/8"]]);
  for (const wrong of ["0", "11", "yes", "10.0.0.0/33", "proxy.example", "10.0.0.0/8,"])
    expect(() => read(wrong), wrong).toThrow("TRUST_PROXY");
});

test.each([
  "postgres://me:p%23w@db.example:5432/lectern",
  "postgresql://me@localhost/lectern?host=%2Fvar%2Frun%2Fpostgresql",
  "postgres://%2Fvar%2Frun%2Fpostgresql/lectern",
  "postgres:///lectern?host=/tmp&user=me",
])("%s is taken as it is", (given) => {
  expect(readConfig({ DATABASE_URL: given }).databaseUrl).toBe(given);
});

test.each(["p#w", "#pw", "1#2", "p/w", "p?w", "p%w", "50%"])("a password %s has to be percent-encoded", (password) => {
  const named = /^ {2}DATABASE_URL must have user and password percent-encoded: .*# is %23/m;
  expect(() => readConfig({ DATABASE_URL: `postgres://me:${password}@db.example/lectern` })).toThrow(named);
});
