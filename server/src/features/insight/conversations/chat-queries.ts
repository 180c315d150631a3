import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";

interface Place {
  readonly clientId: number;
  readonly eventId: number;
}

export interface SaidLine {
  /** One of the two. */
  readonly registrantId: number | null;
  readonly presenterId: number | null;
  readonly email: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  /** Null once its author was forgotten. */
  readonly text: string | null;
  readonly saidAt: Date;
}

export interface GroupChat {
  readonly id: number;
  readonly name: string;
  readonly viewers: number;
  readonly views: number;
  /** What the audience sees of it, in the order of saying. */
  readonly lines: readonly SaidLine[];
}

type Row = Omit<GroupChat, "lines"> & { readonly [Key in keyof SaidLine]: SaidLine[Key] | null };

/** The chat of an event's audience, called as its widget is; undefined before anybody opened it, set it or spoke in it. */
export async function findGroupChat(db: Db, { clientId, eventId }: Place): Promise<GroupChat | undefined> {
  const { rows } = await sql<Row>`
    select g.id, g.viewers, g.views, coalesce((
        select w.name from widgets w where w.client_id = g.client_id and w.event_id = g.event_id and w.kind = 'group-chat'
        order by w.deleted_at desc nulls first limit 1), 'Group Chat') as name,
      l.registrant_id, l.presenter_id, l.text, l.said_at, coalesce(r.email, p.email) as email,
      coalesce(r.first_name, p.first_name) as first_name, coalesce(r.last_name, p.last_name) as last_name
    from group_chats g
    left join chat_lines l on l.client_id = g.client_id and l.event_id = g.event_id
      and l.is_shown and l.deleted_at is null and not l.is_practice
    left join registrants r on r.client_id = l.client_id and r.id = l.registrant_id
    left join presenters p on p.client_id = l.client_id and p.id = l.presenter_id
    where g.client_id = ${clientId} and g.event_id = ${eventId} order by l.id`.execute(db);
  const [chat] = rows;
  if (!chat) return undefined;
  const { id, name, viewers, views } = chat;
  return { id, name, viewers, views, lines: rows.filter(isLine) };
}

/** A chat in which nothing was said is one row without a line. */
function isLine(row: Row): row is Row & SaidLine {
  return row.saidAt !== null;
}

export interface SaidTeamLine {
  readonly id: number;
  readonly presenterId: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  /** That they had when they said it. */
  readonly role: string;
  readonly text: string;
  readonly saidAt: Date;
}

/** What an event's team said among themselves, in the order of saying. */
export async function listTeamLines(db: Db, { clientId, eventId }: Place): Promise<SaidTeamLine[]> {
  const { rows } = await sql<SaidTeamLine>`
    select l.id, l.presenter_id, p.first_name, p.last_name, p.email, l.role, l.text, l.said_at
    from team_chat_lines l join presenters p on p.client_id = l.client_id and p.id = l.presenter_id
    where l.client_id = ${clientId} and l.event_id = ${eventId} order by l.id`.execute(db);
  return rows;
}
