import { deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import type { ImportRefusal } from "#src/documents/import/refused.ts";

export interface HostileFile {
  readonly name: string;
  readonly bytes: () => Uint8Array;
  /** The refusals that are right; "read" where the file is harmless once its malice is ignored. */
  readonly verdicts: readonly (ImportRefusal | "read")[];
}

const MB = 1024 * 1024;
const BOMB = ["import-bomb"] as const;
const BROKEN = ["import-broken"] as const;
const UNKNOWN = ["import-unknown-kind"] as const;

/** Files that somebody sends to take the process down, to get out of it, or because they know no better. */
export const hostileFiles: readonly HostileFile[] = [
  // Too much
  file("six megabytes of text", () => new Uint8Array(6 * MB).fill(97), ["import-too-large"]),
  file("a Word file that inflates to 400 MB", () => docx({ "word/document.xml": new Uint8Array(400 * MB) }), BOMB),
  file(
    "a Word file that inflates to 19 MB at ratio 1000",
    () => docx({ "word/document.xml": new Uint8Array(19 * MB) }),
    BOMB,
  ),
  file("a Word file of 300 entries", () => docx(many(300)), BOMB),
  file("a Word file of 60,000 empty entries", () => docx(many(40_000)), ["import-bomb", "import-too-large"]),
  file("a Word file with a bomb beside the text", () => docx({ "word/media/x.bin": new Uint8Array(100 * MB) }), BOMB),
  file(
    "a Word file in a Word file in a bomb",
    () => zipSync({ "word/document.xml": docx({ x: new Uint8Array(60 * MB) }) }),
    ["import-broken", "import-bomb"],
  ),
  file(
    "a Word file that declares 100 bytes and holds 30 MB",
    () => lying(docx({ "word/document.xml": new Uint8Array(30 * MB) }), 100),
    ["import-bomb", "import-broken"],
  ),
  file("a Word file that declares 4 GB", () => lying(docx({}), 0xfffffffe), BOMB),
  file("a Word file that declares zip64 sizes", () => lying(docx({}), 0xffffffff), ["import-broken", "import-bomb"]),
  file(
    "a million Word paragraphs within the ratio",
    () => docx({ "word/document.xml": wordXml(noisyParagraphs(120_000)) }),
    ["import-bomb", "import-too-slow", "import-broken"],
  ),
  file("text of five megabytes", () => strToU8("word ".repeat(MB - 10)), BOMB),
  file("one line of 390,000 letters", () => strToU8("a".repeat(390_000)), [
    "read",
    "import-broken",
    "import-too-slow",
    "import-bomb",
  ]),
  file("ten thousand lines of dates", () => strToU8(`EXPERIENCE\n${"2019 - 2020 a\n".repeat(20_000)}`), [
    "read",
    "import-bomb",
    "import-too-slow",
  ]),
  file(
    "text made to make patterns go back and forth",
    () => strToU8(`Name\n\nExperience\n${"- -".repeat(60_000)}\n${"1 ".repeat(50_000)}`),
    ["read", "import-too-slow", "import-broken"],
  ),
  file("a line of 200,000 at-signs and dots", () => strToU8(`${"a.".repeat(90_000)}@${"b.".repeat(90_000)}`), [
    "read",
    "import-too-slow",
    "import-broken",
  ]),
  // XML
  file("a billion laughs", () => docx({ "word/document.xml": strToU8(LAUGHS) }), BROKEN),
  file(
    "an entity that is a file",
    () => docx({ "word/document.xml": strToU8(externalEntity("file:///etc/passwd")) }),
    BROKEN,
  ),
  file(
    "an entity on the network",
    () => docx({ "word/document.xml": strToU8(externalEntity("http://169.254.169.254/latest")) }),
    BROKEN,
  ),
  file("a remote template", () => docx({ "word/_rels/settings.xml.rels": relation("http://127.0.0.1:9/t.dotm") }), [
    "read",
  ]),
  file(
    "a linked picture from the disk",
    () => docx({ "word/_rels/document.xml.rels": relation("file:///etc/passwd") }),
    ["read"],
  ),
  file(
    "XML 50,000 elements deep",
    () => docx({ "word/document.xml": wordXml("<w:sdt><w:sdtContent>".repeat(50_000) + noise(200_000)) }),
    ["import-broken", "import-bomb", "import-too-slow"],
  ),
  file(
    "tables in tables, 3,000 deep",
    () =>
      docx({
        "word/document.xml": wordXml(
          "<w:tbl><w:tr><w:tc>".repeat(3000) +
            `<w:p><w:r><w:t>${noise(50_000)}</w:t></w:r></w:p>` +
            "</w:tc></w:tr></w:tbl>".repeat(3000),
        ),
      }),
    ["read", "import-broken", "import-bomb", "import-empty"],
  ),
  file("a Word file without its text", () => zipSync({ "[Content_Types].xml": strToU8("<Types/>") }), UNKNOWN),
  file(
    "a Word file with half an XML",
    () => docx({ "word/document.xml": strToU8("<w:document><w:body><w:p>") }),
    BROKEN,
  ),
  // Zip
  file(
    "names that climb out of the folder",
    () => zipSync({ "../../etc/cron.d/x": strToU8("x"), "word/document.xml": wordXml(GOOD) }),
    ["import-broken", "read"],
  ),
  file("an absolute name", () => zipSync({ "/etc/passwd": strToU8("x"), "word/document.xml": wordXml(GOOD) }), [
    "import-broken",
    "read",
  ]),
  file("a zip under a password", () => flagged(docx({})), ["import-encrypted"]),
  file("a zip cut in the middle", () => docx({}).subarray(0, 300), BROKEN),
  file("a zip whose directory points nowhere", () => displaced(docx({})), BROKEN),
  file("an empty zip", () => zipSync({}), UNKNOWN),
  file("a zip of programs", () => zipSync({ "setup.exe": strToU8("MZ") }), UNKNOWN),
  file("a gzip bomb", () => gzipSync(new Uint8Array(200 * MB)), UNKNOWN),
  file("overlapping entries", () => overlapping(), ["import-bomb", "import-broken", "import-unknown-kind"]),
  // Other kinds, and wrong names
  file("nothing at all", () => new Uint8Array(), ["import-empty"]),
  file("spaces only", () => strToU8("   \n\n  "), ["import-empty"]),
  file("zeros", () => new Uint8Array(1000), UNKNOWN),
  file("random bytes", () => random(100_000), UNKNOWN),
  file("an old Word file", () => compound("WordDocument"), UNKNOWN),
  file("a Word file under a password", () => compound("EncryptedPackage"), ["import-encrypted"]),
  file("a web page named resume.pdf", () => strToU8("<!DOCTYPE html><script>alert(1)</script>"), UNKNOWN),
  file("a program named resume.docx", () => Buffer.concat([Buffer.from("MZ"), random(5000)]), UNKNOWN),
  file("a picture with a PDF inside", () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), pdf({})]), UNKNOWN),
  file("a zip with a PDF at its end", () => Buffer.concat([docx({}), pdf({})]), ["import-broken", "read"]),
  file("a PDF with a zip at its end", () => Buffer.concat([pdf({}), docx({})]), ["read", "import-broken"]),
  file("JSON 100,000 deep", () => strToU8(`{"basics":${"[".repeat(100_000)}${"]".repeat(100_000)}}`), [
    "import-no-resume",
  ]),
  file("JSON with a poisoned prototype", () => strToU8('{"__proto__":{"polluted":true},"basics":{"name":7}}'), [
    "import-broken",
    "read",
  ]),
  // PDF
  file("a PDF of 51 pages", () => pdf({ pages: 51 }), ["import-too-many-pages"]),
  file("a PDF that declares a million pages", () => pdf({ count: 1_000_000 }), [
    // pdf.js counts them itself.
    "read",
    "import-too-many-pages",
    "import-broken",
  ]),
  file("a PDF that declares less than no pages", () => pdf({ count: -5 }), ["import-broken", "read", "import-no-text"]),
  file("a PDF whose page tree is a circle", () => pdf({ circle: true }), [
    "import-broken",
    "import-no-text",
    "import-too-slow",
    "import-too-many-pages",
    "read",
  ]),
  file("a PDF whose page inflates to 400 MB", () => pdf({ content: new Uint8Array(400 * MB).fill(32) }), [
    "import-bomb",
    "import-no-text",
    "import-broken",
    "import-too-slow",
  ]),
  file(
    "a PDF whose page inflates to 120 MB of text",
    () => pdf({ content: Buffer.from("BT /F1 9 Tf (word) Tj ET\n".repeat(5_000_000)) }),
    ["import-bomb", "import-broken", "import-too-slow"],
  ),
  file(
    "a PDF packed three times",
    () => pdf({ content: deflateSync(deflateSync(new Uint8Array(300 * MB))), filters: 3 }),
    ["import-bomb", "import-no-text", "import-broken", "import-too-slow"],
  ),
  file("a PDF that nests a form in itself", () => pdf({ form: true }), [
    "read",
    "import-broken",
    "import-no-text",
    "import-too-slow",
    "import-bomb",
  ]),
  file("a PDF with arrays 200,000 deep", () => pdf({ content: Buffer.from("[".repeat(200_000)) }), [
    "import-broken",
    "import-no-text",
    "import-bomb",
    "import-too-slow",
  ]),
  file("a PDF under a password", () => pdf({ encrypted: true }), ["import-encrypted", "import-broken"]),
  file("a scan", () => pdf({ content: Buffer.from("q 500 0 0 700 0 0 cm /I Do Q") }), ["import-no-text"]),
  file(
    "a PDF with a broken table of contents",
    () =>
      Buffer.from(
        pdf({})
          .toString("latin1")
          .replace(/startxref\n\d+/, "startxref\n99999999"),
        "latin1",
      ),
    ["read", "import-broken"],
  ),
  file("a PDF cut in the middle", () => pdf({}).subarray(0, 250), ["import-broken", "import-no-text"]),
  file("a PDF that is only its first line", () => strToU8("%PDF-1.7\n"), BROKEN),
  file("a PDF with a script that opens an address", () => pdf({ script: true }), ["read"]),
];

