import { execFileSync } from "node:child_process";
import { withFile } from "./extractors.ts";

/**
 * What PDF/UA asks of a file and a program can see, of the part that our papers use: https://pdfa.org/resource/the-matterhorn-protocol/
 * Empty is good.
 */
export function taggingFaults(pdf: Uint8Array): readonly string[] {
  const file = new File(pdf);
  const faults: string[] = [];
  const ask = (holds: unknown, fault: string) => void (holds || faults.push(fault));
  const root = file.dict(file.trailer["/Root"]);
  const info = file.dict(file.trailer["/Info"]);
  const tree = file.dict(root["/StructTreeRoot"]);
  const metadata = file.stream(root["/Metadata"]).toString();
  ask(file.dict(root["/MarkInfo"])["/Marked"] === true, "not marked");
  ask(/^u:[a-z]{2}/.test(String(root["/Lang"])), "no language");
  ask(file.dict(root["/ViewerPreferences"])["/DisplayDocTitle"] === true, "title not displayed");
  ask(/^u:./.test(String(file.value(info["/Title"]))), "no title");
  ask(metadata.includes("<dc:title>"), "no title in the metadata");
  ask(/<pdfuaid:part>1</.test(metadata), "does not say that it is PDF/UA");
  ask(file.list(tree["/K"]).length === 1, "not one document at the top");

  const owners = ownersIn(file, tree);
  const marked = new Map<string, string>();
  const levels: number[] = [];
  walk(tree["/K"], "root");
  ask(levels[0] === undefined || levels[0] === 1, "the first heading is not H1");
  for (const [index, level] of levels.entries()) ask(level - (levels[index - 1] ?? 0) <= 1, `skips to H${level}`);
  for (const page of file.all("/Page")) pageFaults(page);
  for (const font of file.all("/Font")) fontFaults(font);
  return faults;

  function walk(kids: unknown, parent: string): void {
    for (const kid of file.list(kids)) {
      if (typeof kid === "number") continue;
      const element = file.dict(kid);
      if (element["/Type"] === "/MCR") continue;
      if (element["/Type"] === "/OBJR") {
        const link = file.dict(element["/Obj"]);
        ask(parent === "/Link", `an annotation in ${parent}`);
        ask(/^u:./.test(String(link["/Contents"])), "a link without Contents");
        ask(owners.get(`annotation ${link["/StructParent"]}`) !== undefined, "a link that the tree does not know");
        continue;
      }
      const role = String(element["/S"]);
      ask(ROLES[role]?.includes(parent), `${role} in ${parent}`);
      if (/^\/H[1-6]$/.test(role)) levels.push(Number(role[2]));
      const own = file.list(element["/K"]);
      ask(own.length > 0 || role === "/Document", `an empty ${role}`);
      if (role === "/LI")
        ask(own.map((one) => file.dict(one)["/S"]).join() === "/Lbl,/LBody", "a list item without parts");
      if (role === "/L") ask(file.dict(element["/A"])["/ListNumbering"], "a list that does not say how it is numbered");
      if (role === "/Link")
        ask(
          own.some((one) => file.dict(one)["/Type"] === "/OBJR"),
          "a link without its annotation",
        );
      for (const one of own) {
        // What stands on another page than the rest of its element says on which.
        const reference = typeof one === "number" ? { "/MCID": one, "/Pg": element["/Pg"] } : file.dict(one);
        const key = `${reference["/Pg"]} ${reference["/MCID"]}`;
        if (reference["/MCID"] !== undefined) marked.set(key, String(kid));
      }
      walk(own, role);
    }
  }

  function pageFaults(page: Dict): void {
    const name = file.nameOf(page);
    ask(page["/Tabs"] === "/S", "a page whose links are not in the order of its tags");
    const numbered = new Set<string>();
    const open: string[] = [];
    const content = file.stream(page["/Contents"]).toString("latin1");
    for (const [token, ...groups] of content.matchAll(TOKENS)) {
      const [number] = groups.filter((group) => group !== undefined);
      if (token.endsWith("BDC") || token.endsWith("BMC")) {
        ask(open.length === 0, "marks inside marks");
        open.push(token);
        if (number === undefined) continue;
        ask(!numbered.has(number), "the same mark twice");
        numbered.add(number);
        const owner = marked.get(`${name} ${number}`);
        ask(owner, "a mark that no element has");
        ask(owners.get(`${page["/StructParents"]} ${number}`) === owner, "the tree knows another element for a mark");
      } else if (token === "EMC") open.pop();
      else ask(open.length > 0, `neither marked nor an artifact: ${token}`);
    }
    ask(open.length === 0, "a mark that does not end");
    for (const link of file.list(page["/Annots"]))
      ask(file.dict(link)["/StructParent"] !== undefined, "a link untagged");
    for (const key of marked.keys())
      if (key.startsWith(`${name} `)) ask(numbered.has(key.slice(`${name} `.length)), "an element without its content");
    ask(!/<(?:[0-9a-f]{4})*?0000(?:[0-9a-f]{4})*>/.test(content), "a glyph that is none");
  }

  function fontFaults(font: Dict): void {
    if (font["/Subtype"] !== "/Type0") return;
    const table = file.stream(font["/ToUnicode"]).toString("latin1");
    const [inner] = file.list(font["/DescendantFonts"]).map((one) => file.dict(one));
    const descriptor = file.dict(inner?.["/FontDescriptor"]);
    ask(table.includes("beginbfrange") || table.includes("beginbfchar"), "a font without meanings");
    ask(descriptor["/FontFile2"] ?? descriptor["/FontFile3"], "a font that is not in the file");
    ask(inner?.["/Subtype"] !== "/CIDFontType2" || inner["/CIDToGIDMap"], "a font without its map");
    const [, meanings = ""] = /beginbf\w+([\s\S]*)endbf/.exec(table) ?? [];
    ask(!/<(?:0000|feff|fffe)>(?!\s*<)/i.test(meanings.replace(/^\s*<\w+>\s*<\w+>/, "")), "a glyph that means nothing");
  }
}

