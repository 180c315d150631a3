// What calendars refuse in earnest: RFC 5545 as it is written, and what RFC 5546 asks of each method. Readers that are
// kept for programs let much pass that Outlook does not.

interface Line {
  readonly name: string;
  readonly params: ReadonlyMap<string, readonly string[]>;
  readonly value: string;
}

interface Block {
  readonly name: string;
  readonly lines: Line[];
  readonly blocks: Block[];
}

/** Answers the one event of a calendar that is right by the grammar, its properties by name; throws what is wrong. */
export function checkCalendar(text: string): { method: string; event: ReadonlyMap<string, string>; alarms: number } {
  const calendar = readBlocks(unfold(text));
  checkCounts(calendar, { VERSION: [1, 1], PRODID: [1, 1], METHOD: [1, 1], CALSCALE: [0, 1] });
  const method = textOf(calendar, "METHOD");
  const [event, ...more] = calendar.blocks;
  if (event?.name !== "VEVENT" || more.length > 0) throw new Error("not one VEVENT");
  checkEvent(event, method);
  for (const alarm of event.blocks) checkAlarm(alarm);
  const properties = new Map(event.lines.map(({ name, value }) => [name, value]));
  return { method, event: properties, alarms: event.blocks.length };
}

/** RFC 5545, 3.1: lines of 75 octets, each ended by CRLF. */
function unfold(text: string): string[] {
  if (!text.endsWith("\r\n")) throw new Error("the last line has no end");
  const physical = text.slice(0, -2).split("\r\n");
  const logical: string[] = [];
  for (const line of physical) {
    if (/[\p{Cc}]/u.test(line.replaceAll("\t", ""))) throw new Error(`control character: ${JSON.stringify(line)}`);
    if (!line.isWellFormed()) throw new Error(`half a character: ${JSON.stringify(line)}`);
    if (Buffer.byteLength(line) > 75) throw new Error(`${Buffer.byteLength(line)} octets: ${line}`);
    if (!/^[ \t]/.test(line)) logical.push(line);
    else if (logical.length === 0) throw new Error("begins with a folded line");
    else logical[logical.length - 1] += line.slice(1);
  }
  return logical;
}

