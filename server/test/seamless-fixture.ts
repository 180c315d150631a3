import type { LightMyRequestResponse } from "fastify";
import type { TestApp } from "./harness.ts";

/** What a browser sends along, which is what makes it get pages. */
export const browser = { accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8" };
export const wantsJson = { accept: "application/json" };

type Headers = Record<string, string>;

/** How forms elsewhere call: by an address, as a form, as JSON. */
export function createCallers(app: TestApp) {
  const own = { host: "lectern.test" };
  return {
    get: (path: string, query: Record<string, string | number>, headers: Headers = {}) =>
      app.app.server.inject({ url: `${path}?${encode(query)}`, headers: { ...own, ...headers } }),
    post: (path: string, form: Record<string, string | number>, headers: Headers = {}) =>
      app.app.server.inject({
        method: "POST",
        url: path,
        headers: { ...own, "content-type": "application/x-www-form-urlencoded", ...headers },
        payload: encode(form),
      }),
    json: (path: string, body: unknown, headers: Headers = {}) =>
      app.app.server.inject({
        method: "POST",
        url: path,
        headers: { ...own, "content-type": "application/json", ...headers },
        payload: JSON.stringify(body),
      }),
    multipart: (path: string, form: Record<string, string | number>) =>
      app.app.server.inject({
        method: "POST",
        url: path,
        headers: { ...own, "content-type": "multipart/form-data; boundary=xx" },
        payload: `${Object.entries(form)
          .map(([name, value]) => `--xx\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
          .join("")}--xx--\r\n`,
      }),
    async people(eventId: number): Promise<Record<string, unknown>[]> {
      const { rows } = await app.database.pool.query("select * from registrants where event_id = $1 order by id", [
        eventId,
      ]);
      return rows as Record<string, unknown>[];
    },
  };
}

function encode(form: Record<string, string | number>): string {
  return new URLSearchParams(
    Object.entries(form).map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();
}

/** Where an answer leads, if it is a redirect that browsers follow with GET. */
export function leadsTo(answer: LightMyRequestResponse): string | undefined {
  return answer.statusCode === 303 ? String(answer.headers.location) : undefined;
}

/** The cookies that an answer sets, by name; "" for one that it takes away. */
export function cookiesOf(answer: LightMyRequestResponse): Record<string, string> {
  return Object.fromEntries(answer.cookies.map(({ name, value }) => [name, value]));
}
