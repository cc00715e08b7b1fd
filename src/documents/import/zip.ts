import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { LIMITS } from "./limits.ts";
import { ImportRefused } from "./refused.ts";

/**
 * The wanted entries of a zip, by name. Count, declared sizes and ratio are checked over the whole directory before a
 * byte is inflated, and yauzl ends an entry that inflates to more than it declared.
 */
export async function readZip(bytes: Uint8Array, wanted: (name: string) => boolean): Promise<Map<string, Uint8Array>> {
  const zip = await open(bytes);
  const entries = await directory(zip, bytes.length);
  const contents = new Map<string, Uint8Array>();
  for (const entry of entries) if (wanted(entry.fileName)) contents.set(entry.fileName, await inflate(zip, entry));
  return contents;
}

function open(bytes: Uint8Array): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    fromBuffer(buffer, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error) reject(broken(error));
      else resolve(zip);
    });
  });
}

function directory(zip: ZipFile, packed: number): Promise<Entry[]> {
  if (zip.entryCount > LIMITS.zipEntries) throw new ImportRefused("import-bomb", {});
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    let declared = 0;
    zip.on("error", (error: Error) => reject(broken(error)));
    zip.on("end", () => resolve(entries));
    zip.on("entry", (entry: Entry) => {
      declared += entry.uncompressedSize;
      entries.push(entry);
      if (entries.length > LIMITS.zipEntries || declared > LIMITS.zipBytes || declared > packed * LIMITS.zipRatio) {
        reject(new ImportRefused("import-bomb", {}));
      } else if (entry.isEncrypted()) {
        reject(new ImportRefused("import-encrypted", {}));
      } else {
        zip.readEntry();
      }
    });
    zip.readEntry();
  });
}

function inflate(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(broken(error));
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      // yauzl's own sentence is the only sign of an entry that holds more than it says.
      stream.on("error", (cause: Error) =>
        reject(/too many bytes/.test(cause.message) ? new ImportRefused("import-bomb", {}, { cause }) : broken(cause)),
      );
      stream.on("end", () => resolve(Buffer.concat(chunks)));
    });
  });
}

function broken(cause: Error): ImportRefused {
  return new ImportRefused("import-broken", {}, { cause });
}