const IN_TEXT = ["/Document"];
const ROLES: Readonly<Record<string, readonly string[]>> = {
  "/Document": ["root"],
  "/H1": IN_TEXT,
  "/H2": IN_TEXT,
  "/H3": IN_TEXT,
  "/P": IN_TEXT,
  "/L": IN_TEXT,
  "/LI": ["/L"],
  "/Lbl": ["/LI"],
  "/LBody": ["/LI"],
  "/Link": ["/P", "/H3", "/LBody", "/H1", "/H2"],
};

/** Begin and end of marks, and every operator that puts something on the page. */
const TOKENS =
  /\/\w+\s*<<\s*\/MCID (\d+)\s*>>\s*BDC|\/\w+\s*(?:<<[^>]*>>)?\s*B[DM]C|\bEMC\b|\b(?:TJ|Tj|Do|f\*?|S|s|B\*?|b\*?|sh)(?=\s|$)/g;

type Dict = Readonly<Record<string, unknown>>;

/** Which element the tree has for each mark of each page, and for each annotation. */
function ownersIn(file: File, tree: Dict): ReadonlyMap<string, string> {
  const numbers = file.list(file.dict(tree["/ParentTree"])["/Nums"]);
  const owners = new Map<string, string>();
  for (let index = 0; index < numbers.length; index += 2) {
    const value = numbers[index + 1];
    const resolved = file.value(value);
    if (Array.isArray(resolved))
      for (const [mark, owner] of resolved.entries()) owners.set(`${numbers[index]} ${mark}`, String(owner));
    else owners.set(`annotation ${numbers[index]}`, String(value));
  }
  return owners;
}

/** A PDF as qpdf writes it in JSON: https://qpdf.readthedocs.io/en/stable/json.html */
class File {
  readonly #objects: Readonly<
    Record<string, { readonly value?: unknown; readonly stream?: { dict: Dict; data: string } }>
  >;

  constructor(pdf: Uint8Array) {
    const options = ["--json=2", "--json-stream-data=inline", "--decode-level=all"];
    const json = withFile(pdf, (file) => execFileSync("qpdf", [...options, file], { maxBuffer: 1e9 }).toString());
    this.#objects = JSON.parse(json).qpdf[1];
  }

  get trailer(): Dict {
    return this.#objects["trailer"]?.value as Dict;
  }

  value(reference: unknown): unknown {
    return typeof reference === "string" && /^\d+ \d+ R$/.test(reference)
      ? (this.#objects[`obj:${reference}`]?.value ?? this.#objects[`obj:${reference}`]?.stream?.dict)
      : reference;
  }

  dict(reference: unknown): Dict {
    const value = this.value(reference);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Dict) : {};
  }

  list(reference: unknown): readonly unknown[] {
    const value = this.value(reference);
    return Array.isArray(value) ? value : value === undefined ? [] : [reference];
  }

  stream(reference: unknown): Buffer {
    return Buffer.from(this.#objects[`obj:${reference}`]?.stream?.data ?? "", "base64");
  }

  all(type: string): readonly Dict[] {
    return Object.values(this.#objects)
      .map(({ value }) => value as Dict | undefined)
      .filter((value): value is Dict => value?.["/Type"] === type);
  }

  nameOf(dict: Dict): string {
    const [name = ""] = Object.entries(this.#objects).find(([, { value }]) => value === dict) ?? [];
    return name.replace("obj:", "");
  }
}