function file(name: string, bytes: () => Uint8Array, verdicts: HostileFile["verdicts"]): HostileFile {
  return { name, bytes, verdicts };
}

const GOOD = "<w:p><w:r><w:t>Amara Okafor, amara@example.org, nurse in London</w:t></w:r></w:p>";
const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const LAUGHS = `<!DOCTYPE x [<!ENTITY a "ha">${"bcdefghij"
  .split("")
  .map((name, index) => `<!ENTITY ${name} "${`&${"abcdefghi"[index]};`.repeat(10)}">`)
  .join("")}]><w:document ${NAMESPACES}><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>`;

const externalEntity = (target: string): string =>
  `<!DOCTYPE x [<!ENTITY e SYSTEM "${target}">]><w:document ${NAMESPACES}><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>`;

function wordXml(body: string): Uint8Array {
  return strToU8(`<?xml version="1.0"?><w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`);
}

function relation(target: string): Uint8Array {
  return strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${target}" TargetMode="External"/></Relationships>`,
  );
}

function docx(parts: Record<string, Uint8Array>): Uint8Array {
  return zipSync({
    "[Content_Types].xml": strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    "_rels/.rels": strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    "word/document.xml": wordXml(GOOD),
    ...parts,
  });
}

function many(count: number): Record<string, Uint8Array> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`word/${index}.xml`, new Uint8Array()]));
}

