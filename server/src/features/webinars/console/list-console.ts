import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { Area, ContentOf, WidgetKind } from "./widgets.ts";

/** A link or a file of a related content widget. */
export interface ListedResource {
  id: number;
  name: string;
  /** As given, or `/files/{key}` below the public address. */
  address: string;
  /** Only of files. */
  fileName?: string;
  mediaType?: string;
  byteSize?: number;
}

export interface ListedSpeaker {
  id: number;
  name: string;
  title?: string;
  company?: string;
  email: string;
  twitter?: string;
  linkedin?: string;
  website?: string;
  facebook?: string;
  description?: string;
  /** `/files/{key}` below the public address. */
  picture?: string;
}

export interface ListedQuestion {
  id: number;
  type: "singleoption" | "multioption" | "singletext";
  isRequired: boolean;
  question: string;
  /** In order; the code of the first is "choice1". A singletext question has one empty answer. */
  answers: string[];
}

interface ListedWidgetBase {
  id: number;
  name: string;
  area: Area;
  isOpen: boolean;
  resources: ListedResource[];
  speakers: ListedSpeaker[];
  questions: ListedQuestion[];
}

/** A widget with everything in it. */
export type ListedWidget = {
  [Kind in WidgetKind]: ListedWidgetBase & { kind: Kind; content: ContentOf<Kind> };
}[WidgetKind];

/** An event's widgets in their order, with what is in them; one statement. */
export async function listConsole(db: Db, clientId: number, eventId: number): Promise<ListedWidget[]> {
  const { rows } = await sql<ListedWidget>`
    select w.id, w.kind, w.name, w.area, w.is_open, w.content,
      coalesce((select json_agg(json_strip_nulls(json_build_object('id', r.id, 'name', r.name,
          'address', coalesce(r.url, '/files/' || f.key), 'fileName', f.name, 'mediaType', f.media_type, 'byteSize', f.byte_size))
          order by r.position, r.id)
        from resources r left join files f on f.client_id = r.client_id and f.id = r.file_id
        where r.client_id = w.client_id and r.event_id = w.event_id and r.widget_id = w.id and r.deleted_at is null), '[]') as resources,
      coalesce((select json_agg(json_strip_nulls(json_build_object('id', s.id, 'name', s.name, 'title', s.title,
          'company', s.company, 'email', s.email, 'twitter', s.twitter, 'linkedin', s.linkedin, 'website', s.website,
          'facebook', s.facebook, 'description', s.description, 'picture', '/files/' || f.key)) order by s.position, s.id)
        from speakers s left join files f on f.client_id = s.client_id and f.id = s.picture_file_id
        where s.client_id = w.client_id and s.event_id = w.event_id and s.widget_id = w.id), '[]') as speakers,
      coalesce((select json_agg(json_build_object('id', q.id, 'type', q.type, 'isRequired', q.is_required,
          'question', q.question, 'answers', (select coalesce(json_agg(a.answer order by a.position), '[]')
            from survey_answers a where a.client_id = q.client_id and a.question_id = q.id)) order by q.position, q.id)
        from survey_questions q
        where q.client_id = w.client_id and q.event_id = w.event_id and q.widget_id = w.id and q.deleted_at is null), '[]') as questions
    from widgets w
    where w.client_id = ${clientId} and w.event_id = ${eventId} and w.deleted_at is null
    order by w.position, w.id`.execute(db);
  return rows;
}
