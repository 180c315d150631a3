import type { NatsSettings } from "./lib/nats.ts";
import type { S3Settings } from "./lib/s3-file-store.ts";
import {
  databaseUrl,
  Fault,
  folder,
  givenFolder,
  hostName,
  longKey,
  mailFrom,
  natsUrl,
  oneOf,
  onOff,
  publicUrl,
  type SmtpSettings,
  s3Endpoint,
  smtpUrl,
  type TrustedProxies,
  text,
  throttleFactor,
  throttleStatus,
  timeOfDay,
  trustedProxies,
  visitLimits,
  wholeNumber,
} from "./setting-values.ts";

/** Where a log line may start: pino's levels. */
const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const services = ["web", "worker"] as const;
export type Service = (typeof services)[number];

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Address that people and integrations use, without a trailing slash. */
  readonly publicUrl: string;
  /** A host that is the seamless doors' own, without a port. */
  readonly seamlessHost: string | undefined;
  /** Address that e-mails are sent from. */
  readonly mailFrom: string;
  /** Address that mails bounce to, each with a key of its own; mailFrom, without keys, when undefined. */
  readonly bounceTo: string | undefined;
  /** Whether opened mails and followed links are counted. */
  readonly mailTracking: boolean;
  /** The server that takes our mails; everything goes into the mailbox when undefined. */
  readonly smtp: SmtpSettings | undefined;
  /** At the same time and per worker. */
  readonly smtpConnections: number;
  /** Mails per worker; 0 = as fast as the server takes them. */
  readonly smtpPerSecond: number;
  /** An OpenAI-compatible endpoint that writes texts; our own summariser when undefined. */
  readonly textApi: { readonly url: string; readonly key: string | undefined; readonly model: string } | undefined;
  /** Folder of the embedded database, files and the operator key; absolute. */
  readonly dataFolder: string;
  /** The store of uploaded files; a folder in the data folder when undefined. */
  readonly s3: S3Settings | undefined;
  /** A PostgreSQL of the operator's own; the embedded one when undefined. */
  readonly databaseUrl: string | undefined;
  /** What processes tell each other about rooms by; LISTEN and NOTIFY when undefined. */
  readonly nats: NatsSettings | undefined;
  /** Backups by schedule; none when undefined. */
  readonly backups: BackupSchedule | undefined;
  /** Connections per process. */
  readonly databasePoolSize: number;
  /** Factor on the published calls per minute; undefined = no throttling. */
  readonly throttleFactor: number | undefined;
  readonly throttleStatus: 403 | 429;
  /** Factor on how often strangers may come to the public pages; undefined = as often as they like. */
  readonly visitLimits: number | undefined;
  /** Whether processes count such visits together, in the database. */
  readonly areVisitsCountedTogether: boolean;
  readonly logLevel: (typeof logLevels)[number];
  /** Web processes that share the port. */
  readonly processes: number;
  readonly services: readonly Service[];
  /** Whether the very first start fills in a demo client. */
  readonly demo: boolean;
  /** Opens the operator's API; made and kept in the data folder when undefined. */
  readonly operatorKey: string | undefined;
  /** Opens the figures at /metrics; the operator key does when undefined. */
  readonly metricsKey: string | undefined;
  /** Signs links and encrypts stored secrets; made and kept in the data folder when undefined. */
  readonly secretKey: string | undefined;
  /** How many proxies stand before us, or their networks. */
  readonly trustProxy: TrustedProxies;
  /** Whether metadata of identity providers may come from the own network. */
  readonly isPrivateMetadataAllowed: boolean;
  /** Programs that convert what people upload: names on the PATH, or where they are. */
  readonly ffmpeg: string;
  readonly ffprobe: string;
  readonly soffice: string;
}

/** When and where backups are made by schedule. */
export interface BackupSchedule {
  readonly folder: string;
  /** Of the day, UTC. */
  readonly at: { readonly hour: number; readonly minute: number };
  /** Those older than this go once there is a new good one. */
  readonly keepDays: number;
}

