import type { File } from "#src/chat/message.ts";

/** Names as Discord keeps them, each only once, so that attachment://name finds its file. */
export function createFileNames(): (file: File) => string {
  const used = new Set<string>();
  return ({ name }) => {
    const clean = cleanName(name);
    const [, stem = clean, extension = ""] = /^(.+?)(\.[A-Za-z0-9]{1,8})?$/.exec(clean) ?? [];
    let unique = clean;
    for (let count = 2; used.has(unique.toLowerCase()); count += 1) unique = `${stem}-${count}${extension}`;
    used.add(unique.toLowerCase());
    return unique;
  };
}

// Discord turns other characters into underscores; some clients hide a file whose name begins with a dot.
function cleanName(name: string): string {
  const clean = name
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}._-]+/gu, "_")
    .replace(/^[._-]+/, "")
    .slice(-100);
  return clean.isWellFormed() && clean !== "" ? clean : `file${/\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? ""}`;
}
