import { text as readAll } from "node:stream/consumers";
import { type Command, Option } from "commander";
import { addOperatorCommand, type CommonOptions, connectOperator, print, readId } from "./command.ts";
import { Failure } from "./failures.ts";
import { alignTable } from "./text.ts";

interface CreateOptions extends CommonOptions {
  client: number;
  userName: string;
  name: string;
  email: string;
  jobTitle?: string;
  type?: "Platform Login" | "Contributor";
  passwordStdin?: boolean;
}

interface ListOptions extends CommonOptions {
  client: number;
}

interface InviteOptions extends CommonOptions {
  client: number;
  user: number;
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

  addOperatorCommand(user, "list", "list the staff users of a client", "lectern user list --client 4497")
    .requiredOption("--client <id>", "the client", readId)
    .action(listUsers);

  const invite = "lectern user invite --client 4497 --user 1001";
  addOperatorCommand(user, "invite", "make a link that lets a user set a password, once and for seven days", invite)
    .requiredOption("--client <id>", "the client of the user", readId)
    .requiredOption("--user <id>", "the user's id, as `lectern user list` shows it", readId)
    .action(inviteUser);
}

async function listUsers({ client, ...common }: ListOptions): Promise<void> {
  const { users } = await (await connectOperator(common)).call("listUsers", { params: { clientId: client } });
  const rows = users.map(({ userId, userName, name, email, isActive, hasPassword }) => {
    const state = isActive ? (hasPassword ? "active" : "no password") : "disabled";
    return [String(userId), userName, state, name, email];
  });
  print(common, {
    json: { client_id: client, users: users.map(presentUser) },
    text:
      rows.length > 0
        ? alignTable(["ID", "USER NAME", "STATE", "NAME", "ADDRESS"], rows)
        : `Client ${client} has no users.`,
  });
}

interface ListedUser {
  readonly userId: number;
  readonly userName: string;
  readonly name: string;
  readonly email: string;
  readonly isActive: boolean;
  readonly hasPassword: boolean;
}

function presentUser({ userId, userName, name, email, isActive, hasPassword }: ListedUser) {
  return { user_id: userId, user_name: userName, name, email, is_active: isActive, has_password: hasPassword };
}

async function inviteUser({ client, user, ...common }: InviteOptions): Promise<void> {
  const operator = await connectOperator(common);
  const told = await operator.call("inviteUser", { params: { clientId: client, userId: user }, body: {} });
  const { url = "", isMailed, expiresAt } = told;
  const mailed = isMailed ? " It is mailed to the user as well." : "";
  print(common, {
    json: { client_id: client, user_id: user, url, is_mailed: isMailed, expires_at: expiresAt },
    text: `${url}\n\nWhoever opens this link sets the password of user ${user} and is signed in. It works once, until ${expiresAt}.${mailed}`,
  });
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
  const signIn =
    password === undefined
      ? ` It has no password yet: \`lectern user invite --client ${clientId} --user ${created.id}\` lets them set one.`
      : "";
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
