import { DateTime, FixedOffsetZone, IANAZone, type Zone } from "luxon";
import { fail } from "../../errors.ts";

/** The zone in which the ON24 dialect reads and writes every instant that names no other. */
export const PACIFIC = "America/Los_Angeles";

const pacificZone = IANAZone.create(PACIFIC);
const MS_PER_HOUR = 3_600_000;
/** About two years' worth of hours; a report over more simply starts the cache anew. */
const MAX_CACHED_HOURS = 20_000;

interface Offset {
  ms: number;
  suffix: string;
}
const offsetByHour = new Map<number, Offset>();

/**
 * An instant as the lists carry it: `2015-05-19T11:01:42-07:00`, seconds cut off, never Z.
 * Luxon would take twenty times as long. Its offset is asked for once an hour of the calendar instead, and Pacific time
 * changes on full hours only.
 */
export function formatPacific(instant: Date): string {
  const time = instant.getTime();
  const { ms, suffix } = pacificOffset(time);
  return new Date(time + ms).toISOString().slice(0, 19) + suffix;
}

function pacificOffset(time: number): Offset {
  const hour = Math.floor(time / MS_PER_HOUR);
  let offset = offsetByHour.get(hour);
  if (offset === undefined) {
    const minutes = pacificZone.offset(hour * MS_PER_HOUR);
    offset = { ms: minutes * 60_000, suffix: pacificZone.formatOffset(hour * MS_PER_HOUR, "short") };
    if (offsetByHour.size >= MAX_CACHED_HOURS) offsetByHour.clear();
    offsetByHour.set(hour, offset);
  }
  return offset;
}

const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/;
const dayFirstDate = /^(\d{2})-(\d{2})-(\d{4})$/;
// The sign of an offset may be a space: that is what query decoding makes of an unescaped "+".
const isoDateTime = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(Z|[+\- ]\d{2}:\d{2})?$/;

/** Which end of a range is read: it decides the time of a bare date, and which of two equal clock times is meant. */
export type Edge = "start" | "end";

/**
 * Reads a date parameter: `YYYY-MM-DD` or `DD-MM-YYYY` (00:00:00 or 23:59:59 Pacific by edge), `YYYY-MM-DDThh:mm:ss`
 * Pacific or with `±hh:mm`; fractions and Z are tolerated. Refuses dates.format, for a day that no calendar has and a
 * local time that daylight saving skips too.
 */
export function parseDateParam(text: string, edge: Edge): Date {
  return readDateOnly(text, edge) ?? readIsoDateTime(text, edge) ?? fail("dates.format");
}

function readDateOnly(text: string, edge: Edge): Date | undefined {
  const parts = isoDate.exec(text)?.slice(1) ?? dayFirstDate.exec(text)?.slice(1).reverse();
  if (!parts) return undefined;
  const [year = 0, month = 0, day = 0] = parts.map(Number);
  const time = edge === "start" ? { hour: 0 } : { hour: 23, minute: 59, second: 59 };
  return instantOf({ year, month, day, ...time }, pacificZone, edge);
}

function readIsoDateTime(text: string, edge: Edge): Date | undefined {
  const match = isoDateTime.exec(text);
  const zone = match && readOffset(match[8]);
  if (!match || !zone) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const millisecond = Number((match[7] ?? "").padEnd(3, "0").slice(0, 3));
  return instantOf({ year, month, day, hour, minute, second, millisecond }, zone, edge);
}

/** `+02:00`, ` 02:00`, `-0700`, `Z` or nothing, which is Pacific; undefined for an offset that no clock has. */
function readOffset(text: string | undefined): Zone | undefined {
  if (text === undefined) return pacificZone;
  if (text === "Z") return FixedOffsetZone.utcInstance;
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(-2))];
  if (hours > 14 || minutes > 59) return undefined;
  return FixedOffsetZone.instance((text[0] === "-" ? -1 : 1) * (hours * 60 + minutes));
}

interface LocalTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute?: number;
  second?: number;
  millisecond?: number;
}

/** The instant of a local time; undefined when no calendar has that day or the zone's clocks skip that time. */
function instantOf(local: LocalTime, zone: Zone, edge: Edge): Date | undefined {
  // Year 0 is none, and hour 24 would quietly be the next day's 0.
  if (local.year === 0 || local.hour > 23) return undefined;
  const time = DateTime.fromObject(local, { zone });
  // Samoa once skipped a whole day, hence the day; Lord Howe skips half an hour, hence the minute.
  const isSkipped = time.day !== local.day || time.hour !== local.hour || time.minute !== (local.minute ?? 0);
  if (!time.isValid || isSkipped) return undefined;
  // In autumn an hour comes twice: a range that starts or ends in it takes in both.
  const choices = time.getPossibleOffsets();
  return choices.at(edge === "start" ? 0 : -1)?.toJSDate();
}

const usDateTime = /^(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d{2}) ?([AP])M$/i;
const jsDateString =
  /^(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{2}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) GMT([+\- ]\d{4})(?: *\(.*)?$/i;
const monthNames = "janfebmaraprmayjunjulaugsepoctnovdec";

/**
 * Reads `liveStart` of a create or copy in its four published formats: `08/26/2016 09:00 AM` in the event's own zone,
 * ISO without an offset (Pacific) or with one, and JavaScript's Date.toString(). Undefined when it is none of them,
 * or a time that does not exist in its zone.
 */
export function parseLiveStart(text: string, timeZone: string): Date | undefined {
  const trimmed = text.trim();
  return readUsDateTime(trimmed, timeZone) ?? readIsoDateTime(trimmed, "start") ?? readJsDateString(trimmed);
}

function readUsDateTime(text: string, timeZone: string): Date | undefined {
  const match = usDateTime.exec(text);
  if (!match) return undefined;
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0] = match.slice(1, 6).map(Number);
  if (hour < 1 || hour > 12) return undefined;
  const isAfternoon = match[6]?.toUpperCase() === "P";
  return instantOf(
    { year, month, day, hour: (hour % 12) + (isAfternoon ? 12 : 0), minute },
    IANAZone.create(timeZone),
    "start",
  );
}

function readJsDateString(text: string): Date | undefined {
  const match = jsDateString.exec(text);
  const zone = match && readOffset(match[7]);
  if (!match || !zone) return undefined;
  const month = monthNames.indexOf(match[1]?.toLowerCase() ?? "") / 3 + 1;
  const [day = 0, year = 0, hour = 0, minute = 0, second = 0] = match.slice(2, 7).map(Number);
  return instantOf({ year, month, day, hour, minute, second }, zone, "start");
}

/** An instant as create, copy and update answer it: `08/26/2016 09:00 AM`, in the event's own zone. */
export function formatEventLocal(instant: Date, timeZone: string): string {
  return DateTime.fromJSDate(instant, { zone: timeZone }).setLocale("en-US").toFormat("MM/dd/yyyy hh:mm a");
}
