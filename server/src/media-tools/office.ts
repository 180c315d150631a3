import { mkdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ConversionError } from "./conversion-error.ts";
import { ProgramFailedError, type RunOptions, runProgram } from "./run-program.ts";

/** The reader for each type, so that nothing else is tried on a stranger's file. */
const presentationReaders: Readonly<Record<string, string>> = {
  "application/vnd.ms-powerpoint": "MS PowerPoint 97",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "Impress MS PowerPoint 2007 XML",
};

const LIMIT_SECONDS = 600;

/**
 * Makes a PDF of a presentation; answers its path. LibreOffice gets a profile of its own for each run, in which macros
 * are off and a document may not load what it links to: neither our files nor addresses in our network.
 * Throws ConversionError.
 */
export async function officeToPdf(
  soffice: string,
  file: { path: string; mediaType: string },
  { folder, signal }: Pick<RunOptions, "folder" | "signal">,
): Promise<string> {
  const reader = presentationReaders[file.mediaType];
  if (!reader) throw new Error(`LibreOffice is not to read ${file.mediaType}`);
  const profile = join(folder, "profile");
  await mkdir(join(profile, "user"), { recursive: true });
  await writeFile(join(profile, "user", "registrymodifications.xcu"), lockedProfile);
  const args = [
    ...[`-env:UserInstallation=${pathToFileURL(profile)}`, "--headless", "--norestore", "--nolockcheck", "--nologo"],
    ...[`--infilter=${reader}`, "--convert-to", "pdf:impress_pdf_Export", "--outdir", folder, file.path],
  ];
  const options = {
    folder,
    signal,
    limitSeconds: LIMIT_SECONDS,
    missing: "LibreOffice is not installed on this server: install it, or upload a PDF",
  };
  await runProgram(soffice, args, options).catch((error: unknown) => {
    throw error instanceof ProgramFailedError ? new ConversionError(UNREADABLE, error) : error;
  });
  // It ends with 0 also when it could not read the file.
  const pdf = file.path.replace(/\.\w+$/, ".pdf");
  if (!(await stat(pdf).catch(() => undefined))?.size) throw new ConversionError(UNREADABLE);
  return pdf;
}

const UNREADABLE = "LibreOffice could not read the presentation: it is damaged or locked with a password";

function item(path: string, name: string, value: string): string {
  return `<item oor:path="/org.openoffice.${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;
}

/** Links are blocked twice over: as links of an untrusted document, and by a proxy that is not there. */
const lockedProfile = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
${item("Office.Common/Security/Scripting", "MacroSecurityLevel", "3")}
${item("Office.Common/Security/Scripting", "DisableMacrosExecution", "true")}
${item("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true")}
${item("Inet/Settings", "ooInetProxyType", "2")}
${item("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1")}
${item("Inet/Settings", "ooInetHTTPProxyPort", "9")}
${item("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1")}
${item("Inet/Settings", "ooInetHTTPSProxyPort", "9")}
${item("Office.Common/Misc", "FirstRun", "false")}
</oor:items>
`;
