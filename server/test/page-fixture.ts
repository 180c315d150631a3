import type { LightMyRequestResponse } from "fastify";
import { eventAddresses } from "../src/features/webinars/events/addresses.ts";
import type { TestApp } from "./harness.ts";

export type Form = Record<string, string | string[]>;

/** What a new event's page requires, and a little more. */
export const ada = { firstname: "Ada", lastname: "Okafor", email: "ada@acme.com", company: "Acme", country: "France" };

/** For fields of a page: the one it must have, and what is the same for the others. */
export const emailField = { field: "email", caption: "Email", type: "textbox", isRequired: true };
export const optional = { validation: "none", options: null, isRequired: false };

/** A browser without a memory, as far as a page's server sees it. */
export function createVisitor(app: TestApp) {
  const get = (url: string, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> =>
    app.app.server.inject({ url, headers: { host: "lectern.test", ...headers } });

  const post = (url: string, form: Form, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> => {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) body.append(name, one);
    return app.app.server.inject({
      method: "POST",
      url,
      headers: { host: "lectern.test", "content-type": "application/x-www-form-urlencoded", ...headers },
      payload: body.toString(),
    });
  };

  /** Whom an event has stored, whole rows. */
  const people = async (eventId: number) => {
    const sql = "select * from registrants where event_id = $1 order by id";
    return (await app.database.pool.query(sql, [eventId])).rows;
  };
  return { get, post, people };
}

/** The same before the registration page of the event at hand. */
export function createPageVisitor(app: TestApp, event: () => Parameters<typeof eventAddresses>[0]) {
  const { get, post, people } = createVisitor(app);
  const addresses = () => eventAddresses(event(), "");
  return {
    get,
    post,
    addresses,
    people: () => people(event().id),
    register: (form: Form = {}, headers: Record<string, string> = {}) =>
      post(addresses().audience, { ...ada, ...form }, headers),
  };
}

/** The first cookie of an answer, as browsers send it back. */
export function cookieOf(answer: LightMyRequestResponse): string {
  return String([answer.headers["set-cookie"]].flat()[0] ?? "").split(";")[0] ?? "";
}
