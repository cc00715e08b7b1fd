import type { Contact, WebLink } from "../resume-document.ts";
import { findDates, fold } from "./dates.ts";
import { headingOf } from "./headings.ts";
import type { Line, Lines } from "./line.ts";
import { isPlace } from "./places.ts";
import { titleness } from "./vocabulary.ts";

/**
 * Name, headline and ways to reach somebody, from the lines above the first section and those of a contact section.
 * `rest` are the lines that were none of it. `all` is searched for an address that stands elsewhere, as in a footer.
 */
export function contactOf(
  head: readonly Line[],
  all: readonly Line[],
  links: Lines["links"],
): { contact: Contact; rest: Line[]; used: Set<Line> } {
  const used = new Set<Line>();
  const where = [...head, ...all.filter((line) => !head.includes(line))];
  const email = firstMatch(where, EMAIL, used);
  const phone = phoneOf(where, used);
  const name = nameOf(head, all, used);
  const pieces: { readonly piece: string; readonly line: Line }[] = [];
  const rest: Line[] = [];
  let location: string | undefined;
  let headline: string | undefined;
  for (const line of head) {
    if (used.has(line) && line.text === name) continue;
    if (line.text.length > LONGEST) {
      rest.push(line);
      continue;
    }
    for (const piece of piecesOf(line.text, phone ?? "")) {
      const label = LABEL.exec(piece)?.[0] ?? "";
      const bare = piece.slice(label.length).replace(/^[\s,;|•·–-]+|[\s,;|•·–-]+$/gu, "");
      if (bare === "" || sameName(bare, name) || NO_CONTENT.test(fold(bare))) continue;
      if (!location && ADDRESS_LABEL.test(fold(label))) location = bare;
      else if (!location && isPlace(bare)) location = bare;
      else pieces.push({ piece: bare, line });
    }
  }
  for (const { piece, line } of pieces) {
    const another = (piece.match(PHONE) ?? []).some((number) => number.replace(/\D/g, "").length >= 7);
    if (another) {
      if (!rest.includes(line)) rest.push(line);
    } else if (
      !headline &&
      (titleness(piece) > 0 || piece === pieces[0]?.piece) &&
      piece.length <= 90 &&
      !/[.!?]$/.test(piece) &&
      !ADDRESS.test(piece)
    )
      headline = piece;
    else if (
      !location &&
      (ADDRESS.test(piece) || /^[\p{L}\p{M} .'’-]+,\s*[\p{L}\p{M} .'’-]+$/u.test(piece)) &&
      piece.length < 90
    )
      location = piece;
    else if (!rest.includes(line)) rest.push(line);
  }
  const contact: Contact = {
    ...(name ? { name } : {}),
    ...(headline ? { headline } : {}),
    ...(email ? { email } : {}),
    ...(phone ? { phone } : {}),
    ...(location ? { location } : {}),
    links: linksOf(head, links, email),
  };
  return { contact, rest, used };
}

/** No line with ways to reach somebody is longer. */
const LONGEST = 500;

const EMAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/u;
const URL_TEXT =
  /(?:https?:\/\/|www\.)[^\s|,;<>()•]+|(?<![@\p{L}\p{N}.])(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|me|de|fr|es|pt|br|it|pl|ru|gr|tr|il|in|cn|jp|kr|vn|uk|eu|ca|au|ng|example)(?:\/[^\s|,;<>()•]*)?(?![\p{L}\p{N}@])/giu;
