import { PlatformRefused } from "./chat/platform.ts";
import { type Config, WrongSettings } from "./config.ts";
import { FolderDamaged } from "./db/embedded.ts";
import { FolderInUse } from "./db/folder-lock.ts";

/** What went wrong at start or at run time, in plain sentences; undefined for a bug of ours. */
export function explainFailure(error: unknown, config?: Config): string | undefined {
  if (error instanceof WrongSettings) return error.message;
  if (error instanceof FolderDamaged) {
    return `${error.message} It was left as it is. Restore it from a backup, or name another folder with DATA_DIR.`;
  }
  if (error instanceof FolderInUse) {
    return `${error.message} Stop that process, or give this one a folder of its own with DATA_DIR.`;
  }
  if (error instanceof PlatformRefused) return `${error.message} Check ${error.setting}: ${error.remedy}`;
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE") {
    return `Port ${config?.port} is taken by another program. Stop that one, or choose another with PORT.`;
  }
  if (code && ["EACCES", "EROFS", "ENOSPC", "EPERM", "ENOTDIR", "EEXIST"].includes(code)) {
    return `Cannot write ${path ?? config?.dataDir} (${code}). Free the folder or the disk, or choose another with DATA_DIR.`;
  }
  return undefined;
}
