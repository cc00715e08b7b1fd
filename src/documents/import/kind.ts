/** What the bytes are; a name or a content type is never asked. */
export type FileKind = "pdf" | "zip" | "json" | "text" | { readonly unknown: UnreadKind | null } | "encrypted-office";

/** Kinds that are recognised only to say so. */
export type UnreadKind = "doc" | "rtf" | "html" | "picture" | "media" | "packed" | "program";

/** Decides by the first bytes, and by their being valid text. A file that is two things at once is what its start says. */
export function kindOf(bytes: Uint8Array): FileKind {
  for (const [magic, name] of OTHER_KINDS) if (startsWith(bytes, magic)) return named(name, bytes);
  if (startsWith(bytes, ZIP) || startsWith(bytes, ZIP_EMPTY)) return "zip";
  // Mail gateways put up to a kilobyte before a PDF's first line, and every reader accepts that.
  if (ascii(bytes, 0, 1024).includes("%PDF-")) return "pdf";
  const text = decodeText(bytes);
  if (text === undefined) return { unknown: null };
  const start = text.trimStart();
  if (start.startsWith("{\\rtf")) return { unknown: "rtf" };
  if (/^<(!doctype html|html|\?xml|svg|script)/i.test(start)) return { unknown: "html" };
  return start.startsWith("{") || start.startsWith("[{") ? "json" : "text";
}

/** Text in UTF-8, UTF-16 with a byte order mark, or Windows-1252; undefined for what is no text. */
export function decodeText(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return clean(new TextDecoder("utf-16le").decode(bytes));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return clean(new TextDecoder("utf-16be").decode(bytes));
  if (bytes.includes(0)) return undefined;
  try {
    return clean(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return clean(new TextDecoder("windows-1252").decode(bytes));
  }
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const ZIP_EMPTY = [0x50, 0x4b, 0x05, 0x06];

const OTHER_KINDS: readonly (readonly [magic: readonly number[], name: UnreadKind])[] = [
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], "doc"],
  [[0x89, 0x50, 0x4e, 0x47], "picture"],
  [[0xff, 0xd8, 0xff], "picture"],
  [[0x47, 0x49, 0x46, 0x38], "picture"],
  [[0x52, 0x49, 0x46, 0x46], "media"],
  [[0x1f, 0x8b], "packed"],
  [[0x52, 0x61, 0x72, 0x21], "packed"],
  [[0x37, 0x7a, 0xbc, 0xaf], "packed"],
  [[0x4d, 0x5a], "program"],
  [[0x7f, 0x45, 0x4c, 0x46], "program"],
];

/** A Word file under a password is not a zip but a compound file with a stream of this name. */
const ENCRYPTED_PACKAGE = Buffer.from("EncryptedPackage", "utf16le");

function named(name: UnreadKind, bytes: Uint8Array): FileKind {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return name === "doc" && view.includes(ENCRYPTED_PACKAGE) ? "encrypted-office" : { unknown: name };
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1", from, to);
}

/** Undefined when a hundredth of it are control characters: that is no text, whatever it decodes to. */
function clean(text: string): string | undefined {
  const controls = text.match(/(?![\t\n\f\r\v\u0080-\u009f])[\p{Cc}\ufffd]/gu)?.length ?? 0;
  return controls > text.length / 100 ? undefined : text.replace(/^\ufeff/, "");
}
