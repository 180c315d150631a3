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

type Compiled = ((data: unknown) => unknown) & { errors?: unknown };

function whenUsed<Route, Result>(compile: (route: Route) => Result): (route: Route) => Result {
  return (route) => {
    let known: Compiled | undefined;
    const use: Compiled = (data) => {
      known ??= compile(route) as Compiled;
      const answer = known(data);
      // Fastify looks for a validator's faults at the function that it has called.
      use.errors = known.errors;
      return answer;
    };
    return use as Result;
  };
}