/** The same every time. */
function random(length: number): Buffer {
  let state = 12345;
  const bytes = Buffer.alloc(length);
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    bytes[at] = state >> 16;
  }
  return bytes;
}

const noise = (length: number): string => random(length).toString("hex").slice(0, length);

function noisyParagraphs(count: number): string {
  const letters = noise(count * 12);
  return Array.from(
    { length: count },
    (_, index) => `<w:p><w:r><w:t>${letters.slice(index * 12, index * 12 + 12)}</w:t></w:r></w:p>`,
  ).join("");
}

/** Writes another size into every header of the local files and of the directory. */
function lying(zip: Uint8Array, size: number): Uint8Array {
  return patched(zip, (view, at) => {
    if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, size, true);
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  });
}

function flagged(zip: Uint8Array): Uint8Array {
  return patched(zip, (view, at) => {
    if (view.getUint32(at, true) === 0x04034b50) view.setUint16(at + 6, 1, true);
    if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true);
  });
}

function displaced(zip: Uint8Array): Uint8Array {
  return patched(zip, (view, at) => {
    if (view.getUint32(at, true) === 0x06054b50) view.setUint32(at + 16, 0x7fffff00, true);
  });
}

function patched(zip: Uint8Array, change: (view: DataView, at: number) => void): Uint8Array {
  const copy = Uint8Array.from(zip);
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 4 <= copy.length; at += 1) change(view, at);
  return copy;
}

