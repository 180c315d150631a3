import Type, { type TObject, type TSchema } from "typebox";
import { findFlag, readChoice, readFlag } from "../flags.ts";
import { addField, emptyFields, type Fields, one } from "../forms.ts";
import { type DateWindow, type DateWindowOptions, readDateWindow } from "./date-window.ts";
import type { CalledClient, Directory } from "./directory.ts";
import { type Page, readPage } from "./paging.ts";
import { readIncludedClients } from "./subaccounts.ts";

/** What a parameter's words are read against: the call itself. */
export interface Asked {
  readonly client: CalledClient;
  readonly directory: Pick<Directory, "listReach" | "isKnownTimeZone">;
  readonly now: Date;
}

/** One thing that callers tell: under which names, described for the reference, and how it is read. */
export interface Parameter<T> {
  readonly properties: Readonly<Record<string, TSchema>>;
  readonly read: (fields: Fields, asked: Asked) => T | Promise<T>;
}

/** What a reader of a form gets beside the call: one refusal names everything that is wrong. */
export interface FormAsked extends Asked {
  readonly faults: string[];
}

/** A field of a form: undefined when it is not sent; what is wrong goes to the faults. */
export interface FormParameter<T> {
  readonly properties: Readonly<Record<string, TSchema>>;
  readonly read: (fields: Fields, asked: FormAsked) => T | undefined | Promise<T | undefined>;
}

type AnyParameter = Parameter<unknown> | FormParameter<unknown>;
type Read<P> = P extends { read: (...given: never[]) => infer T } ? Awaited<T> : never;

/** Several parameters as one schema and one reader, by names of the code's own. */
export interface ParameterSet<All extends Readonly<Record<string, AnyParameter>>> {
  readonly schema: TObject;
  read(
    fields: Fields,
    asked: All[keyof All] extends Parameter<unknown> ? Asked : FormAsked,
  ): Promise<{ [Name in keyof All]: Read<All[Name]> }>;
}

export function parameters<const All extends Readonly<Record<string, AnyParameter>>>(all: All): ParameterSet<All> {
  return {
    schema: Type.Object(Object.assign({}, ...Object.values(all).map(({ properties }) => properties))),
    async read(fields, asked) {
      const read: Record<string, unknown> = {};
      for (const [name, parameter] of Object.entries(all))
        read[name] = await parameter.read(fields, asked as FormAsked);
      return read as { [Name in keyof All]: Read<All[Name]> };
    },
  };
}

const described = (description: string) => Type.Optional(Type.String({ description }));

/** Parameters of lists. A published word of each is refused as readers tell: see flags.ts, paging.ts, date-window.ts. */
export const parameter = {
  text: (name: string, description: string): Parameter<string | undefined> => ({
    properties: { [name]: described(description) },
    read: (fields) => one(fields, name),
  }),

  flag: (name: string, fallback: boolean, description: string): Parameter<boolean> => ({
    properties: { [name]: described(`${description}: Y or N`) },
    read: (fields) => readFlag(fields, name, fallback),
  }),

  choice<const Choice extends string>(
    name: string,
    choices: readonly Choice[],
    fallback: NoInfer<Choice>,
    meaning?: string,
  ): Parameter<Choice> {
    const words = choices.map((choice) => (choice === fallback ? `${choice} (default)` : choice)).join(", ");
    return {
      properties: { [name]: described(meaning === undefined ? words : `${meaning}: ${words}`) },
      read: (fields) => readChoice(fields, name, choices, fallback),
    };
  },

  /** @param sizes items of a page: unless told otherwise, and at most. */
  page: (sizes: { size: number; most: number }): Parameter<Page> => ({
    properties: {
      pageoffset: described("Page, counted from 0"),
      itemsperpage: described(`Items of a page; ${sizes.size} by default, ${sizes.most} at most`),
    },
    read: (fields) => readPage(fields, sizes),
  }),

  window: (rules: Omit<DateWindowOptions, "now" | "isKnownTimeZone">): Parameter<DateWindow> => ({
    properties: {
      ...dates,
      dateinterval: described("Days of a rolling window, 1 to 180; instead of dates"),
      dateintervaloffset: described("Days back from now that the window ends at"),
      dateintervaltimezone: described("Zone whose days count, one of /timezones; America/Los_Angeles by default"),
    },
    read: (fields, { now, directory }) =>
      readDateWindow(fields, { ...rules, now, isKnownTimeZone: directory.isKnownTimeZone }),
  }),

  /** A window of dates alone: parameters of rolling ones are ignored like any unknown one. */
  dates: (rules: Omit<DateWindowOptions, "now" | "isKnownTimeZone">): Parameter<DateWindow> => ({
    properties: dates,
    read(fields, { now, directory }) {
      const known = emptyFields();
      for (const name of Object.keys(dates)) addField(known, name, one(fields, name) ?? "");
      return readDateWindow(known, { ...rules, now, isKnownTimeZone: directory.isKnownTimeZone });
    },
  }),

  /** The ids of the clients that a list covers. @param style whether sub-clients are in it only when asked for, or unless left out. */
  subaccounts: (style: "included" | "excluded"): Parameter<number[]> => ({
    properties: {
      ...(style === "included"
        ? { includesubaccounts: described("Those of sub-clients too: Y or N") }
        : { excludesubaccounts: described("Leave sub-clients out: Y or N") }),
      subaccounts: described("Only these sub-clients: ids with commas"),
    },
    read: (fields, { client, directory }) => readIncludedClients(client.id, fields, style, directory.listReach),
  }),
};

const dates = {
  startdate: described("From this date or time"),
  enddate: described("Until this date or time, included"),
};

/** Fields of forms that are not about one feature's matter alone. */
export const formParameter = {
  text: (name: string, description: string): FormParameter<string> => ({
    properties: { [name]: described(description) },
    read: (fields) => one(fields, name),
  }),

  /** @param most characters. */
  shortText: (name: string, most: number): FormParameter<string> => ({
    properties: { [name]: described(`Up to ${most} characters`) },
    read(fields, { faults }) {
      const text = one(fields, name);
      if (text !== undefined && [...text].length > most) faults.push(`${name} has more than ${most} characters`);
      return text;
    },
  }),

  yesNo: (name: string, description: string): FormParameter<boolean> => ({
    properties: { [name]: described(`${description}: Y or N`) },
    read(fields, { faults }) {
      if (one(fields, name) === undefined) return undefined;
      const flag = findFlag(fields, name);
      if (flag === undefined) faults.push(`${name} must be Y or N`);
      return flag;
    },
  }),

  /** @param steps minutes between which, and in steps of which, each beginning where the one before ends. */
  minutes(name: string, { from, steps }: MinuteSteps): FormParameter<number> {
    const to = steps.at(-1)?.to ?? from;
    const inSteps = steps
      .map((step, index) => `of ${step.every} ${index === steps.length - 1 ? "above" : `up to ${step.to}`}`)
      .join(" and ");
    return {
      properties: { [name]: described(`${from} to ${to} minutes in steps ${inSteps}`) },
      read(fields, { faults }) {
        const text = one(fields, name);
        if (text === undefined) return undefined;
        const minutes = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
        const step = steps.find((one) => minutes <= one.to);
        if (!(step && minutes >= from && minutes % step.every === 0))
          faults.push(`${name} must be ${from} to ${to} minutes in steps ${inSteps}`);
        return minutes;
      },
    };
  },
};

export interface MinuteSteps {
  readonly from: number;
  /** Ascending. */
  readonly steps: readonly { readonly every: number; readonly to: number }[];
}
