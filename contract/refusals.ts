import type { Wording } from "./operations.ts";

/**
 * Published sentences differ from family to family of operations, down to a missing full stop, and integrations match
 * on them. A family lists only what differs from the standard sentences of the server's error table.
 */
export interface WordedRefusal {
  readonly sentence: string;
  readonly status?: number;
}

const helper = {
  "token.wrong": { sentence: "The access token secret or access token key was not found" },
  "token.noPermission": {
    sentence: "The client id is not an Elite user/The adminId can not perform operations under client clientId",
  },
  "throttle.exceeded": { sentence: "You reached the maximum number of calls for this endpoint" },
};

const forget = { ...helper, "token.noPermission": { sentence: "You don't have access to this client id" } };

const eventId = { "event.inactive": { sentence: "The event id {eventId} is inactive." } };

const hub = { "event.unknown": { sentence: "The Engagement Hub or Target Experience {eventId} doesn't exist." } };

const mediaManager = {
  "client.inactive": { sentence: "The client id {clientId} is inactive" },
  "client.unknown": { sentence: "The client {clientId} doesn't exist" },
};

const bare = {
  "token.wrong": { sentence: "AccessTokenKey and AccessTokenSecret are wrong or invalid" },
  "token.noPermission": { sentence: "You do not have permission to perform the requested operation" },
  "throttle.exceeded": { sentence: "You have reached the maximum number of calls for this api" },
  "client.inactive": { sentence: "The client id {clientId} is inactive" },
  "client.unknown": { sentence: "The client {clientId} doesn't exist" },
  "event.unknown": { sentence: "The event {eventId} doesn't exist" },
};

const bareUnauthorized = { ...bare, "token.noPermission": { ...bare["token.noPermission"], status: 401 } };

export const wordings: Readonly<Record<Wording, Readonly<Record<string, WordedRefusal>>>> = {
  standard: {},
  eventId,
  hub,
  helper,
  helperEvent: { ...helper, "event.unknown": { sentence: "The event id is not found under this client account" } },
  children: { ...forget, "event.unknown": { sentence: "Event not found for this client or its children" } },
  forget,
  mediaManager,
  bare,
  bareEventId: { ...bareUnauthorized, "event.inactive": { sentence: "The event id {eventId} is inactive" } },
  bareUnauthorized: { ...bareUnauthorized, "event.unknown": { sentence: "The event {eventId} doesn't exist." } },
};
