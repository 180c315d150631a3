import type { Demo } from "@lectern/sdk";
import type { Command } from "commander";
import { addOperatorCommand, type CommonOptions, connectOperator, print, readId } from "./command.ts";
import { Failure } from "./failures.ts";
import { serverUrl } from "./settings.ts";
import { alignFields } from "./text.ts";

export function addDemoCommand(program: Command): void {
  addOperatorCommand(
    program,
    "demo",
    "create a client with webinars and a token to try things on",
    "lectern demo --audience",
  )
    .option("--audience", "with people who attended the ended webinar, and all that they did")
    .option("--client <id>", "only that webinar, for a client that nobody has registered with yet", readId)
    .action((options: DemoOptions) => (options.client === undefined ? createDemo(options) : addWebinar(options)));
}

interface DemoOptions extends CommonOptions {
  readonly audience?: boolean;
  readonly client?: number;
}

async function addWebinar({ client = 0, audience, ...common }: DemoOptions): Promise<void> {
  if (!audience) throw new Failure("usage", "--client goes with --audience.");
  const operator = await connectOperator(common);
  const { eventId } = await operator.call("addDemoWebinar", { params: { clientId: client } });
  print(common, {
    json: { client_id: client, event_id: eventId },
    text: `Event ${eventId} of client ${client} was held last week, with an audience.`,
  });
}

async function createDemo({ audience = false, ...options }: DemoOptions): Promise<void> {
  const demo = await (await connectOperator(options)).call("createDemo", { query: { audience } });
  const { token } = demo;
  print(options, {
    json: {
      client_id: demo.clientId,
      sub_client_id: demo.subClientId,
      upcoming_event_id: demo.upcomingEventId,
      ended_event_id: demo.endedEventId,
      key: token.key,
      secret: token.secret,
      token_id: token.tokenId,
      password_url: demo.passwordUrl,
    },
    text: describeDemo(
      demo,
      serverUrl(options.url)
        .replace(/(?<!\/)\/+$/, "")
        .replace(/\/v2$/, ""),
    ),
  });
}

function describeDemo(
  { clientId, subClientId, upcomingEventId, endedEventId, passwordUrl, token }: Demo,
  url: string,
): string {
  return `A demo client is there to try things on. Its secret is shown only now:

${alignFields([
  ["client id", clientId],
  ["sub-client id", subClientId],
  ["upcoming event id", upcomingEventId],
  ["ended event id", endedEventId],
  ["access token key", token.key],
  ["access token secret", token.secret],
  ["sign in, once", passwordUrl],
])}

Register somebody:

curl -X POST ${url}/v2/client/${clientId}/event/${upcomingEventId}/registrant \\
  -H 'accessTokenKey: ${token.key}' \\
  -H 'accessTokenSecret: ${token.secret}' \\
  -d 'email=john%40acme.com&firstname=John&lastname=Smith&company=Acme'`;
}
