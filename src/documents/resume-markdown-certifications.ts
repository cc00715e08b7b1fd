import type { Certification, DateRange, PartialDate } from "./resume-document.ts";
import { parseDates, takeDates } from "./resume-markdown-dates.ts";
import { withoutEmphasis } from "./resume-markdown-entries.ts";
import { joinBullets, type Line } from "./resume-markdown-lines.ts";
import { takeLink } from "./resume-markdown-link.ts";
import { plainText, splitSegments } from "./resume-markdown-text.ts";

/** One line each: "[Name](address) | Issuer | Mar 2021", or by hand "Name, Issuer (2021)". */
export function readCertifications(lines: readonly Line[]): Certification[] {
  return joinBullets(lines)
    .filter(({ kind }) => kind !== "unreadable")
    .map(({ raw }) => readCertification(raw));
}

export function readCertification(markdown: string): Certification {
  const linked = takeLink(markdown);
  const address = linked ? { url: linked.url } : {};
  const [first = "", ...others] = splitSegments(linked ? linked.rest : markdown);
  if (!linked && others.length === 0) return byHand(withoutEmphasis(first));
  const name = linked ? linked.label : plainText(withoutEmphasis(first));
  const behind = linked ? first.replace(/^[–—,-]\s+/, "") : "";
  const facts = (behind ? [behind, ...others] : others).map(withoutEmphasis);
  const dated = facts.map((fact) => ({ fact, date: dateOf(parseDates(fact)) }));
  const date = dated.findLast((fact) => fact.date)?.date;
  const issuer = dated.filter((fact) => !fact.date).map(({ fact }) => plainText(fact));
  return certification({ name, issuer: issuer.filter(Boolean).join(", "), date, ...address });
}

function byHand(markdown: string): Certification {
  const { rest, dates } = takeDates(markdown);
  const [, name = rest, issuer = ""] = /^(.+?)\s+[–—-]\s+(.+)$/.exec(rest) ?? /^(.+?[^\\]),\s+(.+)$/.exec(rest) ?? [];
  return certification({ name: plainText(name), issuer: plainText(issuer), date: dateOf(dates) });
}

function certification(found: {
  name: string;
  issuer: string;
  date: PartialDate | undefined;
  url?: string;
}): Certification {
  const { name, issuer, date, url } = found;
  return { name, ...(issuer ? { issuer } : {}), ...(date ? { date } : {}), ...(url ? { url } : {}) };
}

/** When it was given: the start of "2021 – 2024". */
function dateOf(dates: DateRange | undefined): PartialDate | undefined {
  if (dates?.start) return dates.start;
  return dates?.end === "present" ? undefined : dates?.end;
}
