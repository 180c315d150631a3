import Type from "typebox";
import { next, pageQuery } from "../../../http/web/paging.ts";
import { outcomes } from "./row-queries.ts";

const instant = Type.String({ format: "date-time" });
const count = (description: string) => Type.Integer({ description });

export const NewImportQuery = Type.Object({
  dryRun: Type.Boolean({ default: false, description: "Tells what would happen, and registers nobody" }),
  honorRequired: Type.Boolean({ default: true, description: "Whether the page's required fields must be there" }),
  honorValidation: Type.Boolean({ default: true, description: "Whether fields with options must hold one of them" }),
});

export const NewImportHeaders = Type.Object({
  "idempotency-key": Type.Optional(
    Type.String({
      pattern: "^[\\x21-\\x7e]{1,255}$",
      description: "Your own mark of this request: sent again with the same list, the list is imported once",
    }),
  ),
});

export const Import = Type.Object({
  importId: Type.Integer(),
  eventId: Type.Integer(),
  dryRun: Type.Boolean(),
  honorRequired: Type.Boolean(),
  honorValidation: Type.Boolean(),
  state: Type.Enum(["received", "processing", "ready", "failed", "cancelled"]),
  reason: Type.Optional(Type.String({ description: "Why it failed" })),
  rows: count("People on the list"),
  counts: Type.Object({
    created: count("Registered"),
    updated: count("Registered before, and updated"),
    waiting: count("Have to wait: for a seat, for approval, or to confirm the address"),
    refused: count("Kept out by a gate"),
    invalid: count("Rows that can't be used"),
  }),
  remaining: count("Rows that are not worked yet"),
  ignoredColumns: Type.Array(Type.String(), { description: "Columns that mean no field of a registrant" }),
  createdAt: instant,
  endedAt: Type.Optional(instant),
  erasedAt: Type.Optional(Type.String({ format: "date-time", description: "When the people's data was removed" })),
});

export const ImportsQuery = Type.Object({
  ...pageQuery({ usual: 20, most: 100 }),
});

export const ImportList = Type.Object({ imports: Type.Array(Import), next });

export const RowsQuery = Type.Object({
  outcome: Type.Optional(Type.Enum([...outcomes])),
  ...pageQuery({ usual: 100, most: 1000 }),
});

const Row = Type.Object({
  row: Type.Integer({ description: "The first person of the list is 1; empty lines do not count" }),
  email: Type.Optional(Type.String()),
  outcome: Type.Optional(Type.Enum([...outcomes], { description: "Missing until the row is worked" })),
  status: Type.Optional(Type.String({ description: "Where the person stands" })),
  registrantId: Type.Optional(Type.Integer()),
  code: Type.Optional(Type.String({ description: "Why it is refused or invalid, for programs" })),
  detail: Type.Optional(Type.String({ description: "The same for people" })),
});

export const RowList = Type.Object({ rows: Type.Array(Row), next });
