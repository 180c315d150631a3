import type { Command } from "commander";
import { addOperatorCommand, type CommonOptions, connectOperator, print, readId } from "./command.ts";

interface CreateOptions extends CommonOptions {
  name: string;
  id?: number;
  parent?: number;
}

export function addClientCommands(program: Command): void {
  const client = program.command("client").description("clients: the tenants of this server");

  addOperatorCommand(client, "create", "create a client", "lectern client create --name Acme")
    .requiredOption("--name <name>", "its name")
    .option("--id <number>", "its id, when an integration expects a certain one", readId)
    .option("--parent <id>", "the client that it is a sub-client of", readId)
    .action(createClient);
}

async function createClient({ name, id, parent, ...common }: CreateOptions): Promise<void> {
  const operator = await connectOperator(common);
  const created = await operator.call("createClient", {
    body: { name, ...(id !== undefined && { id }), ...(parent !== undefined && { parentId: parent }) },
  });
  print(common, {
    json: { client_id: created.id, name: created.name, ...(parent !== undefined && { parent_id: parent }) },
    text: `Client ${created.id} "${created.name}" is there. A token for it:\n  npx lectern token create --client ${created.id} --name mine --access all`,
  });
}
