import { existsSync, readFileSync } from "node:fs";
import type { OperationId } from "./operations.ts";

/** A call and its answer, as a test checks and the reference shows them. */
export interface Example {
  /** Method and path below /v2, with the parameters of the path as `{clientId}`. */
  readonly request: string;
  readonly form?: Readonly<Record<string, string>>;
  /** Sent in the form's part "file"; the name tells the type. */
  readonly file?: { readonly name: string };
  readonly answer: unknown;
}

export const exampleFolder = new URL(
  import.meta.url.includes("/dist/") ? "../examples/" : "./examples/",
  import.meta.url,
);

/** The example of an operation; operations that are not built yet have none. */
export function findExample(id: OperationId): Example | undefined {
  const file = new URL(`${id}.json`, exampleFolder);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Example) : undefined;
}
