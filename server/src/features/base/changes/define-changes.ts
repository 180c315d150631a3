import type { Insertable } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { Changes } from "../../../db/types.ts";

/** A kind of change, named as it is published: what it happens to, and what happened. */
export interface ChangeKind {
  /** Told to whoever subscribes to it. */
  readonly meaning: string;
  /** Whether it happens in an event, to the whole client, or to either. */
  readonly of: "event" | "client" | "either";
  /** What `subjectId` is the id of; the event or client itself when absent. */
  readonly subject?: string;
  /** Whether it names the fields that are another now. */
  readonly tellsFields?: true;
}

export type ChangeKinds = Readonly<Record<string, ChangeKind>>;

type Happening<Kind extends ChangeKind> = {
  readonly clientId: number;
  /** `operator`, `token:{id}`, `job:{name}` ... */
  readonly actor: string;
} & (Kind["of"] extends "event" ? { readonly eventId: number } : unknown) &
  (Kind["of"] extends "either" ? { readonly eventId: number | null } : unknown) &
  (Kind extends { subject: string } ? { readonly subjectId: number } : unknown) &
  (Kind extends { tellsFields: true } ? { readonly fields: string[] } : unknown);

/** The kinds of change of a feature: no other can be recorded, and none without what belongs to it. */
export function defineChanges<const Kinds extends ChangeKinds>(kinds: Kinds) {
  return {
    kinds,
    /** Records what happened, in the transaction that makes it happen. */
    async record<Kind extends keyof Kinds & string>(
      tx: Db,
      kind: Kind,
      happening: Happening<Kinds[Kind]>,
    ): Promise<void> {
      const change: Insertable<Changes> = { kind, ...happening };
      await tx.insertInto("changes").values(change).execute();
    },
    /** The kind's name where a statement of its own records it. */
    name: <Kind extends keyof Kinds & string>(kind: Kind): Kind => kind,
  };
}
