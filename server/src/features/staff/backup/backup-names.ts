import { DateTime } from "luxon";

const FORMAT = "yyyyMMdd'T'HHmmss'Z'";

/** Such as lectern-20261129T023000Z.tar. */
export function nameBackup(at: Date): string {
  return `lectern-${DateTime.fromJSDate(at, { zone: "utc" }).toFormat(FORMAT)}.tar`;
}

/** Whether a file is a backup of before that time; nothing else is ours to judge. */
export function isOldBackup(name: string, before: Date): boolean {
  const [, at = ""] = /^lectern-(\d{8}T\d{6}Z)\.tar$/.exec(name) ?? [];
  const madeAt = DateTime.fromFormat(at, FORMAT, { zone: "utc" });
  return madeAt.isValid && madeAt.toJSDate() < before;
}

const PART = ".part";

/** What a backup is called until it is whole. */
export function partOf(file: string): string {
  return `${file}${PART}`;
}

/** Whether a file is a part of a backup that was begun before that time. */
export function isOldPart(name: string, before: Date): boolean {
  return name.endsWith(PART) && isOldBackup(name.slice(0, -PART.length), before);
}
