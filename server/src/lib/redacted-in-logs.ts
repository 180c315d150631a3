/** What no log tells: secrets, and the values that PostgreSQL quotes when a statement fails, which may be somebody's. */
export const redactedInLogs = ["req.headers.accesstokensecret", "req.headers.authorization", "err.detail", "err.where"];
