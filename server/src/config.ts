import { resolve } from "node:path";

/** Where a log line may start: pino's levels. */
const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const services = ["web", "worker"] as const;
export type Service = (typeof services)[number];

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Address that people and integrations use, without a trailing slash. */
  readonly publicUrl: string;
  /** Folder of the embedded database, files and the operator key; absolute. */
  readonly dataFolder: string;
  /** A PostgreSQL of the operator's own; the embedded one when undefined. */
  readonly databaseUrl: string | undefined;
  /** Connections per process. */
  readonly databasePoolSize: number;
  /** Factor on the published calls per minute; undefined = no throttling. */
  readonly throttleFactor: number | undefined;
  readonly throttleStatus: 403 | 429;
  readonly logLevel: (typeof logLevels)[number];
  /** Web processes that share the port. */
  readonly processes: number;
  readonly services: readonly Service[];
  /** Whether the very first start fills in a demo client. */
  readonly demo: boolean;
  /** Opens the operator's API; made and kept in the data folder when undefined. */
  readonly operatorKey: string | undefined;
  /** Whether `X-Forwarded-For` of a proxy is believed. */
  readonly trustProxy: boolean;
}

interface Setting<T> {
  readonly meaning: string;
  readonly default: string;
  readonly read: (text: string) => T;
}

class Fault extends Error {}

/** Every setting: one table that the reader below and docs/operate/settings.md share. */
export const settings = {
  PORT: { meaning: "Port to listen on; 0 picks a free one", default: "8024", read: wholeNumber(0, 65_535) },
  HOST: { meaning: "Address to listen on; 0.0.0.0 for every interface", default: "127.0.0.1", read: text },
  PUBLIC_URL: {
    meaning: "Address that people and integrations use, behind a proxy or a domain; http://HOST:PORT when empty",
    default: "",
    read: publicUrl,
  },
  LECTERN_DATA: {
    meaning: "Folder of the embedded database, files and the operator key",
    default: "./data",
    read: folder,
  },
  DATABASE_URL: {
    meaning: "A PostgreSQL 16 or newer of your own, postgres://…; the embedded PostgreSQL 18 when empty",
    default: "",
    read: databaseUrl,
  },
  DATABASE_POOL_SIZE: { meaning: "Database connections per process", default: "10", read: wholeNumber(2, 500) },
  THROTTLE: {
    meaning: "Calls per minute: published (ON24's table), off, or a factor on the published table such as 10",
    default: "published",
    read: throttleFactor,
  },
  THROTTLE_STATUS: {
    meaning: "Status of a throttled call: 403 (published) or 429",
    default: "403",
    read: throttleStatus,
  },
  LOG_LEVEL: { meaning: `One of ${logLevels.join(", ")}`, default: "warn", read: oneOf(logLevels) },
  PROCESSES: { meaning: "Web processes that share the port", default: "1", read: wholeNumber(1, 256) },
  SERVICES: {
    meaning: "What this program runs: web, worker, or both with a comma",
    default: "web,worker",
    read: serviceList,
  },
  LECTERN_DEMO: { meaning: "Whether the very first start makes a demo client: on or off", default: "on", read: onOff },
  LECTERN_OPERATOR_KEY: {
    meaning: "Key of the operator's API, 32 characters or more; made in LECTERN_DATA/operator.key when empty",
    default: "",
    read: operatorKey,
  },
  TRUST_PROXY: {
    meaning: "Whether X-Forwarded-For and -Proto of a proxy are believed: on or off",
    default: "off",
    read: onOff,
  },
} satisfies Record<string, Setting<unknown>>;

export type SettingName = keyof typeof settings;

/** Names the settings that are wrong, never their values: they may be secrets. */
export class ConfigError extends Error {}

/** Reads every setting, or throws one ConfigError that names all that are wrong. */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const faults: string[] = [];
  const read = <Name extends SettingName>(name: Name): ReturnType<(typeof settings)[Name]["read"]> => {
    const setting = settings[name] as Setting<ReturnType<(typeof settings)[Name]["read"]>>;
    try {
      return setting.read(environment[name]?.trim() || setting.default);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      faults.push(`${name} ${error.message}`);
      return setting.read(setting.default);
    }
  };
  const port = read("PORT");
  const host = read("HOST");
  const config: Config = {
    port,
    host,
    publicUrl: read("PUBLIC_URL") ?? `http://${host.includes(":") ? `[${host}]` : host}:${port}`,
    dataFolder: read("LECTERN_DATA"),
    databaseUrl: read("DATABASE_URL"),
    databasePoolSize: read("DATABASE_POOL_SIZE"),
    throttleFactor: read("THROTTLE"),
    throttleStatus: read("THROTTLE_STATUS"),
    logLevel: read("LOG_LEVEL"),
    processes: read("PROCESSES"),
    services: read("SERVICES"),
    demo: read("LECTERN_DEMO"),
    operatorKey: read("LECTERN_OPERATOR_KEY"),
    trustProxy: read("TRUST_PROXY"),
  };
  if (faults.length > 0)
    throw new ConfigError(`Settings that cannot be used:\n${faults.map((f) => `  ${f}`).join("\n")}`);
  return config;
}

function text(value: string): string {
  return value;
}

function folder(value: string): string {
  return resolve(value);
}

function wholeNumber(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || number < least || number > most)
      throw new Fault(`must be a whole number from ${least} to ${most}`);
    return number;
  };
}

function oneOf<const T extends readonly string[]>(choices: T): (value: string) => T[number] {
  return (value) => {
    if (!choices.includes(value)) throw new Fault(`must be one of ${choices.join(", ")}`);
    return value;
  };
}

function onOff(value: string): boolean {
  return oneOf(["on", "off"])(value) === "on";
}

function publicUrl(value: string): string | undefined {
  if (value === "") return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw new Fault("must be an http or https address");
  return value.replace(/\/+$/, "");
}

function databaseUrl(value: string): string | undefined {
  if (value === "") return undefined;
  if (!/^postgres(ql)?:\/\//.test(value)) throw new Fault("must begin with postgres:// or postgresql://");
  return value;
}

function throttleFactor(value: string): number | undefined {
  if (value === "off") return undefined;
  if (value === "published") return 1;
  const factor = Number(value);
  if (!(factor > 0 && factor < 1e6)) throw new Fault("must be published, off, or a factor above 0");
  return factor;
}

function throttleStatus(value: string): 403 | 429 {
  if (value !== "403" && value !== "429") throw new Fault("must be 403 or 429");
  return value === "403" ? 403 : 429;
}

function serviceList(value: string): Service[] {
  return value.split(",").map((name) => oneOf(services)(name.trim()));
}

function operatorKey(value: string): string | undefined {
  if (value !== "" && value.length < 32) throw new Fault("must have 32 characters or more");
  return value === "" ? undefined : value;
}
