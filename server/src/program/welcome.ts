import { join } from "node:path";
import type { Config } from "../config.ts";
import type { Demo } from "../features/staff/demo/create-demo.ts";

/** Tells whoever started the program where it is and, once, how to make the first calls. */
export function printWelcome({
  config,
  demo,
  setUpLink,
  seconds,
}: {
  config: Config;
  demo: Demo | undefined;
  /** Where nobody can sign in yet. */
  setUpLink: string | undefined;
  seconds: number;
}): void {
  const { publicUrl } = config;
  const lines = [
    "",
    `  Lectern is ready at ${publicUrl}  (${seconds.toFixed(1)} s)`,
    `  API reference        ${publicUrl}/reference`,
    ...(setUpLink === undefined ? [] : [`  Set up, works once   ${setUpLink}`]),
    ...(demo ? firstCalls(demo, publicUrl) : []),
    ...(config.databaseUrl === undefined ? [`  Data                 ${config.dataFolder}`] : []),
    ...(config.operatorKey === undefined ? [`  Operator key         ${join(config.dataFolder, "operator.key")}`] : []),
    "",
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

function firstCalls(demo: Demo, publicUrl: string): string[] {
  const { clientId, upcomingEventId, endedEventId, audienceAddress, token } = demo;
  const events = `${publicUrl}/v2/client/${clientId}/event`;
  const [key, secret] = [`  -H 'accesstokenkey: ${token.key}'`, `  -H 'accesstokensecret: ${token.secret}'`];
  return [
    "",
    "  A demo client is there to try things on. Its secret is shown only now:",
    "",
    `  client id            ${clientId}`,
    `  event id             ${upcomingEventId}`,
    `  access token key     ${token.key}`,
    `  access token secret  ${token.secret}`,
    `  registration page    ${publicUrl}${audienceAddress}`,
    "",
    "  Register somebody:",
    "",
    `curl -X POST ${events}/${upcomingEventId}/registrant -H 'accept: Application/json' \\`,
    `${key} \\`,
    `${secret} \\`,
    "  -H 'cache-control: no-cache' -H 'content-type: application/x-www-form-urlencoded' \\",
    "  -d 'email=john%40acme.com&firstname=John&lastname=Smith&company=Acme'",
    "",
    "  See who attended a webinar that was held last week, and what they did:",
    "",
    `curl '${events}/${endedEventId}/attendee?itemsperpage=3' \\`,
    `${key} \\`,
    secret,
    "",
    `  A token of your own  npx lectern token create --client ${clientId} --name mine --access all`,
    "  Where to go next     README.md, docs/",
    "",
  ];
}
