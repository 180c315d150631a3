import { DateTime } from "luxon";

const FORMAT = "yyyyMMdd'T'HHmmss'Z'";

/** Such as lectern-20261129T023000Z.tar. */
export function nameBackup(at: Date): string {
  return `lectern-${DateTime.fromJSDate(at, { zone: "utc" }).toFormat(FORMAT)}.tar`;
}

/** Whether a file is a backup, or a part of one whose process died, of before that time; nothing else is ours to judge. */
export function isOldBackup(name: string, before: Date): boolean {
  const [, at = ""] = /^lectern-(\d{8}T\d{6}Z)\.tar(?:\.part)?$/.exec(name) ?? [];
  const madeAt = DateTime.fromFormat(at, FORMAT, { zone: "utc" });
  return madeAt.isValid && madeAt.toJSDate() < before;
}