const PHONE = /(?:\+|00)?\(?\+?\d[\d\s().\-–/]{6,20}\d/gu;
const LABEL = /^[\p{L}\p{M}][\p{L}\p{M} ./-]{0,24}[:：]\s*/u;
const ADDRESS_LABEL =
  /address|adresse|anschrift|wohnort|direccion|endereco|indirizzo|adres|адрес|город|διευθυνση|sehir|כתובת|עיר|العنوان|المدينة|पता|地址|所在地|住所|現住所|주소|dia chi|location|city|ort|ville|ciudad|citta|domicilio/;
const NO_CONTENT =
  /^(?:e-?mail|mail|phone|tel|telefon|telephone|mobile|mobil|address|linkedin|github|website|web|portfolio|cv|curriculum vitae|resume|lebenslauf|contact|t|e|m|p|a|f)\.?$/;
const ADDRESS =
  /\d{1,5}[a-z]?\s+\p{L}+|\p{L}+\s+\d{1,4}[a-z]?(?:,|$)|\b\d{5}\b|\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b|〒|[市区町村路号号동로]\s*\d/iu;

function firstMatch(lines: readonly Line[], pattern: RegExp, used: Set<Line>): string | undefined {
  for (const line of lines) {
    const match = pattern.exec(line.text.replace(/\s*\t\s*/g, " "));
    if (match) {
      used.add(line);
      return match[0].replace(/^mailto:/i, "");
    }
  }
  return undefined;
}

function phoneOf(lines: readonly Line[], used: Set<Line>): string | undefined {
  for (const line of lines) {
    if (/https?:/.test(line.text) && !/[|•·\t]/.test(line.text)) continue;
    for (const [match] of line.text.replace(URL_TEXT, " ").matchAll(PHONE)) {
      const digits = match.replace(/\D/g, "");
      const years = match.match(/(?:19|20)\d{2}/g)?.length ?? 0;
      if (
        digits.length < 7 ||
        digits.length > 15 ||
        (years >= 2 && findDates(match)) ||
        /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$/.test(match.trim())
      )
        continue;
      if (
        /^\d{1,2}[./]\d{1,2}[./]\d{4}$/.test(match.trim()) ||
        /^(?:19|20)\d{2}\b.*\b(?:19|20)\d{2}$/.test(match.trim())
      )
        continue;
      used.add(line);
      return match.trim().replace(/[.\s–-]+$/u, "");
    }
  }
  return undefined;
}

const NAME_LABEL =
  /^(?:full name|name|nom|nome|nombre|imie i nazwisko|фио|имя|ονομα|ονοματεπωνυμο|ad soyad|adi soyadi|שם|الاسم|नाम|姓名|氏名|名前|이름|성명|ho (?:va )?ten)\s*[:：\t]\s*(.+)$/;

/** A labelled name, or else the largest text of the document, or else the first line that is no way to reach somebody. */
function nameOf(head: readonly Line[], all: readonly Line[], used: Set<Line>): string | undefined {
  for (const line of head) {
    for (const piece of line.text.split(/\t(?!.*[:：]\t)|\s[|•]\s/)) {
      const folded = NAME_LABEL.exec(fold(piece)) ?? NAME_LABEL.exec(fold(line.text));
      if (folded?.[1]) return line.text.slice(line.text.length - folded[1].length).split("\t")[0];
    }
  }
  const sized = all.filter((line) => line.size > 0);
  const body = median(sized.map(({ size }) => size));
  const large = [...sized].sort((a, b) => b.size - a.size).find((line) => couldBeName(line.cells[0] ?? ""));
  const marked = all.find(({ heading, cells }) => heading && couldBeName(cells[0] ?? ""));
  const line =
    large && large.size > body * 1.25
      ? large
      : (marked ?? head.find(({ cells }) => couldBeName(nameIn(cells[0] ?? ""))));
  if (!line) return undefined;
  used.add(line);
  return nameIn(line.cells[0] ?? "");
}

/** What stands before a separator, a comma and post-nominals, or a title in brackets. */
function nameIn(text: string): string {
  return (text.split(/\s+[|•·–—]\s+|\s*[|｜]\s*|\s{3,}|\s-\s/u)[0] ?? "")
    .replace(/^(?:curriculum vitae|cv|resume|lebenslauf)\s*(?:of|de|von|[-–:])\s*/iu, "")
    .trim();
}

function couldBeName(text: string): boolean {
  const bare = nameIn(text);
  if (
    isPlace(bare) ||
    bare.length < 2 ||
    bare.length > 60 ||
    /[\d@:/]/.test(bare) ||
    headingOf(bare) ||
    NO_CONTENT.test(fold(bare))
  )
    return false;
  if (bare.split(/\s+/).length > 3 && /(?<!\b(?:jr|sr|ph\.?d|m\.?d|esq))\.$/i.test(bare)) return false;
  return bare.split(/\s+/).length <= 6 && !/[!?;]$/.test(bare) && /^[\p{L}\p{M}\s.,'’()·-]+$/u.test(bare);
}

function sameName(a: string, b: string | undefined): boolean {
  return b !== undefined && (fold(a) === fold(b) || fold(nameIn(a)) === fold(b));
}

/** A contact line without what was recognised by its form: every number like a telephone's, or only this one. */
export function piecesOf(text: string, phone?: string): string[] {
  const isPhone = (digits: string) => (phone === undefined ? digits.length >= 7 : digits === phone.replace(/\D/g, ""));
  return text
    .replace(new RegExp(EMAIL, "gu"), "\t")
    .replace(URL_TEXT, "\t")
    .replace(PHONE, (match) => (isPhone(match.replace(/\D/g, "")) ? "\t" : match))
    .replace(
      /(?<![\p{L}])(?:e-?mail|mail|phone|tel|telefon|telephone|téléphone|mobile|mobil|handy|linkedin|github|website)\s*[:.]?\s*(?=\t|$)/giu,
      "\t",
    )
    .split(/\t|\s+[|•·∙–—]\s+|\s*[|｜]\s*|\s{2,}/u)
    .map((piece) => piece.trim())
    .filter((piece) => /[\p{L}\p{N}]{2}|[\p{L}\p{N}]$/u.test(piece) && !/^[\p{L}.-]{1,12}[:：]$/u.test(piece));
}

function linksOf(head: readonly Line[], links: Lines["links"], email: string | undefined): WebLink[] {
  const urls = new Map<string, WebLink>();
  // A second address of the person is a link, as in the Markdown.
  const more = head
    .flatMap(({ text }) => text.match(new RegExp(EMAIL, "gu")) ?? [])
    .filter((other) => other.toLowerCase() !== email?.toLowerCase());
  for (const other of more) urls.set(other.toLowerCase(), { url: `mailto:${other}` });
  const written = head.flatMap(({ text }) =>
    [...text.replace(new RegExp(EMAIL, "gu"), " ").matchAll(URL_TEXT)].map(([url]) => url),
  );
  const behind = links.filter(({ url }) => PROFILE.test(url)).map(({ url }) => url);
  for (const found of [...written, ...behind]) {
    const url = (/^https?:/i.test(found) ? found : `https://${found}`).replace(/[.,;)]+$/, "").replace(/\/$/, "");
    const key = url.replace(/^https?:\/\/(?:www\.)?/i, "").toLowerCase();
    if (!URL.canParse(url) || (email && key === email.split("@")[1])) continue;
    if (!urls.has(key)) urls.set(key, { url });
  }
  return [...urls.values()].slice(0, 20);
}

/** Links behind words elsewhere in the text are sources and employers; these are the person's own. */
const PROFILE =
  /^https?:\/\/(?:[a-z]{2,3}\.)?(?:www\.)?(?:linkedin\.com\/in|github\.com|gitlab\.com|behance\.net|orcid\.org|xing\.com\/profile)/i;

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
