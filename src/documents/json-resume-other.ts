import type { Fields, JsonObject } from "./json-resume-fields.ts";
import type { OtherLine, OtherSection } from "./resume-document.ts";
import { parseDate, printDate } from "./resume-markdown-dates.ts";

/** Languages, awards and the like as sections of their own, one line per entry, and those that our own export kept. */
export function readOtherSections(fields: Fields, root: JsonObject): OtherSection[] {
  const line = (key: string, print: (entry: JsonObject) => OtherLine[]) => fields.objects(root, key).flatMap(print);
  const text = (entry: JsonObject, key: string) => fields.text(entry, key);
  const sections: OtherSection[] = [
    { title: "Volunteering", lines: line("volunteer", volunteer) },
    { title: "Awards", lines: line("awards", (entry) => bullet(entry, ["title", "awarder", "date", "summary"])) },
    {
      title: "Publications",
      lines: line("publications", (entry) => bullet(entry, ["name", "publisher", "releaseDate", "url", "summary"])),
    },
    { title: "Languages", lines: line("languages", language) },
    { title: "Interests", lines: line("interests", interest) },
    { title: "References", lines: line("references", reference) },
  ];
  return [...sections.filter(({ lines }) => lines.length > 0), ...kept(fields, root)];

  function bullet(entry: JsonObject, keys: readonly string[]): OtherLine[] {
    const facts = keys.flatMap((key) => (/date$/i.test(key) ? date(entry, key) : text(entry, key)) ?? []);
    return facts.length > 0 ? [{ kind: "bullet", text: facts.join(", ") }] : [];
  }

  function date(entry: JsonObject, key: string): string | undefined {
    const written = text(entry, key);
    const known = written && parseDate(written);
    return known ? printDate(known) : written;
  }

  function volunteer(entry: JsonObject): OtherLine[] {
    const [from, to] = [date(entry, "startDate"), date(entry, "endDate")];
    const span = from ? `${from} – ${to ?? "Present"}` : to;
    const names = [text(entry, "organization"), text(entry, "position"), span, text(entry, "url")];
    const heading = names.filter(Boolean).join(", ");
    const texts = [text(entry, "summary") ?? [], ...fields.texts(entry, "highlights")].flat();
    return [{ kind: "heading", text: heading }, ...texts.map((item) => ({ kind: "bullet", text: item }) as const)];
  }

  function language(entry: JsonObject): OtherLine[] {
    const [name, fluency] = [text(entry, "language"), text(entry, "fluency")];
    return name ? [{ kind: "bullet", text: fluency ? `${name} (${fluency})` : name }] : [];
  }

  function interest(entry: JsonObject): OtherLine[] {
    const facts = [text(entry, "name") ?? [], fields.texts(entry, "keywords").join(", ")].flat().filter(Boolean);
    return facts.length > 0 ? [{ kind: "bullet", text: facts.join(": ") }] : [];
  }

  function reference(entry: JsonObject): OtherLine[] {
    const facts = [text(entry, "name") ?? [], text(entry, "reference") ?? []].flat();
    return facts.length > 0 ? [{ kind: "bullet", text: facts.join(": ") }] : [];
  }
}

function kept(fields: Fields, root: JsonObject): OtherSection[] {
  const meta = fields.object(root, "meta");
  for (const key of ["canonical", "version", "lastModified"]) fields.take(meta, key);
  return fields.objects(meta, "otherSections").map((section) => ({
    title: fields.text(section, "title") ?? "",
    lines: fields.objects(section, "lines").flatMap((line): OtherLine[] => {
      const text = fields.text(line, "text");
      const kind = fields.text(line, "kind");
      return text ? [{ kind: kind === "heading" || kind === "bullet" ? kind : "paragraph", text }] : [];
    }),
  }));
}
