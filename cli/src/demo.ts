import type { Demo } from "@lectern/sdk";
import type { Command } from "commander";
import { addOperatorCommand, type CommonOptions, connectOperator, print } from "./command.ts";
import { serverUrl } from "./settings.ts";
import { alignFields } from "./text.ts";

export function addDemoCommand(program: Command): void {
  addOperatorCommand(
    program,
    "demo",
    "create a client with webinars and a token to try things on",
    "lectern demo",
  ).action(createDemo);
}

async function createDemo(options: CommonOptions): Promise<void> {
  const demo = await (await connectOperator(options)).call("createDemo");
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
