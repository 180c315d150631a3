import type { Command } from "commander";
import { addOperatorCommand, type CommonOptions, connectOperator, print } from "./command.ts";

export function addRepairCommand(program: Command): void {
  addOperatorCommand(
    program,
    "repair",
    "count all totals again, mend those that are off, and print them",
    "lectern repair counters",
  )
    .addArgument(program.createArgument("<what>", "what to repair").choices(["counters"]))
    .action(repair);
}

async function repair(_what: string, options: CommonOptions): Promise<void> {
  const { mended } = await (await connectOperator(options)).call("repairCounters");
  const lines = mended.map(({ table, counter, clientId, eventId, key, claimed, counted }) => {
    const which = key === undefined ? "" : `, ${key === "" ? "none" : key}`;
    return `${table}.${counter} of client ${clientId}, event ${eventId}${which}: ${claimed} is ${counted} now`;
  });
  print(options, {
    json: {
      mended: mended.map(({ clientId, eventId, ...drift }) => ({ ...drift, client_id: clientId, event_id: eventId })),
    },
    text: lines.length === 0 ? "Every counter is right." : lines.join("\n"),
  });
}
