import { validate } from "@jsonresume/schema";
import { createFields, type Fields, isObject, type JsonObject } from "./json-resume-fields.ts";
import { readOtherSections } from "./json-resume-other.ts";
import {
  type Certification,
  type Contact,
  type DateRange,
  type Education,
  type Employment,
  type Project,
  RESUME_SECTIONS,
  type ResumeDocument,
  type ResumeSection,
  type Role,
  type SkillGroup,
  type WebLink,
} from "./resume-document.ts";
import { parseDate } from "./resume-markdown-dates.ts";
import { tidyResume } from "./resume-tidy.ts";

export interface JsonResumeReading {
  readonly document: ResumeDocument;
  /** Fields with something in them that a resume here has no place for: "work[0].url". */
  readonly unread: readonly string[];
  /** What the official schema says against it: "work[0].startDate does not match pattern ...". It is read all the same. */
  readonly problems: readonly string[];
}

/** Undefined for a text that is no JSON object. Whatever is in it, wrong kinds of values are passed over. */
export function parseJsonResume(json: string): JsonResumeReading | undefined {
  const root = parseObject(json.replace(/^\uFEFF/, ""));
  if (!root) return undefined;
  const fields = createFields();
  const basics = fields.object(root, "basics");
  const other = readOtherSections(fields, root);
  const document = tidyResume({
    contact: readContact(fields, basics),
    summary: paragraphs(fields.text(basics, "summary")),
    skills: fields.objects(root, "skills").map((skill) => readSkillGroup(fields, skill)),
    experience: readWork(fields, fields.objects(root, "work")),
    education: fields.objects(root, "education").map((school) => readEducation(fields, school)),
    projects: fields.objects(root, "projects").map((project) => readProject(fields, project)),
    certifications: fields.objects(root, "certificates").map((certificate) => readCertificate(fields, certificate)),
    ...(other.length > 0 ? { other } : {}),
    order: readOrder(fields, root),
  });
  fields.take(root, "$schema");
  return { document, unread: fields.unread(root), problems: schemaProblems(root) };
}

/** Where a resume departs from the official schema; empty for a valid one. */
export function schemaProblems(resume: unknown): string[] {
  const problems: string[] = [];
  validate(resume, (found) => {
    for (const { property, message } of found ?? [])
      problems.push(`${property.replace(/^instance\.?/, "")} ${message}`.trim());
  });
  return problems;
}

function readOrder(fields: Fields, root: JsonObject): ResumeSection[] {
  const names = fields.texts(fields.object(root, "meta"), "sectionOrder");
  return names.flatMap((name) => RESUME_SECTIONS.find((section) => section === name) ?? []);
}