/** Fifty directory entries that all name one packed megabyte. */
function overlapping(): Uint8Array {
  const packed = deflateRawSync(new Uint8Array(MB));
  const name = Buffer.from("word/document.xml");
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(MB, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(MB, 24);
  central.writeUInt16LE(name.length, 28);
  const directory = Buffer.concat(Array.from({ length: 50 }, () => Buffer.concat([central, name])));
  const start = Buffer.concat([local, name, packed]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(50, 8);
  end.writeUInt16LE(50, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(start.length, 16);
  return Buffer.concat([start, directory, end]);
}

function compound(stream: string): Uint8Array {
  return Buffer.concat([
    Buffer.from("d0cf11e0a1b11ae1", "hex"),
    Buffer.alloc(504),
    Buffer.from(stream, "utf16le"),
    Buffer.alloc(512),
  ]);
}

interface PdfOptions {
  readonly pages?: number;
  readonly count?: number;
  readonly circle?: boolean;
  readonly content?: Uint8Array;
  readonly filters?: number;
  readonly form?: boolean;
  readonly encrypted?: boolean;
  readonly script?: boolean;
}

function pdf({ pages = 1, count = pages, circle, content, filters = 1, form, encrypted, script }: PdfOptions): Buffer {
  const text =
    content ?? Buffer.from("BT /F1 12 Tf 72 700 Td (Amara Okafor, amara@example.org, nurse in London) Tj ET");
  const stream = deflateSync(form ? Buffer.concat([text, Buffer.from("\n/X Do")]) : text);
  const kids = Array.from({ length: pages }, (_, index) => `${index + 10} 0 R`).join(" ");
  const filter = Array.from({ length: filters }, () => "/FlateDecode").join(" ");
  const objects: [number, Buffer][] = [
    [
      1,
      Buffer.from(
        `<</Type/Catalog/Pages 2 0 R${script ? "/OpenAction<</S/JavaScript/JS(app.launchURL('http://127.0.0.1:9'))>>" : ""}>>`,
      ),
    ],
    [2, Buffer.from(`<</Type/Pages/Count ${count}/Kids[${circle ? "2 0 R " : ""}${kids}]>>`)],
    [3, Buffer.from("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")],
    [
      4,
      Buffer.concat([
        Buffer.from(`<</Length ${stream.length}/Filter[${filter}]>>stream\n`),
        stream,
        Buffer.from("\nendstream"),
      ]),
    ],
    [
      5,
      Buffer.from(
        "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Length 29>>stream\n/X Do /X Do /X Do /X Do /X Do\nendstream",
      ),
    ],
    [6, Buffer.from(`<</Filter/Standard/V 2/R 3/Length 128/P -4/O<${"41".repeat(32)}>/U<${"42".repeat(32)}>>>`)],
    ...Array.from({ length: pages }, (_, index): [number, Buffer] => [
      index + 10,
      Buffer.from(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 3 0 R>>/XObject<</X 5 0 R>>>>>>",
      ),
    ]),
  ];
  let out = Buffer.from("%PDF-1.7\n");
  const places: string[] = [];
  for (const [number, body] of objects) {
    places.push(`${number} 1\n${String(out.length).padStart(10, "0")} 00000 n \n`);
    out = Buffer.concat([out, Buffer.from(`${number} 0 obj\n`), body, Buffer.from("\nendobj\n")]);
  }
  const trailer = `xref\n0 1\n0000000000 65535 f \n${places.join("")}trailer\n<</Size ${pages + 10}/Root 1 0 R${encrypted ? "/Encrypt 6 0 R/ID[<00><00>]" : ""}>>\nstartxref\n${out.length}\n%%EOF\n`;
  return Buffer.concat([out, Buffer.from(trailer)]);
}
