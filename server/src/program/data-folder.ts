import { chmod, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { isErrorCode } from "../lib/error-code.ts";

/**
 * Makes the folder where there is none. From here on what we write, and what the programs write that we run, is nobody
 * else's to read.
 */
export async function makeDataFolder(folder: string): Promise<void> {
  const isNew = (await mkdir(folder, { recursive: true })) !== undefined;
  // Whom PostgreSQL runs as, when we are root, must pass it.
  if (isNew) await chmod(folder, process.geteuid?.() === 0 ? 0o711 : 0o700);
  // Older ones were made for everybody to read; a folder that several nodes share may be another user's.
  for (const name of ["files", "incoming"])
    await chmod(join(folder, name), 0o700).catch((error: unknown) => {
      if (!isErrorCode(error, "ENOENT", "EPERM")) throw error;
    });
  process.umask(0o077);
}