const lineGrammar = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(.*)$/;
const paramGrammar = /;([A-Z0-9-]+)=((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)/g;

function readLine(line: string): Line {
  const [, name = "", params = "", value = ""] = lineGrammar.exec(line) ?? [];
  if (name === "") throw new Error(`no content line: ${line}`);
  const read = [...params.matchAll(paramGrammar)].map(([, key = "", values = ""]): [string, string[]] => [
    key,
    values.match(/"[^"]*"|[^,]+/g) ?? [""],
  ]);
  return { name, params: new Map(read), value };
}

/** RFC 5545, 3.4 and 3.6: in every block the properties come first, then the blocks within. */
function readBlocks(lines: readonly string[]): Block {
  const open: Block[] = [{ name: "", lines: [], blocks: [] }];
  for (const line of lines.map(readLine)) {
    const block = open.at(-1) as Block;
    if (line.name === "BEGIN") {
      const inner: Block = { name: line.value, lines: [], blocks: [] };
      block.blocks.push(inner);
      open.push(inner);
    } else if (line.name === "END") {
      if (line.value !== block.name || open.length === 1) throw new Error(`END:${line.value} ends ${block.name}`);
      open.pop();
    } else {
      if (block.blocks.length > 0) throw new Error(`${line.name} stands behind a block within ${block.name}`);
      checkValue(line);
      block.lines.push(line);
    }
  }
  const [calendar, ...more] = open[0]?.blocks ?? [];
  if (open.length !== 1 || more.length > 0 || calendar?.name !== "VCALENDAR") throw new Error("not one VCALENDAR");
  return calendar;
}

const text = /^(?:[^\\;,]|\\[\\;,nN])*$/u;
const utcTime = /^\d{8}T([01]\d|2[0-3])[0-5]\d[0-5]\dZ$/;
/** RFC 3986: the characters of an address, a percent sign only before two hexadecimal digits. */
const uri = /^[a-z][a-z\d+.-]*:(?:[\w\-.~:/?#@!$&'()*+,;=]|\[|\]|%[\dA-F]{2})+$/i;
/** RFC 6068. */
const mailto = /^mailto:(?:[\w\-.~!$'()*+:]|%[\dA-F]{2})+@(?:[\w-]+\.)+[\w-]+$/i;

/** Of all properties that we write; an unknown one is a mistake. */
const values: Readonly<Record<string, RegExp>> = {
  VERSION: /^2\.0$/,
  PRODID: text,
  METHOD: /^(?:REQUEST|CANCEL|PUBLISH)$/,
  CALSCALE: /^GREGORIAN$/,
  UID: text,
  SUMMARY: text,
  LOCATION: text,
  DESCRIPTION: text,
  URL: uri,
  ORGANIZER: mailto,
  ATTENDEE: mailto,
  DTSTAMP: utcTime,
  DTSTART: utcTime,
  DTEND: utcTime,
  SEQUENCE: /^\d+$/,
  STATUS: /^(?:TENTATIVE|CONFIRMED|CANCELLED)$/,
  "X-MICROSOFT-CDO-BUSYSTATUS": /^(?:FREE|BUSY)$/,
  ACTION: /^DISPLAY$/,
  TRIGGER: /^-?P(?:\d+W|(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)$/,
};

function checkValue({ name, value, params }: Line): void {
  const grammar = values[name];
  if (!grammar) throw new Error(`${name} is not expected`);
  if (!grammar.test(value)) throw new Error(`not the grammar of ${name}: ${value}`);
  if (name === "TRIGGER" && !/\d[WDHMS]/.test(value)) throw new Error(`no duration: ${value}`);
  const kind = params.get("VALUE")?.[0];
  if (kind !== undefined && !(name === "URL" && kind === "URI")) throw new Error(`${name} is no ${kind}`);
}

/** RFC 5545, 3.6.1, and RFC 5546, 3.2. */
function checkEvent(event: Block, method: string): void {
  const [attendees, alarms] = { REQUEST: [1, 1], CANCEL: [1, 0], PUBLISH: [0, 1] }[method] ?? [0, 0];
  checkCounts(event, {
    UID: [1, 1],
    DTSTAMP: [1, 1],
    DTSTART: [1, 1],
    DTEND: [0, 1],
    SEQUENCE: [1, 1],
    SUMMARY: [1, 1],
    ORGANIZER: [1, 1],
    ATTENDEE: [attendees ?? 0, attendees ?? 0],
    LOCATION: [0, 1],
    DESCRIPTION: [0, 1],
    URL: [0, 1],
    STATUS: [1, 1],
    "X-MICROSOFT-CDO-BUSYSTATUS": [0, 1],
  });
  if ((textOf(event, "STATUS") === "CANCELLED") !== (method === "CANCEL")) throw new Error("the wrong STATUS");
  if (event.blocks.length > (alarms ?? 0)) throw new Error(`${event.blocks.length} alarms in a ${method}`);
}

function checkAlarm(alarm: Block): void {
  if (alarm.name !== "VALARM" || alarm.blocks.length > 0) throw new Error(`${alarm.name} in a VEVENT`);
  checkCounts(alarm, { ACTION: [1, 1], TRIGGER: [1, 1], DESCRIPTION: [1, 1] });
}

function checkCounts(block: Block, counts: Readonly<Record<string, readonly [least: number, most: number]>>): void {
  for (const { name } of block.lines) if (!counts[name]) throw new Error(`${name} in a ${block.name}`);
  for (const [name, [least, most]] of Object.entries(counts)) {
    const count = block.lines.filter((line) => line.name === name).length;
    if (count < least || count > most) throw new Error(`${count} times ${name} in a ${block.name}`);
  }
}

function textOf(block: Block, name: string): string {
  return block.lines.find((line) => line.name === name)?.value ?? "";
}
