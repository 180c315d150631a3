import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ConfigError, readConfig, settings } from "./config.ts";

test("sensible without any setting", () => {
  expect(readConfig({})).toMatchObject({
    port: 8024,
    host: "127.0.0.1",
    publicUrl: "http://127.0.0.1:8024",
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
    trustProxy: true,
    demo: false,
  });
  expect(readConfig({ HOST: "::1" }).publicUrl).toBe("http://[::1]:8024");
  expect(readConfig({ THROTTLE: "off" }).throttleFactor).toBeUndefined();
});

test("all faults at once, by name and never by value", () => {
  const wrong = {
    PORT: "99999",
    PUBLIC_URL: "secret-1",
    DATABASE_URL: "secret-2",
    THROTTLE: "-1",
    SERVICES: "web,tea",
    LECTERN_OPERATOR_KEY: "secret-3",
  };
  expect(() => readConfig(wrong)).toThrow(ConfigError);
  try {
    readConfig(wrong);
  } catch (error) {
    for (const name of Object.keys(wrong)) expect(String(error)).toContain(name);
    expect(String(error)).not.toContain("secret");
  }
});

test("the operator's page lists exactly these settings, with meanings and defaults", () => {
  const page = readFileSync(new URL("../../docs/operate/settings.md", import.meta.url), "utf8");
  const rows = Object.entries(settings).map(
    ([name, setting]) => `| \`${name}\` | ${setting.default ? `\`${setting.default}\`` : ""} | ${setting.meaning} |`,
  );
  expect(page.split("\n").filter((line) => line.startsWith("| `"))).toEqual(rows);
});
