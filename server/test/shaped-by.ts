import fc from "fast-check";

/** The part of JSON Schema that our OpenAPI document uses. */
export interface JsonSchema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
}

/** Values that a schema allows, each now and then replaced by one of the spoilers of its type. */
export function shapedBy(schema: JsonSchema, spoilers: Spoilers): fc.Arbitrary<unknown> {
  const { type, anyOf, properties = {}, required = [], items = {}, minItems = 0 } = schema;
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (anyOf) return fc.oneof(...anyOf.map((choice) => shapedBy(choice, spoilers)));
  if (type === "string") return fc.oneof(textBy(schema), fc.constantFrom(...spoilers.string));
  if (type === "integer") return fc.oneof(wholeNumberBy(schema), fc.constantFrom(...spoilers.integer));
  if (type === "boolean") return fc.boolean();
  if (type === "null") return fc.constant(null);
  if (type === "array") return fc.array(shapedBy(items, spoilers), { minLength: minItems, maxLength: minItems + 2 });
  if (type !== "object") return fc.jsonValue();
  const members = Object.entries(properties).map(([name, property]) => [name, shapedBy(property, spoilers)] as const);
  return fc.record(Object.fromEntries(members), { requiredKeys: [...required], noNullPrototype: true });
}

export interface Spoilers {
  readonly string: readonly unknown[];
  readonly integer: readonly unknown[];
}

function textBy({ pattern, minLength = 0, maxLength = 200 }: JsonSchema): fc.Arbitrary<string> {
  // Nothing is fetched from an address made up here: nobody answers at this one.
  if (pattern?.startsWith("^https?:")) return fc.constant("http://127.0.0.1:1");
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  return fc.string({ minLength, maxLength: Math.max(minLength, Math.min(maxLength, 200)) });
}

function wholeNumberBy({ minimum = -1_000_000, maximum = 1_000_000 }: JsonSchema): fc.Arbitrary<number> {
  return fc.integer({ min: minimum, max: maximum });
}
