import Type, { type TSchemaOptions } from "typebox";

// What several messages are made of. Lengths are in UTF-16 units, as browsers and JSON Schema count them.

export const strict = { additionalProperties: false } as const;

/** Ids are bigints that no sequence carries beyond fifteen digits. */
export const id = (options: TSchemaOptions = {}) => Type.Integer({ minimum: 1, maximum: 1e15, ...options });

/** What somebody typed: anything but NUL, which PostgreSQL can't store. */
export const typed = (maxLength: number, options: TSchemaOptions = {}) =>
  Type.String({ minLength: 1, maxLength, pattern: "^[^\\u0000]*$", ...options });

/**
 * Chosen by the page for what makes something new, and kept until it is answered: sent again with the same one, after the answer
 * was lost, it is done once and answered alike, within a day.
 */
export const nonce = () => Type.Optional(Type.String({ minLength: 8, maxLength: 64, pattern: "^[A-Za-z0-9_-]*$" }));

/** An instant on the wire: milliseconds since 1970 by the server's clock. */
export const instant = (options: TSchemaOptions = {}) => Type.Integer(options);

/** One of some words. */
export const oneOf = <const Words extends readonly string[]>(words: Words) =>
  Type.Unsafe<Words[number]>({ type: "string", enum: [...words] });
