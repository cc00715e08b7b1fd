import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";

/**
 * The package that the docx library wrote, with a copy of the Markdown in it as a custom XML part, and without what would
 * differ the next time: dates, and random names of links.
 */
export function sealDocx(bytes: Uint8Array, markdown: string): Uint8Array {
  const parts = new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
  const edit = (name: string, change: (xml: string) => string) => parts.set(name, change(parts.get(name) ?? ""));

  edit("docProps/core.xml", (xml) => xml.replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, ""));
  const links = [...(parts.get(RELATIONS) ?? "").matchAll(/ Id="([^"]+)"[^>]*\/hyperlink"/g)].map(([, id = ""]) => id);
  for (const [index, id] of links.entries()) {
    for (const name of [RELATIONS, "word/document.xml"]) {
      edit(name, (xml) => xml.replaceAll(`d="${id}"`, `d="link${index + 1}"`));
    }
  }
  edit(RELATIONS, (xml) => xml.replace("</Relationships>", `${COPY_RELATION}</Relationships>`));
  parts.set(COPY_PART, `${XML}${COPY_START}${Buffer.from(markdown).toString("base64")}${COPY_END}`);

  const [types, others] = [parts.get(TYPES) ?? "", [...parts].filter(([name]) => name !== TYPES).sort(byName)];
  const files = [[TYPES, types] as const, ...others].map(([name, xml]) => [name, strToU8(xml)] as const);
  // A zip has local times and none before 1980.
  return zipSync(Object.fromEntries(files) satisfies Zippable, { mtime: new Date(1980, 0, 1), level: 6 });
}

/** The Markdown that sealDocx() put into a custom XML part; undefined for any other part. It is a stranger's text. */
export function sealedMarkdown(part: Uint8Array): string | undefined {
  const xml = strFromU8(part);
  const start = xml.indexOf(COPY_START);
  const end = xml.indexOf(COPY_END, start);
  if (start < 0 || end < 0) return undefined;
  return new TextDecoder().decode(Buffer.from(xml.slice(start + COPY_START.length, end), "base64"));
}

const TYPES = "[Content_Types].xml";
const RELATIONS = "word/_rels/document.xml.rels";
const COPY_PART = "customXml/item1.xml";
const COPY_RELATION =
  '<Relationship Id="copy" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../customXml/item1.xml"/>';

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
const COPY_START = '<resume xmlns="urn:greenroom:resume">';
const COPY_END = "</resume>";

function byName([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : 1;
}
