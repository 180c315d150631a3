import buildAjv from "@fastify/ajv-compiler";
import buildStringify from "@fastify/fast-json-stringify-compiler";

const buildValidator = buildAjv();
const buildSerializer = buildStringify();

/**
 * Fastify's own compilers of schemas, each schema compiled for the first request that needs it: all of them at once took
 * a quarter of a start, and most processes never see most routes.
 */
export const compileWhenUsed = {
  buildValidator: (...given: Parameters<typeof buildValidator>) => whenUsed(buildValidator(...given)),
  buildSerializer: (...given: Parameters<typeof buildSerializer>) => whenUsed(buildSerializer(...given)),
};

const uncompiled = new Set<() => unknown>();

/** Compiles what no request has needed yet; throws what is wrong with a schema, which its first request would. */
export function compileAll(): void {
  for (const compile of uncompiled) compile();
}

type Compiled = ((data: unknown) => unknown) & { errors?: unknown };

function whenUsed<Route, Result>(compile: (route: Route) => Result): (route: Route) => Result {
  return (route) => {
    let known: Compiled | undefined;
    const compileOnce = () => {
      known ??= compile(route) as Compiled;
      uncompiled.delete(compileOnce);
      return known;
    };
    uncompiled.add(compileOnce);
    const use: Compiled = (data) => {
      const check = compileOnce();
      const answer = check(data);
      // Fastify looks for a validator's faults at the function that it has called.
      use.errors = check.errors;
      return answer;
    };
    return use as Result;
  };
}
