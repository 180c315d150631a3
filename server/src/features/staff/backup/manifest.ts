import Type, { type Static } from "typebox";
import Value from "typebox/value";

/** What the last entry but one of an archive tells of the rest. */
export type Manifest = Static<typeof Manifest>;

/** As PostgreSQL writes the values of a bound: texts in quotes, numbers and words. */
const VALUES = "\\((?:'[^']*'|[\\w ]+)(?:, (?:'[^']*'|[\\w ]+))*\\)";
const BOUND = `^(?:DEFAULT|FOR VALUES (?:FROM ${VALUES} TO ${VALUES}|IN ${VALUES}|WITH ${VALUES}))$`;
const OPTIONS = "^(?:[\\w.]+=[\\w.]+(?:, [\\w.]+=[\\w.]+)*)?$";

/** What an archive may hold. A store's object lies under a key of ours, by one name that leads nowhere else. */
const ENTRY =
  "^(?:keys/(?:operator|secret)\\.key|files/[0-9a-f]{32}/[A-Za-z0-9_-][A-Za-z0-9._-]*|(?:database/[^/\\0]+|jobs)/[0-9]+\\.copy\\.gz)$";

const name = { schema: Type.String(), name: Type.String() };

const Manifest = Type.Object({
  /** Of the archive; a program knows its own and those before. */
  format: Type.Literal(1),
  /** Version of the program that wrote it. */
  lectern: Type.String(),
  /** When the snapshot was taken. */
  madeAt: Type.String(),
  postgresMajor: Type.Integer(),
  /** In the order in which they were applied. */
  migrations: Type.Array(Type.String()),
  /** What the secret key signs: tells whether another key is the same, and nothing else about it. */
  keyMark: Type.String(),
  tables: Type.Array(Type.Object({ ...name, columns: Type.Array(Type.String()), rowCount: Type.Integer() })),
  partitions: Type.Array(
    Type.Object({
      ...name,
      parent: Type.Object(name),
      bound: Type.String({ pattern: BOUND }),
      options: Type.String({ pattern: OPTIONS }),
    }),
  ),
  sequences: Type.Array(Type.Object({ ...name, lastValue: Type.String(), isCalled: Type.Boolean() })),
  jobCount: Type.Integer(),
  fileCount: Type.Integer(),
  /** Every entry before this one, by its name. */
  entries: Type.Record(
    Type.String({ pattern: ENTRY }),
    Type.Object({ byteSize: Type.Integer(), sha256: Type.String() }),
    {
      additionalProperties: false,
    },
  ),
});

/** Undefined for what is no manifest that we know, or names what no Lectern has put into an archive. */
export function readManifest(text: string): Manifest | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Value.Check(Manifest, value) ? value : undefined;
  } catch {
    return undefined;
  }
}
