import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { Web } from "../../../http/web/operation.ts";
import { addTopic, changeTopic, removeTopic } from "./edit-topics.ts";
import { NewTopic, Topic, TopicChanges, TopicList } from "./schema.ts";
import { listTopics } from "./topics.ts";

const path = "/clients/{clientId}/events/{eventId}/idea-topics";

/** What the audience may share ideas on. */
export function ideasRoutes(web: Web, { db }: { db: Kysely<Database> }): void {
  web.operation("listIdeaTopics", {
    route: `GET ${path}`,
    right: "events.read",
    group: "Room",
    summary: "List the topics that the audience shares ideas on",
    answer: TopicList,
    handle: async (call) => ({ topics: await listTopics(db, placeOf(call)) }),
  });

  web.operation("addIdeaTopic", {
    route: `POST ${path}`,
    right: "events.manage",
    group: "Room",
    summary: "Add a topic",
    body: NewTopic,
    status: 201,
    answer: Topic,
    handle: async (call) => ({ topicId: await addTopic(db, placeOf(call), call.body), title: call.body.title }),
  });

  web.operation("changeIdeaTopic", {
    route: `PATCH ${path}/{topicId}`,
    right: "events.manage",
    group: "Room",
    summary: "Rename or move a topic",
    description: "Ideas that were shared before keep the name that it had.",
    body: TopicChanges,
    answer: Topic,
    handle: async (call) => {
      const { topicId } = call.params;
      await changeTopic(db, placeOf(call), topicId, call.body);
      const topics = await listTopics(db, placeOf(call));
      return topics.find((topic) => topic.topicId === topicId) ?? fail("idea.unknownTopic", { topicId });
    },
  });

  web.operation("removeIdeaTopic", {
    route: `DELETE ${path}/{topicId}`,
    right: "events.manage",
    group: "Room",
    summary: "Remove a topic; its ideas stay known",
    handle: (call) => removeTopic(db, placeOf(call), call.params.topicId),
  });
}

interface Place {
  readonly actor: string;
  readonly client: { readonly id: number };
  readonly event: { readonly id: number };
}

function placeOf({ actor, client, event }: Place) {
  return { clientId: client.id, eventId: event.id, actor };
}
