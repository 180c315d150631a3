import { IANAZone } from "luxon";
import { timeZoneAliases } from "./time-zone-aliases.ts";

export interface TimeZoneChoice {
  /** `(GMT -8:00) America/Los_Angeles`, with the offset of the moment. */
  label: string;
  /** IANA name. */
  value: string;
}

const zoneNames = [...new Set([...Intl.supportedValuesOf("timeZone"), ...timeZoneAliases.filter(isUnderstood)])];
const knownNames = new Set(zoneNames);

/** An alias that a leaner ICU lacks must not be offered. */
function isUnderstood(zone: string): boolean {
  return IANAZone.isValidZone(zone);
}

/** Whether a name is one of /timezones, letter by letter: the case matters, as names end up in SQL and in other systems. */
export function isKnownTimeZone(name: string): boolean {
  return knownNames.has(name);
}

/** Minutes that the zone's clocks are ahead of GMT at that instant; negative in the Americas. */
export function zoneOffsetMinutes(zone: string, at: Date): number {
  return IANAZone.create(zone).offset(at.getTime());
}

/** Clocks change on full and half hours (Lord Howe Island) only, so a list holds for half an hour. */
const LIST_MS = 1_800_000;

let cached: { period: number; choices: readonly TimeZoneChoice[] } | undefined;

/** Every known zone with its offset at that instant, from west to east, then by name. */
export function listTimeZones(now: Date): TimeZoneChoice[] {
  const period = Math.floor(now.getTime() / LIST_MS);
  if (cached?.period !== period) cached = { period, choices: describeZones(now) };
  return [...cached.choices];
}

function describeZones(now: Date): TimeZoneChoice[] {
  const zones = zoneNames.map((name) => ({ name, minutes: zoneOffsetMinutes(name, now) }));
  zones.sort((a, b) => a.minutes - b.minutes || (a.name < b.name ? -1 : 1));
  return zones.map(({ name, minutes }) => ({ label: `(${formatOffset(minutes)}) ${name}`, value: name }));
}

/** `GMT -8:00`, `GMT +5:30`, and `GMT` alone for none. */
function formatOffset(minutes: number): string {
  if (minutes === 0) return "GMT";
  const size = Math.abs(minutes);
  return `GMT ${minutes < 0 ? "-" : "+"}${Math.floor(size / 60)}:${String(size % 60).padStart(2, "0")}`;
}
