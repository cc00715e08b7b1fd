import type { Certification, Education } from "#src/documents/resume-document.ts";
import { isForeign } from "../resume/score/language.ts";
import { fillersIn } from "../resume/score/wording.ts";
import { article, listed } from "./english.ts";
import { sentencesOf } from "./sentences.ts";

/** The first sentence that says who somebody is, as they say it: "I am a nurse with nine years in ...". */
export function whoIs(summary: readonly string[]): string | undefined {
  for (const sentence of summary.flatMap(sentencesOf)) {
    const text = sentence.replace(/[.\s]+$/, "");
    const words = text.split(" ").length;
    if (words < 4 || words > 32 || isForeign(text) || fillersIn(text).length > 0 || /[[\]{}<>|@:]|https?:/.test(text))
      continue;
    if (/^I(?: am|['’]m|['’]ve| have| \p{Ll}+) /u.test(text)) return text;
    const head =
      /^(?:an? )?((?:[\p{L}\p{N}'’&/-]+ ){0,4}?[\p{L}/-]+?(?:er|or|ist|ian|ant|ent|nurse|chef|cook|clerk|analyst|tutor|guide|driver|man|woman|midwife|graduate|electrician|aide|pilot|architect|barista|host|mate|lead|head|apprentice|teammate|paralegal|executive|representative|specialist)) (?:who|with|for|of|in|at|from|working|specialising|specializing|on|focused)\b/iu.exec(
        text,
      );
    if (!head?.[1] || /^(?:seeking|looking|after|over|with|my|our|the|in)\b/i.test(text)) continue;
    const bare = text.replace(/^an? /i, "");
    const [first = "", ...rest] = bare.split(" ");
    const start = /^\p{Lu}\p{Ll}+[,]?$/u.test(first) ? first.charAt(0).toLowerCase() + first.slice(1) : first;
    return `I am ${article(start)} ${[start, ...rest].join(" ")}`;
  }
  return undefined;
}

/** "I hold a BSc in Nursing from the University of Leeds"; undefined where nothing can be said. */
export function studied(education: Education, today: Date): string | undefined {
  const { school, dates } = education;
  const from = /^(?:University|College|Institute|School|Academy) of /.test(school) ? `the ${school}` : school;
  const [name = "", part = ""] = (education.degree ?? "").split(/,\s+/, 2);
  const field = education.field ?? part;
  const goesOn = dates?.end === "present" || (dates?.end !== undefined && dates.end.year > today.getUTCFullYear());
  if (!DEGREE.test(name)) {
    const what = [name, field].filter((text) => text !== "").join(", ");
    if (school === "") return undefined;
    return `my education ${goesOn ? "includes" : "included"} ${what === "" ? from : `${what} at ${from}`}`;
  }
  const degree = field === "" || / in /.test(name) ? name : `${name} in ${field}`;
  const at = school === "" ? "" : goesOn ? ` at ${from}` : ` from ${from}`;
  if (goesOn) return `I am working towards ${article(degree)} ${degree}${at}`;
  if (/^apprentice/i.test(name)) {
    const trade = field === "" ? "" : ` (${field})`;
    return `I completed an apprenticeship${trade}${school === "" ? "" : ` at ${from}`}`;
  }
  return `I hold ${article(degree)} ${degree}${at}`;
}

export function isSchool({ degree = "" }: Education): boolean {
  return /high school|secondary|GCSE|A[- ]?levels?|GED|leaving cert/i.test(degree);
}

export function isLicence(name: string): boolean {
  return /licen[cs]e|registration|permit|registered|endorsement/i.test(name);
}

/** "NMC Registration and COREN Registration (2020)" */
export function credentials(certifications: readonly Certification[]): string {
  return listed(certifications.map(({ name }) => name.replace(/\s+/g, " ").replace(/[.;]+$/, "")));
}

const DEGREE =
  /^(?:[BM]\.?\s?(?:A|Sc|S|Ed|Eng|Com|BA|Tech|Arch|Phil|Res|F\.?A|N|S\.?W|P\.?H|L)\b\.?|BBA|BSN|MSN|BEng|MEng|BCom|MBA|MSW|MPH|LL[BM]|Ph\.?\s?D|MD|JD|DVM|DPT|PharmD|Ed\.?D|A\.?A\.?S?\b|A\.?S\b|HND|HNC|PGCE|Bachelor|Master|Doctor|Associate|Diploma|Advanced Diploma|Graduate|Postgraduate|Certificate|High School Diploma|Apprenticeship|Foundation Degree|National Diploma|GED)/i;