function parseObject(json: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) ? value : undefined;
  } catch (error) {
    // A RangeError is a text nested too deep.
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

function readContact(fields: Fields, basics: JsonObject): Contact {
  const place = fields.object(basics, "location");
  const location = ["address", "city", "region", "postalCode", "countryCode"].flatMap(
    (key) => fields.text(place, key) ?? [],
  );
  const profiles = fields.objects(basics, "profiles").flatMap((profile): WebLink[] => {
    const [network, username, url] = ["network", "username", "url"].map((key) => fields.text(profile, key));
    const label = network ?? username;
    return url ? [{ url, ...(label ? { label } : {}) }] : [];
  });
  const url = fields.text(basics, "url");
  const own = url && !profiles.some((link) => link.url === url) ? [{ url }] : [];
  return {
    ...some("name", fields.text(basics, "name")),
    ...some("headline", fields.text(basics, "label")),
    ...some("email", fields.text(basics, "email") ?? fields.text(basics, "emailAsWritten")),
    ...some("phone", fields.text(basics, "phone")),
    ...some("location", location.join(", ")),
    links: [...own, ...profiles],
  };
}

/** A skill without keywords is a skill itself, not a heading of none. */
function readSkillGroup(fields: Fields, skill: JsonObject): SkillGroup {
  const name = fields.text(skill, "name");
  const skills = fields.texts(skill, "keywords");
  if (name && !Array.isArray(fields.take(skill, "keywords"))) return { skills: [name] };
  return { ...some("name", name), skills };
}

function readWork(fields: Fields, entries: readonly JsonObject[]): Employment[] {
  const jobs: { employer: string; location?: string; roles: Role[] }[] = [];
  for (const entry of entries) {
    const employer = fields.text(entry, "name") ?? fields.text(entry, "company") ?? "";
    const location = fields.text(entry, "location");
    const roles = readRoles(fields, entry);
    const above = jobs.at(-1);
    const goesOn =
      above?.employer === employer && above.location === location && fields.take(entry, "separate") !== true;
    if (above && goesOn) above.roles.push(...roles);
    else jobs.push({ employer, ...some("location", location), roles });
  }
  return jobs;
}

function readRoles(fields: Fields, entry: JsonObject): Role[] {
  const title = fields.text(entry, "position");
  const dates = readSpan(fields, entry);
  const texts = ["description", "summary"].flatMap((key) => paragraphs(fields.text(entry, key)));
  const bullets = [...texts, ...fields.texts(entry, "highlights")];
  const says = "position" in entry || dates.dates || bullets.length > 0;
  return says ? [{ title: title ?? "", ...dates, bullets }] : [];
}

function readEducation(fields: Fields, entry: JsonObject): Education {
  const score = fields.text(entry, "score") ?? fields.text(entry, "gpa");
  const courses = fields.texts(entry, "courses");
  return {
    school: fields.text(entry, "institution") ?? "",
    ...some("degree", fields.text(entry, "studyType")),
    ...some("field", fields.text(entry, "area")),
    ...some("location", fields.text(entry, "location")),
    ...readSpan(fields, entry),
    bullets: [
      ...(score ? [`Score: ${score}`] : []),
      ...(courses.length > 0 ? [`Courses: ${courses.join("; ")}`] : []),
      ...fields.texts(entry, "highlights"),
    ],
  };
}

function readProject(fields: Fields, entry: JsonObject): Project {
  const keywords = fields.texts(entry, "keywords");
  return {
    name: fields.text(entry, "name") ?? "",
    ...some("url", fields.text(entry, "url")),
    ...readSpan(fields, entry),
    bullets: [
      ...paragraphs(fields.text(entry, "description")),
      ...fields.texts(entry, "highlights"),
      ...(keywords.length > 0 ? [`Keywords: ${keywords.join(", ")}`] : []),
    ],
  };
}

function readCertificate(fields: Fields, entry: JsonObject): Certification {
  const date = parseDate(fields.text(entry, "date") ?? "");
  return {
    name: fields.text(entry, "name") ?? "",
    ...some("issuer", fields.text(entry, "issuer")),
    ...(date ? { date } : {}),
    ...some("url", fields.text(entry, "url")),
  };
}

/** An absent end means "until now" in this format, unless `ongoing` says otherwise. */
function readSpan(fields: Fields, entry: JsonObject): { dates?: DateRange } {
  const start = parseDate(fields.text(entry, "startDate") ?? "");
  const written = fields.text(entry, "endDate") ?? "";
  const end = parseDate(written) ?? (/^(?:present|now|current)$/i.test(written) ? "present" : undefined);
  const ongoing = fields.take(entry, "ongoing");
  const open = !end && !written && (ongoing === true || (start && ongoing !== false)) ? "present" : end;
  if (!start && !open) return {};
  return { dates: { ...(start ? { start } : {}), ...(open ? { end: open } : {}) } };
}

function paragraphs(text: string | undefined): string[] {
  return (text ?? "").split(/\n\s*\n/).filter((paragraph) => paragraph.trim());
}

function some<Key extends string>(key: Key, value: string | undefined): { [K in Key]?: string } {
  return (value ? { [key]: value } : {}) as { [K in Key]?: string };
}
