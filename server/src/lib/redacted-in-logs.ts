/**
 * What no log tells: secrets, also where Fastify and its parser of forms log a request in whole, and the values that
 * PostgreSQL quotes when a statement fails, which may be somebody's.
 */
export const redactedInLogs = [
  ...["req.headers.accesstokensecret", "req.headers.authorization", "req.headers.cookie"],
  ...["busboyOptions.headers", "err.rawPacket"],
  ...["err.detail", "err.where"],
];
