/** Of the operating system: no room, or no descriptors, for now. */
const noRoom = ["ENOSPC", "EDQUOT", "EMFILE", "ENFILE", "ENOMEM"];

const away = [
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH", "ENOTFOUND", "EAI_AGAIN"],
];

/**
 * SQLSTATE of connections lost or refused (08), of a server without room, memory or connections (53), that starts, stops or
 * crashed (57P01 to 57P03), cancels what takes too long (57014), only reads (25006), or ends one of several that wait for
 * each other (40P01).
 */
const sqlStates = /^(08\w{3}|53\w{3}|57P0[123]|57014|25006|40P01)$/;

/** What pg and its pool say without a code. */
const messages =
  /Connection terminated|timeout exceeded when trying to connect|^timeout expired$|Query read timeout|is not queryable|Cannot use a pool after calling end/;

/** Whether a file could not be written because there is no room on the disk, or for one more open file. */
export function isNoRoom(error: unknown): boolean {
  return noRoom.includes(codeOf(error));
}

/** Whether the database is away or without room, or the disk is: what failed may be tried again as it is. */
export function isPassing(error: unknown): boolean {
  const code = codeOf(error);
  const { message = "", syscall } = (error ?? {}) as { message?: string; syscall?: string };
  return (
    isNoRoom(error) ||
    away.includes(code) ||
    // The database's socket; elsewhere it is a file that is missing.
    (code === "ENOENT" && syscall === "connect") ||
    sqlStates.test(code) ||
    (code === "" && messages.test(message))
  );
}

function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === "string" ? code : "";
}
