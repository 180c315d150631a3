import { join } from "node:path";
import type { Config } from "../config.ts";
import type { Demo } from "../features/staff/demo/create-demo.ts";

/** Tells whoever started the program where it is and, once, how to make the first call. */
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
    ...(demo ? firstCall(demo, publicUrl) : []),
    ...(config.databaseUrl === undefined ? [`  Data                 ${config.dataFolder}`] : []),
    ...(config.operatorKey === undefined ? [`  Operator key         ${join(config.dataFolder, "operator.key")}`] : []),
    "",
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

function firstCall({ clientId, upcomingEventId, audienceAddress, token }: Demo, publicUrl: string): string[] {
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
    `curl -X POST ${publicUrl}/v2/client/${clientId}/event/${upcomingEventId}/registrant -H 'accept: Application/json' \\`,
    `  -H 'accesstokenkey: ${token.key}' \\`,
    `  -H 'accesstokensecret: ${token.secret}' \\`,
    "  -H 'cache-control: no-cache' -H 'content-type: application/x-www-form-urlencoded' \\",
    "  -d 'email=john%40acme.com&firstname=John&lastname=Smith&company=Acme'",
    "",
    "  A token of your own  npx lectern token create --client 4497 --name mine --access all".replace(
      "4497",
      String(clientId),
    ),
    "  Where to go next     README.md, docs/",
    "",
  ];
}
