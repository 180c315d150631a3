import { parseArgs } from "node:util";
import { openSandbox, type Sandbox } from "../registration/database.ts";
import { measureAnswers } from "./answers-part.ts";
import { measureCrowd } from "./crowd-part.ts";
import type { PartOptions } from "./part.ts";
import { measurePush } from "./push-part.ts";
import { measureReturn } from "./return-part.ts";
import { measureStrangers } from "./strangers-part.ts";

const parts: Readonly<Record<string, (sandbox: Sandbox, options: PartOptions) => Promise<void>>> = {
  crowd: measureCrowd,
  push: measurePush,
  answers: measureAnswers,
  return: measureReturn,
  strangers: measureStrangers,
};

/** People in a room, beside a bare WebSocket server and a bare database that do the same; each part can be run alone. */
export async function measureRoom(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: "string", default: Object.keys(parts).join(",") },
      people: { type: "string" },
      seconds: { type: "string", default: "30" },
    },
  });
  const chosen = values.only.split(",").map((name) => {
    const part = parts[name];
    if (!part) throw new Error(`--only is some of ${Object.keys(parts).join(",")}`);
    return part;
  });
  const options = { people: values.people?.split(",").map(Number), seconds: Number(values.seconds) };
  const sandbox = await openSandbox();
  try {
    for (const measure of chosen) await measure(sandbox, options);
  } finally {
    await sandbox.close();
  }
}
