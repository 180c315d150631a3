import { inTransaction } from "../../../db/transaction.ts";
import type { Socket } from "../../../http/socket/dialect.ts";
import { blockPerson } from "./block-person.ts";
import { changeStage } from "./change-stage.ts";
import { giveControl, takeControl } from "./control.ts";
import type { PresentingDeps } from "./deps.ts";
import { setPractice } from "./practice.ts";
import { readPositions, readState } from "./read-state.ts";
import { endAsLead, extendAsLead, startAsLead } from "./run-event.ts";
import { watchRooms } from "./watch-rooms.ts";

const done = undefined;

/** What only the producer in control does. */
export function controlSocket(socket: Socket, { db, events, now }: PresentingDeps): void {
  const by = ["producer"] as const;

  socket.watch(watchRooms({ db, events, now }));

  socket.on("presenting.lead", { by }, async ({ speaker, body: { presenterId } }) => {
    if (presenterId === undefined) await inTransaction(db, (tx) => takeControl(tx, speaker, now()));
    else await giveControl(db, speaker, presenterId, now());
    return done;
  });

  socket.on("presenting.practice", { by }, async ({ speaker, body: { isPractice } }) => {
    await setPractice(db, speaker, isPractice, now());
    return done;
  });

  socket.on("presenting.start", { by }, async ({ speaker }) => {
    await startAsLead(db, speaker, now());
    events.drop(speaker.eventId);
    return done;
  });

  socket.on("presenting.end", { by }, async ({ speaker }) => {
    await endAsLead(db, speaker, now());
    events.drop(speaker.eventId);
    return done;
  });

  socket.on("presenting.extend", { by }, async ({ speaker, body: { endsAt } }) => {
    await extendAsLead(db, speaker, new Date(endsAt), now());
    events.drop(speaker.eventId);
    return done;
  });
}

/** What stands on the stage, changed by everybody who presents. */
export function stageSocket(socket: Socket, { db, now }: PresentingDeps): void {
  const by = ["producer", "presenter"] as const;

  socket.state("presenting", (tx, room, role) => readState(tx, room, role, now()));
  socket.mine("presenting", readPositions);

  socket.on("presenting.slide", { by }, async ({ speaker, body: { slide } }) => {
    await changeStage(db, speaker, { slide }, now());
    return done;
  });

  socket.on("presenting.layout", { by }, async ({ speaker, body: { layout } }) => {
    await changeStage(db, speaker, { layout }, now());
    return done;
  });

  socket.on("presenting.captions", { by }, async ({ speaker, body: { language } }) => {
    await changeStage(db, speaker, { captions: language }, now());
    return done;
  });

  socket.on("presenting.message", { by }, async ({ speaker, body: { text } }) => {
    await changeStage(db, speaker, { message: text }, now());
    return done;
  });
}

/** Who of the audience has to go. */
export function peopleSocket(socket: Socket, { db }: PresentingDeps): void {
  for (const [kind, isBlocked] of [
    ["presenting.block", true],
    ["presenting.unblock", false],
  ] as const)
    socket.on(kind, { by: ["producer", "moderator"] }, async ({ speaker, body: { eventUserId } }) => {
      await blockPerson(db, speaker, eventUserId, isBlocked);
      return undefined;
    });
}
