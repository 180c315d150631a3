import { resolve } from "node:path";
import type { Backup, Command as BackupCommand, Manifest } from "@lectern/server/dist/src/program/backups.js";
import type { Command } from "commander";
import { addCommand, type CommonOptions, print } from "./command.ts";
import { dataFolder } from "./settings.ts";
import { formatBytes } from "./text.ts";

export function addBackupCommands(program: Command): void {
  addCommand(program, "backup", "back up everything into one file, while the server runs or not", "lectern backup")
    .argument("[file]", "a new file, or a folder for one (default: BACKUP_FOLDER, else the current folder)")
    .action(backUpHere);
  addCommand(
    program,
    "restore",
    "restore a backup into an empty data folder or database",
    "lectern restore lectern-20261129T023000Z.tar",
  )
    .argument("<file>", "what `lectern backup` has written")
    .action(restoreHere);
}

async function backUpHere(given: string | undefined, options: CommonOptions): Promise<void> {
  const { backUp } = await import("@lectern/server/dist/src/program/backups.js");
  const { file, ...backup } = await showingProgress((report) =>
    backUp(given, { environment: environmentOf(process.env), report }),
  );
  print(options, {
    json: { file, ...presentManifest(backup.manifest), bytes: backup.byteSize, missing_files: backup.missing },
    text: `${file}: ${describe(backup.manifest)}, ${formatBytes(backup.byteSize)}, read back.${tellMissing(backup)}`,
  });
}

async function restoreHere(given: string, options: CommonOptions): Promise<void> {
  const { restore } = await import("@lectern/server/dist/src/program/backups.js");
  const { manifest, left } = await showingProgress((report) =>
    restore(resolve(given), { environment: environmentOf(process.env), report }),
  );
  const leftOut = left.length > 0 ? ` Left out, because this Lectern does not know them: ${left.join(", ")}.` : "";
  print(options, {
    json: { ...presentManifest(manifest), left_out: left },
    text: `Restored as of ${manifest.madeAt}: ${describe(manifest)}.${leftOut} Start the server with \`npm start\`.`,
  });
}

/** The data folder is the one that the server would have taken from where `npm start` runs. */
function environmentOf(environment: NodeJS.ProcessEnv): BackupCommand["environment"] {
  return { ...environment, LECTERN_DATA: dataFolder(environment) };
}

/** What a terminal has that does not tell its width. */
const NARROW = 80;

/** One line that changes, on a terminal only. */
async function showingProgress<T>(run: (report: BackupCommand["report"]) => Promise<T>): Promise<T> {
  const { stderr } = process;
  if (!stderr.isTTY) return run(() => {});
  try {
    return await run((what, part, of) => {
      const count = of > 1 ? ` (${part} of ${of})` : "";
      stderr.write(`\r\u001b[K${`${what}${count}`.slice(0, (stderr.columns || NARROW) - 1)}`);
    });
  } finally {
    stderr.write("\r\u001b[K");
  }
}

function describe({ tables, fileCount }: Manifest): string {
  const rows = tables.reduce((sum, { rowCount }) => sum + rowCount, 0);
  return `${rows} rows of ${tables.length} tables and ${fileCount} files`;
}

function tellMissing({ missing }: Backup): string {
  if (missing.length === 0) return "";
  return `\nNot in the store, and so not in the backup: ${missing.length} files (${missing.slice(0, 3).join(", ")} …).`;
}

function presentManifest({ madeAt, lectern, postgresMajor, migrations, tables, jobCount, fileCount }: Manifest) {
  return {
    made_at: madeAt,
    lectern,
    postgres: postgresMajor,
    migration: migrations.at(-1),
    tables: tables.length,
    rows: tables.reduce((sum, { rowCount }) => sum + rowCount, 0),
    jobs: jobCount,
    files: fileCount,
  };
}
