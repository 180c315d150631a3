import { text as readAll } from "node:stream/consumers";
import { type Command, Option } from "commander";
import { addOperatorCommand, type CommonOptions, connectOperator, print, readId } from "./command.ts";
import { Failure } from "./failures.ts";

interface CreateOptions extends CommonOptions {
  client: number;
  userName: string;
  name: string;
  email: string;
  jobTitle?: string;
  type?: "Platform Login" | "Contributor";
  passwordStdin?: boolean;
}

const example =
  'lectern user create --client 4497 --user-name dana --name "Dana Doe" --email dana@acme.com --password-stdin < password.txt';

export function addUserCommands(program: Command): void {
  const user = program.command("user").description("staff users of a client");

  addOperatorCommand(user, "create", "create a staff user", example)
    .requiredOption("--client <id>", "the client", readId)
    .requiredOption("--user-name <name>", "the name to sign in with, unique on this server")
    .requiredOption("--name <name>", "the person's name")
    .requiredOption("--email <address>", "the person's address")
    .option("--job-title <title>", "the person's job title")
    .addOption(new Option("--type <type>", "kind of login").choices(["Platform Login", "Contributor"]))
    .option("--password-stdin", "read the password from standard input; without one the user cannot sign in yet")
    .action(createUser);
}

async function createUser(options: CreateOptions): Promise<void> {
  const { client: clientId, userName, name, email, jobTitle, type } = options;
  const password = options.passwordStdin ? await readPassword() : undefined;
  const operator = await connectOperator(options);
  const created = await operator.call("createUser", {
    params: { clientId },
    body: {
      userName,
      name,
      email,
      ...(jobTitle !== undefined && { jobTitle }),
      ...(type !== undefined && { type }),
      ...(password !== undefined && { password }),
    },
  });
  const signIn = password === undefined ? " It has no password, so nobody can sign in with it yet." : "";
  print(options, {
    json: { client_id: clientId, user_id: created.id, user_name: created.userName },
    text: `User ${created.id} "${created.userName}" of client ${clientId} is there.${signIn}`,
  });
}

/** Never from the arguments: other users of the machine can read those. */
async function readPassword(): Promise<string> {
  if (process.stdin.isTTY)
    throw new Failure("usage", "--password-stdin needs a pipe or a file: typing would show the password.");
  const password = (await readAll(process.stdin)).replace(/\r?\n$/, "");
  if (password === "") throw new Failure("usage", "--password-stdin found nothing on standard input.");
  return password;
}
