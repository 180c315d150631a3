import type { Kysely } from "kysely";
import Type from "typebox";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";
import type { Web } from "../../../http/web/operation.ts";
import type { LoadCache } from "../../../lib/load-cache.ts";
import type { AdmissionEvent } from "../../admission/registration/admission-event.ts";
import { addPoll, changePoll, deletePoll, type Edit } from "./edit-polls.ts";
import { codeOf } from "./present.ts";
import { listPolls, type PollRow } from "./queries.ts";
import { ListedPoll, NewPoll, PollChanges } from "./schema.ts";
import { stageOf } from "./stage.ts";

interface PollDeps {
  readonly db: Kysely<Database>;
  readonly events: LoadCache<number, AdmissionEvent>;
  now(): Date;
}

interface Place {
  readonly actor: string;
  readonly client: { readonly id: number };
  readonly event: { readonly id: number };
}

const path = "/clients/{clientId}/events/{eventId}/polls";

/** What the audience of a webinar is asked, for those who prepare it. */
export function pollRoutes(web: Web, deps: PollDeps): void {
  const { db } = deps;
  const shared = { group: "Polls and surveys", right: "events.manage" } as const;

  web.operation("listPolls", {
    ...shared,
    route: `GET ${path}`,
    right: "events.read",
    summary: "List the polls of an event, with what came of them",
    answer: Type.Object({ polls: Type.Array(ListedPoll, { description: "In their order" }) }),
    handle: async (call) => ({ polls: (await listPolls(db, roomOf(call), { isPractice: false })).map(listed) }),
  });

  web.operation("addPoll", {
    ...shared,
    route: `POST ${path}`,
    summary: "Add a poll",
    description: "It is shown to nobody before somebody in the room pushes it. With right options it is a quiz.",
    body: NewPoll,
    status: 201,
    answer: ListedPoll,
    handle: async (call) => {
      const pollId = await addPoll(db, roomOf(call), call.body, await editOf(deps, call));
      return getListed(deps, roomOf(call), pollId);
    },
  });

  web.operation("changePoll", {
    ...shared,
    route: `PATCH ${path}/{pollId}`,
    summary: "Reword, move or set a poll",
    description:
      "Another question is another version of the poll: earlier answers stay with theirs, and are not counted in it.",
    body: PollChanges,
    answer: ListedPoll,
    handle: async (call) => {
      const { pollId } = call.params;
      await changePoll(db, { ...roomOf(call), pollId }, call.body, await editOf(deps, call));
      return getListed(deps, roomOf(call), pollId);
    },
  });

  web.operation("deletePoll", {
    ...shared,
    route: `DELETE ${path}/{pollId}`,
    summary: "Take a poll away; what people answered stays",
    handle: async (call) => deletePoll(db, { ...roomOf(call), pollId: call.params.pollId }, await editOf(deps, call)),
  });
}

function roomOf({ client, event }: Place): RoomKey {
  return { clientId: client.id, eventId: event.id };
}

async function editOf({ events, now }: PollDeps, { actor, event: { id: eventId } }: Place): Promise<Edit> {
  const event = (await events.get(eventId)) ?? fail("event.unknown", { eventId });
  return { stage: stageOf(event, now()), actor };
}

async function getListed({ db }: PollDeps, room: RoomKey, pollId: number): Promise<ListedPoll> {
  const [row] = await listPolls(db, room, { isPractice: false, pollId });
  return row ? listed(row) : fail("poll.unknown", { pollId });
}

function listed(row: PollRow): ListedPoll {
  const { id, position, questionId, type, question, options, firstPushedAt, ...rest } = row;
  return {
    ...{ id, position },
    question: {
      ...{ id: questionId, type, text: question },
      options: options.map((option, index) => ({ code: codeOf(index + 1), ...option })),
    },
    ...rest,
    ...(firstPushedAt && { pushedAt: firstPushedAt.toISOString() }),
  };
}
