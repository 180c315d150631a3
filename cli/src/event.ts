import type { Command } from "commander";
import { addOperatorCommand, type CommonOptions, connectOperator, print, readId } from "./command.ts";

interface EventOptions extends CommonOptions {
  client: number;
  event: number;
}

const purposes = ["preview", "present", "report"] as const;

export function addEventCommands(program: Command): void {
  const event = program.command("event").description("events: the pages of their staff");

  addEventCommand(event, "open", "make a link that opens the staff's pages of an event for an hour").action(openEvent);

  for (const purpose of purposes)
    addEventCommand(
      event,
      `new-${purpose}-key`,
      `replace the key of the ${purpose} page; the old address stops working`,
    ).action((options: EventOptions) => changeKey(options, purpose));
}

function addEventCommand(event: Command, name: string, summary: string): Command {
  return addOperatorCommand(event, name, summary, `lectern event ${name} --client 4497 --event 1000001`)
    .requiredOption("--client <id>", "the client of the event", readId)
    .requiredOption("--event <id>", "the event", readId);
}

async function openEvent({ client, event, ...common }: EventOptions): Promise<void> {
  const operator = await connectOperator(common);
  const { url, expiresAt } = await operator.call("createStaffLink", { params: { clientId: client, eventId: event } });
  print(common, {
    json: { client_id: client, event_id: event, url, expires_at: expiresAt },
    text: `${url}\nopens who is at the door and the mailbox of event ${event}, in the browser that follows it, until ${expiresAt}.`,
  });
}

async function changeKey(
  { client, event, ...common }: EventOptions,
  purpose: (typeof purposes)[number],
): Promise<void> {
  const operator = await connectOperator(common);
  const { addresses } = await operator.call("changeEventKey", {
    params: { clientId: client, eventId: event },
    body: { purpose },
  });
  print(common, {
    json: { client_id: client, event_id: event, purpose, url: addresses[purpose] },
    text: `The ${purpose} page of event ${event} has a new address; the old one opens nothing any more:\n  ${addresses[purpose]}`,
  });
}
