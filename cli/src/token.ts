import { accessNames } from "@lectern/contract/operations";
import type { IssuedToken, ListedToken } from "@lectern/sdk";
import { type Command, InvalidArgumentError } from "commander";
import { addCommand, addOperatorCommand, type CommonOptions, connectOperator, print, readId } from "./command.ts";
import { alignFields, alignTable } from "./text.ts";

interface CreateOptions extends CommonOptions {
  client: number;
  name: string;
  access: string[];
  user?: string;
}

interface ListOptions extends CommonOptions {
  client: number;
}

interface TokenOptions extends CommonOptions {
  client: number;
  token: number;
}

export function addTokenCommands(program: Command): void {
  const token = program.command("token").description("tokens: what integrations call the API with");

  addOperatorCommand(token, "create", "create a token", "lectern token create --client 4497 --name crm --access all")
    .requiredOption("--client <id>", "the client that it opens", readId)
    .requiredOption("--name <name>", "what it is for")
    .requiredOption("--access <names>", "all, or names of `lectern token access` with commas", readAccess)
    .option("--user <name>", "the staff user that it belongs to")
    .action(createToken);

  addOperatorCommand(token, "list", "list the tokens of a client", "lectern token list --client 4497")
    .requiredOption("--client <id>", "the client", readId)
    .action(listTokens);

  addTokenCommand(token, "rotate", "replace the pair of a token; the old pair stops working").action(rotateToken);
  addTokenCommand(token, "disable", "make a token useless, until it is enabled again").action(disableToken);
  addTokenCommand(token, "enable", "make a disabled token work again").action(enableToken);

  addCommand(token, "access", "list the names that --access knows", "lectern token access").action(listAccess);
}

function addTokenCommand(token: Command, name: string, summary: string): Command {
  return addOperatorCommand(token, name, summary, `lectern token ${name} --client 4497 --token 12`)
    .requiredOption("--client <id>", "the client of the token", readId)
    .requiredOption("--token <id>", "the token's id, as `lectern token list` shows it", readId);
}

/** @returns the names as the server spells them. */
function readAccess(text: string): string[] {
  const known = new Map(["all", ...accessNames].map((name) => [name.toLowerCase(), name]));
  return text.split(",").map((part) => {
    const name = known.get(part.trim().toLowerCase());
    if (name === undefined)
      throw new InvalidArgumentError(`No access is called "${part.trim()}": \`lectern token access\` lists them.`);
    return name;
  });
}

async function createToken({ client, name, access, user, ...common }: CreateOptions): Promise<void> {
  const operator = await connectOperator(common);
  const issued = await operator.call("issueToken", {
    params: { clientId: client },
    body: { name, access, ...(user !== undefined && { userName: user }) },
  });
  print(common, {
    json: { ...presentIssued(issued), name, access },
    text: `Token ${issued.tokenId} "${name}" for ${access.join(", ")}.\n${describeIssued(issued)}`,
  });
}

async function rotateToken({ client, token, ...common }: TokenOptions): Promise<void> {
  const issued = await (await connectOperator(common)).call("rotateToken", {
    params: { clientId: client, tokenId: token },
  });
  const text = `Token ${issued.tokenId} has a new pair; the old one no longer works.\n${describeIssued(issued)}`;
  print(common, { json: presentIssued(issued), text });
}

function presentIssued({ clientId, key, secret, tokenId }: IssuedToken) {
  return { client_id: clientId, key, secret, token_id: tokenId };
}

function describeIssued({ clientId, key, secret }: IssuedToken): string {
  const fields = alignFields([
    ["client id", clientId],
    ["access token key", key],
    ["access token secret", secret],
  ]);
  return `\n${fields}\n\nThe secret is shown only now: keep it where only the integration can read it.`;
}

async function disableToken({ client, token, ...common }: TokenOptions): Promise<void> {
  await (await connectOperator(common)).call("disableToken", { params: { clientId: client, tokenId: token } });
  const text = `Token ${token} of client ${client} is disabled.`;
  print(common, { json: { client_id: client, token_id: token, is_active: false }, text });
}

async function enableToken({ client, token, ...common }: TokenOptions): Promise<void> {
  await (await connectOperator(common)).call("enableToken", { params: { clientId: client, tokenId: token } });
  const text = `Token ${token} of client ${client} is enabled.`;
  print(common, { json: { client_id: client, token_id: token, is_active: true }, text });
}

async function listTokens({ client, ...common }: ListOptions): Promise<void> {
  const { tokens } = await (await connectOperator(common)).call("listTokens", { params: { clientId: client } });
  const table = alignTable(["ID", "NAME", "STATE", "LAST USED", "KEY", "ACCESS"], tokens.map(tokenRow));
  print(common, {
    json: { client_id: client, tokens: tokens.map(presentToken) },
    text: tokens.length > 0 ? table : `Client ${client} has no tokens.`,
  });
}

function tokenRow(token: ListedToken): string[] {
  const state = token.isActive ? "active" : `disabled (${token.disabledBecause ?? "operator"})`;
  const lastUsed = token.lastUsedAt?.slice(0, 16).replace("T", " ") ?? "never";
  return [String(token.tokenId), token.name, state, lastUsed, token.key, token.access.join(", ")];
}

function presentToken(token: ListedToken) {
  return {
    token_id: token.tokenId,
    name: token.name,
    key: token.key,
    access: token.access,
    is_active: token.isActive,
    created_at: token.createdAt,
    last_used_at: token.lastUsedAt,
    disabled_because: token.disabledBecause,
  };
}

function listAccess(options: CommonOptions): void {
  print(options, { json: { access: ["all", ...accessNames] }, text: ["all", ...accessNames].join("\n") });
}
