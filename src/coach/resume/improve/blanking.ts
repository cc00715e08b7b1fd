import type { Contact, ResumeDocument } from "#src/documents/resume-document.ts";

/** Hides what must not leave this machine, and finds it again. */
export interface Blanks {
  /** The same words get the same marks. Undefined for a text that has such marks of its own. */
  hide(text: string): string | undefined;
  /** Puts the words back; undefined for a text with a mark that stands for nothing. */
  restore(text: string): string | undefined;
}

/**
 * Blanks out a person's name and contact data, employers and schools, and whatever looks like an address or a phone
 * number: each becomes a mark such as [[1]], counted anew with every call.
 */
export function createBlanking(document: ResumeDocument): () => Blanks {
  const patterns = [...ADDRESSES, ...secretsOf(document).flatMap(patternsFor)];
  return () => {
    const hidden: string[] = [];
    const mark = (found: string) => {
      const known = hidden.indexOf(found);
      return `[[${known < 0 ? hidden.push(found) : known + 1}]]`;
    };
    return {
      // One after the other, the longest first: what is inside a mark is a number, which no pattern takes.
      hide: (text) =>
        MARKS.test(text) ? undefined : patterns.reduce((left, pattern) => left.replace(pattern, mark), text),
      restore(text) {
        const whole = text.replace(/\[\[(\d+)\]\]/g, (own, number) => hidden[Number(number) - 1] ?? own);
        return MARKS.test(whole) ? undefined : whole;
      },
    };
  };
}

const MARKS = /\[\[|\]\]/;

/** What looks like a mail or web address or a phone number. */
export const ADDRESSES: readonly RegExp[] = [
  /[^\s@<>()[\],;]+@[^\s@<>()[\],;]+\.[\p{L}\d-]+/gu,
  /\b(?:https?:\/\/|www\.)[^\s<>()[\]]*[^\s<>()[\].,;:!?]/gi,
  // A profile without its scheme, as in github.com/somebody.
  /\b[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}\/[^\s<>()[\],;]+/gi,
  // Nine digits or more, or seven after a plus: no year, sum or range of years has as many in one run.
  /\+\d(?:[\s()./-]{0,2}\d){6,}|(?<![\d.,])\(?\d(?:[\s()/-]{0,2}\d){8,}(?![\d.,]\d)/g,
];

/** The longest first, so that no part of a name is left. */
function secretsOf({ contact, experience, education }: ResumeDocument): string[] {
  const names = [...experience.map(({ employer }) => employer), ...education.map(({ school }) => school)];
  const secrets = [...contactTexts(contact), ...names.flatMap((name) => [name, withoutLegalForm(name)])];
  return [...new Set(secrets.map((secret) => secret.trim()))]
    .filter((secret) => secret.length > 1)
    .sort((a, b) => b.length - a.length);
}

function contactTexts({ name = "", email = "", phone = "", location = "", links }: Contact): string[] {
  // Particles such as "de" and "van" are words of many lines.
  const parts = name
    .split(/[\s,]+/)
    .filter((part) => part.length > 2 && !/^(?:von|van|der|den|del|dos|das|las|los|bin|ben)$/i.test(part));
  const places = location.split(",").map((place) => place.trim());
  return [name, ...parts, email, phone, location, ...places, ...links.map(({ url }) => url)];
}

function withoutLegalForm(name: string): string {
  const shorter = name.replace(
    /[\s,]+(?:Inc|LLC|LLP|Ltd|Limited|GmbH|AG|KG|OHG|SE|plc|Corp|Corporation|Co|Company|Group|S\.?A\.?S?|S\.?L|S\.?r\.?l|S\.?p\.?A|AB|AS|A\/S|Oyj?|B\.?V|N\.?V|Pty|e\.\s?V|& Co)\.?$/i,
    "",
  );
  return shorter === name ? name : withoutLegalForm(shorter);
}

/** As a whole word in any case; as it is spelt also with an ending, as many languages add one to names. */
function patternsFor(secret: string): RegExp[] {
  const escaped = secret.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  if (isDense(secret)) return [new RegExp(escaped, "gu")];
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, "giu");
  return secret.length < 5 ? [whole] : [whole, new RegExp(`(?<![\\p{L}\\p{N}])${escaped}`, "gu")];
}

/** Written without spaces between words. */
function isDense(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(text);
}
