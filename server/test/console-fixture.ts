import { expect } from "vitest";
import { type ListedWidget, listConsole } from "../src/features/webinars/console/list-console.ts";
import type { WidgetKind } from "../src/features/webinars/console/widgets.ts";
import type { TestToken } from "./builders.ts";
import type { CallOptions } from "./call.ts";
import { type TestApp, withApp } from "./harness.ts";

/** The shared app, a client, and for each test an event of its own whose console is looked at. */
export interface ConsoleFixture {
  readonly app: TestApp;
  readonly token: TestToken;
  readonly clientId: number;
  eventId: number;
  /** Makes the event; in beforeEach. */
  renew(): Promise<void>;
  /** One call below the event. */
  call(method: "POST" | "DELETE", operation: string, options?: CallOptions): ReturnType<TestApp["call"]>;
  /** One call that is refused and changes nothing. */
  refused(operation: string, options: CallOptions, status: number, message: string): Promise<void>;
  widgetOf(kind: WidgetKind): Promise<ListedWidget>;
  /** A second widget of the default one's name. */
  doubleWidget(kind: WidgetKind): Promise<void>;
  removeWidgets(kind: WidgetKind): Promise<void>;
  /** Everything that a refused call could have changed. */
  snapshot(): Promise<unknown>;
}

/** Text that every field must give back as it was: other scripts, quotes, HTML, what replacing functions stumble over. */
export const oddText = `Ünïcødé "quoted" & <b>bold</b> 'x' 日本 💥 $& \\ {eventId}`;

export async function withConsole(): Promise<ConsoleFixture> {
  const app = await withApp();
  const { id: clientId } = await app.build.client();
  const token = await app.build.token(clientId);
  const { db, pool } = app.database;
  const fixture: ConsoleFixture = {
    app,
    token,
    clientId,
    eventId: 0,
    async renew() {
      fixture.eventId = (await app.build.event(clientId)).id;
    },
    call: (method, operation, options) =>
      app.call(token, `${method} /client/${clientId}/event/${fixture.eventId}/${operation}`, options),
    async refused(operation, options, status, message) {
      const before = await fixture.snapshot();
      const answer = await fixture.call("POST", operation, options);
      expect([answer.statusCode, answer.json()]).toEqual([status, { message }]);
      expect(await fixture.snapshot()).toEqual(before);
    },
    async widgetOf(kind) {
      const widget = (await listConsole(db, clientId, fixture.eventId)).find((one) => one.kind === kind);
      if (!widget) throw new Error(`The event has no ${kind}`);
      return widget;
    },
    async doubleWidget(kind) {
      await pool.query(
        `insert into widgets (client_id, event_id, kind, name, position, area, is_open)
         select client_id, event_id, kind, name, 9, area, is_open from widgets where event_id = $1 and kind = $2`,
        [fixture.eventId, kind],
      );
    },
    async removeWidgets(kind) {
      const statement = "update widgets set deleted_at = now() where event_id = $1 and kind = $2";
      await pool.query(statement, [fixture.eventId, kind]);
    },
    async snapshot() {
      const { rows } = await pool.query(
        `select (select count(*) from files) as files, (select count(*) from changes) as changes,
          (select json_agg(t) from (select kind, content, modified_at from widgets where event_id = $1 order by id) t) as widgets,
          (select count(*) from resources) as resources, (select count(*) from speakers) as speakers,
          (select count(*) from survey_questions) as questions, (select count(*) from survey_answers) as answers,
          (select modified_at from events where id = $1) as modified_at,
          (select resources_available from event_totals where event_id = $1) as available`,
        [fixture.eventId],
      );
      return rows[0];
    },
  };
  return fixture;
}