interface Setting<T> {
  readonly meaning: string;
  readonly default: string;
  readonly read: (text: string) => T;
}

/** Every setting: one table that the reader below and docs/operate/settings.md share. */
export const settings = {
  PORT: { meaning: "Port to listen on; 0 picks a free one", default: "8024", read: wholeNumber(0, 65_535) },
  HOST: { meaning: "Address to listen on; 0.0.0.0 for every interface", default: "127.0.0.1", read: text },
  PUBLIC_URL: {
    meaning: "Address that people and integrations use, behind a proxy or a domain; http://HOST:PORT when empty",
    default: "",
    read: publicUrl,
  },
  SEAMLESS_HOST: {
    meaning:
      "A host name that leads here and is the seamless doors' own, such as seamlessreg.example.com: its / is /seamlessreg, its /marketo is /seamlessreg/marketo",
    default: "",
    read: hostName,
  },
  MAIL_FROM: {
    meaning: "Address that e-mails are sent from; do_not_reply@ the host of PUBLIC_URL when empty",
    default: "",
    read: mailFrom,
  },
  SMTP_URL: {
    meaning:
      "The server that mails are sent through, smtp://USER:PASSWORD@HOST:PORT or smtps://…; without it every mail lies in the event's mailbox",
    default: "",
    read: smtpUrl,
  },
  SMTP_CLEAR_PASSWORD: {
    meaning:
      "Whether the password of SMTP_URL may be sent unencrypted where the server offers no TLS: on or off. Anybody on the way can read it then",
    default: "off",
    read: onOff,
  },
  SMTP_CONNECTIONS: { meaning: "Connections to that server per worker", default: "5", read: wholeNumber(1, 100) },
  SMTP_PER_SECOND: {
    meaning: "Mails a second and worker at most; 0 for as many as the server takes",
    default: "0",
    read: wholeNumber(0, 100_000),
  },
  BOUNCE_TO: {
    meaning:
      "Address that mails bounce to, such as bounce@example.com; every mail gets its own, bounce+KEY@example.com. MAIL_FROM when empty",
    default: "",
    read: mailFrom,
  },
  MAIL_TRACKING: {
    meaning: "Whether opened e-mails and followed links are counted: on or off",
    default: "on",
    read: onOff,
  },
  TEXT_API_URL: {
    meaning:
      "Base address of an OpenAI-compatible endpoint that writes texts from transcripts, such as https://api.openai.com/v1; Lectern's own summariser, without network, when empty",
    default: "",
    read: publicUrl,
  },
  TEXT_API_KEY: { meaning: "Key that TEXT_API_URL asks for", default: "", read: text },
  TEXT_API_MODEL: { meaning: "Model to ask TEXT_API_URL for; needed with it", default: "", read: text },
  LECTERN_DATA: {
    meaning: "Folder of the embedded database, files and the operator key",
    default: "./data",
    read: folder,
  },
  S3_ENDPOINT: {
    meaning: "S3-compatible store of uploaded files, https://HOST/BUCKET; the folder LECTERN_DATA/files when empty",
    default: "",
    read: s3Endpoint,
  },
  S3_REGION: { meaning: "Region of the S3 store, as its provider names it", default: "us-east-1", read: text },
  S3_ACCESS_KEY_ID: { meaning: "Access key of the S3 store", default: "", read: text },
  S3_SECRET_ACCESS_KEY: { meaning: "Secret of that access key", default: "", read: text },
  DATABASE_URL: {
    meaning: "A PostgreSQL 16 or newer of your own, postgres://…; the embedded PostgreSQL 18 when empty",
    default: "",
    read: databaseUrl,
  },
  NATS_URL: {
    meaning:
      "NATS servers by which processes tell each other what happens in rooms, nats://USER:PASSWORD@HOST:PORT, nats://TOKEN@HOST or tls://…, several with commas; the database's LISTEN and NOTIFY when empty. The same on every node",
    default: "",
    read: natsUrl,
  },
  BACKUP_FOLDER: {
    meaning:
      "Folder that a worker backs everything up into once a day; no backups by schedule when empty. The same for all workers, and best on another disk",
    default: "",
    read: givenFolder,
  },
  BACKUP_AT: { meaning: "When, as hours and minutes of UTC", default: "02:30", read: timeOfDay },
  BACKUP_KEEP_DAYS: {
    meaning: "Days that backups in BACKUP_FOLDER are kept; older ones go after a new good one",
    default: "14",
    read: wholeNumber(1, 3650),
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
  VISIT_LIMITS: {
    meaning:
      "How often strangers may come to the public pages: a factor on what docs/operate/security.md says, such as 2, or off",
    default: "1",
    read: visitLimits,
  },
  VISIT_LIMITS_SHARED: {
    meaning: "Whether all processes count such visits together, in the database: on, or off for each by itself",
    default: "on",
    read: onOff,
  },
  LOG_LEVEL: { meaning: `One of ${logLevels.join(", ")}`, default: "warn", read: oneOf(logLevels) },
  PROCESSES: { meaning: "Web processes that share the port", default: "1", read: wholeNumber(1, 256) },
  SERVICES: {
    meaning: "What this program runs: web, worker, or both with a comma",
    default: "web,worker",
    read: serviceList,
  },
  LECTERN_DEMO: {
    meaning: "Whether the very first start makes a demo client, with a webinar that was held: on or off",
    default: "on",
    read: onOff,
  },
  LECTERN_OPERATOR_KEY: {
    meaning: "Key of the operator's API, 32 characters or more; made in LECTERN_DATA/operator.key when empty",
    default: "",
    read: longKey,
  },
  METRICS_KEY: {
    meaning:
      "Key that GET /metrics asks for (Authorization: Bearer KEY), 32 characters or more; the operator key when empty",
    default: "",
    read: longKey,
  },
  LECTERN_SECRET_KEY: {
    meaning:
      "Signs people's links and encrypts stored secrets, 32 characters or more; made in LECTERN_DATA/secret.key when empty. The same on every node; with another one, links in mails that are out stop working",
    default: "",
    read: longKey,
  },
  TRUST_PROXY: {
    meaning:
      "Whose X-Forwarded-For and -Proto are believed: off, the number of proxies that stand one behind the other (on is 1), or their networks with commas, such as 10.0.0.0/8",
    default: "off",
    read: trustedProxies,
  },
  PRIVATE_METADATA: {
    meaning: "Whether metadata of identity providers may be fetched from addresses of the own network: on or off",
    default: "off",
    read: onOff,
  },
  FFMPEG: { meaning: "The ffmpeg program, which converts videos", default: "ffmpeg", read: text },
  FFPROBE: { meaning: "The ffprobe program, which comes with ffmpeg", default: "ffprobe", read: text },
  SOFFICE: { meaning: "The LibreOffice program, which converts PowerPoint slides", default: "soffice", read: text },
} satisfies Record<string, Setting<unknown>>;

export type SettingName = keyof typeof settings;

/** Names the settings that are wrong, never their values: they may be secrets. */
export class ConfigError extends Error {}

/** Reads every setting, or throws one ConfigError that names all that are wrong. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a table of settings, one row each.
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
  const publicUrl = read("PUBLIC_URL") ?? `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
  const smtp = read("SMTP_URL");
  const backupFolder = read("BACKUP_FOLDER");
  const backupTimes = { at: read("BACKUP_AT"), keepDays: read("BACKUP_KEEP_DAYS") };
  const config: Config = {
    port,
    host,
    publicUrl,
    seamlessHost: read("SEAMLESS_HOST"),
    mailFrom: read("MAIL_FROM") ?? `do_not_reply@${mailHost(publicUrl)}`,
    smtp: smtp && { ...smtp, isClearPasswordAllowed: read("SMTP_CLEAR_PASSWORD") },
    smtpConnections: read("SMTP_CONNECTIONS"),
    smtpPerSecond: read("SMTP_PER_SECOND"),
    bounceTo: read("BOUNCE_TO"),
    mailTracking: read("MAIL_TRACKING"),
    textApi: readTextApi(read("TEXT_API_URL"), read("TEXT_API_KEY"), read("TEXT_API_MODEL"), faults),
    dataFolder: read("LECTERN_DATA"),
    s3: readS3(
      {
        endpoint: read("S3_ENDPOINT"),
        region: read("S3_REGION"),
        accessKeyId: read("S3_ACCESS_KEY_ID"),
        secretAccessKey: read("S3_SECRET_ACCESS_KEY"),
      },
      faults,
    ),
    databaseUrl: read("DATABASE_URL"),
    nats: read("NATS_URL"),
    backups: backupFolder === undefined ? undefined : { folder: backupFolder, ...backupTimes },
    databasePoolSize: read("DATABASE_POOL_SIZE"),
    throttleFactor: read("THROTTLE"),
    throttleStatus: read("THROTTLE_STATUS"),
    visitLimits: read("VISIT_LIMITS"),
    areVisitsCountedTogether: read("VISIT_LIMITS_SHARED"),
    logLevel: read("LOG_LEVEL"),
    processes: read("PROCESSES"),
    services: read("SERVICES"),
    demo: read("LECTERN_DEMO"),
    operatorKey: read("LECTERN_OPERATOR_KEY"),
    metricsKey: read("METRICS_KEY"),
    secretKey: read("LECTERN_SECRET_KEY"),
    trustProxy: read("TRUST_PROXY"),
    isPrivateMetadataAllowed: read("PRIVATE_METADATA"),
    ffmpeg: read("FFMPEG"),
    ffprobe: read("FFPROBE"),
    soffice: read("SOFFICE"),
  };
  if (faults.length > 0)
    throw new ConfigError(`Settings that cannot be used:\n${faults.map((f) => `  ${f}`).join("\n")}`);
  return config;
}

/** The endpoint that writes texts, if there is one; a key or a model without it is a mistake somebody should hear of. */
function readTextApi(url: string | undefined, key: string, model: string, faults: string[]): Config["textApi"] {
  if (url !== undefined && model === "") faults.push("TEXT_API_MODEL must be set together with TEXT_API_URL");
  if (url === undefined && key + model !== "") faults.push("TEXT_API_URL must be set together with its key and model");
  return url === undefined ? undefined : { url, key: key === "" ? undefined : key, model };
}

/** The host of an address as far as mail can name it. */
function mailHost(url: string): string {
  const name = URL.canParse(url) ? new URL(url).hostname : "";
  return name === "" || name.startsWith("[") ? "localhost" : name;
}

/** All of them or none: half a store is a mistake. */
function readS3(s3: S3Settings, faults: string[]): S3Settings | undefined {
  const given = {
    S3_ENDPOINT: s3.endpoint,
    S3_ACCESS_KEY_ID: s3.accessKeyId,
    S3_SECRET_ACCESS_KEY: s3.secretAccessKey,
  };
  const missing = Object.entries(given).filter(([, value]) => value === "");
  if (missing.length === 0) return s3;
  const isPartial = missing.length < Object.keys(given).length;
  for (const [name] of isPartial ? missing : [])
    if (!faults.some((fault) => fault.startsWith(`${name} `)))
      faults.push(`${name} must be set as well: all three of the S3 store or none`);
  return undefined;
}

function serviceList(value: string): Service[] {
  return value.split(",").map((name) => oneOf(services)(name.trim()));
}
