import { readFileSync } from "node:fs";
import { Command } from "commander";
import { addBackupCommands } from "./backup.ts";
import { addClientCommands } from "./client.ts";
import { addDemoCommand } from "./demo.ts";
import { addEventCommands } from "./event.ts";
import { reportFailure } from "./failures.ts";
import { addRepairCommand } from "./repair.ts";
import { addTokenCommands } from "./token.ts";
import { addUserCommands } from "./user.ts";

// The program: 0 done, 1 refused or failed, 2 wrong usage, 3 no server to talk to.

const isJson = process.argv.includes("--json");
const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  version: string;
};

const program = new Command("lectern")
  .description("Runs a Lectern server's clients, staff users, tokens and events, and its backups.")
  .version(version)
  .exitOverride()
  // Failures are told in one place, failures.ts; what commander would write to stderr besides is help.
  .configureOutput({ outputError: () => {}, ...(isJson && { writeErr: () => {} }) })
  .addHelpText("after", "\nStart the server with `npm start`. It makes the operator key that these commands use.");

addClientCommands(program);
addUserCommands(program);
addTokenCommands(program);
addEventCommands(program);
addDemoCommand(program);
addBackupCommands(program);
addRepairCommand(program);

// Whoever reads has enough, as `head` does.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", ({ code }: NodeJS.ErrnoException) => process.exit(code === "EPIPE" ? 0 : 1));

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = reportFailure(error, { isJson });
}
