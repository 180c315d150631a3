import { OPERATOR_KEY, type TestApp } from "./harness.ts";

export interface ImportAnswer {
  importId: number;
  state: string;
  reason?: string;
  rows: number;
  counts: Record<string, number>;
  remaining: number;
  ignoredColumns: string[];
  erasedAt?: string;
}

export interface ImportRow {
  row: number;
  email?: string;
  outcome?: string;
  status?: string;
  registrantId?: number;
  code?: string;
  detail?: string;
}

export interface ListToImport {
  type?: string;
  query?: string;
  headers?: Record<string, string>;
}

/** Imports lists by our API. */
export function createImporter(app: TestApp) {
  const call = (method: "GET" | "POST" | "DELETE", path: string, options: object = {}) =>
    app.app.server.inject({
      ...{ method, url: `/api${path}` },
      headers: { ...authorised, ...(method === "POST" && { "content-type": "text/csv" }) },
      ...options,
    });

  const at = {
    pathOf: (event: { clientId: number; id: number }) => `/clients/${event.clientId}/events/${event.id}/imports`,

    send: (event: { clientId: number; id: number }, list: string | Buffer, options: ListToImport = {}) =>
      call("POST", at.pathOf(event) + (options.query ?? ""), {
        headers: { ...authorised, "content-type": options.type ?? "text/csv", ...options.headers },
        payload: list,
      }),

    /** Takes a list in; it waits for its turn. */
    async receive(event: { clientId: number; id: number }, list: string | Buffer, options: ListToImport = {}) {
      const answer = await at.send(event, list, options);
      if (answer.statusCode !== 202) throw new Error(`${answer.statusCode} ${answer.body}`);
      return answer.json<ImportAnswer>();
    },

    /** Takes a list in and works it to its end. */
    async run(event: { clientId: number; id: number }, list: string | Buffer, options: ListToImport = {}) {
      const { importId } = await at.receive(event, list, options);
      await app.runJobs();
      return { ...(await at.read(event, importId)), list: await at.rows(event, importId) };
    },

    read: async (event: { clientId: number; id: number }, importId: number) =>
      (await call("GET", `${at.pathOf(event)}/${importId}`)).json<ImportAnswer>(),

    rows: async (event: { clientId: number; id: number }, importId: number, query = "") =>
      (await call("GET", `${at.pathOf(event)}/${importId}/rows${query}`)).json<{ rows: ImportRow[]; next?: string }>()
        .rows,

    call,
  };
  return at;
}

const authorised = { authorization: `Bearer ${OPERATOR_KEY}` };

/** A list of different people. */
export function makeList(count: number, from = 1): string {
  const lines = Array.from({ length: count }, (_, n) => `p${from + n}@acme.com,Ada,No ${from + n},Acme`);
  return `email,first name,last name,company\n${lines.join("\n")}\n`;
}
