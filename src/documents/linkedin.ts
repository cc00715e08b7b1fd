import { createTables, type Row } from "./linkedin-tables.ts";
import type {
  Certification,
  Contact,
  DateRange,
  Education,
  Employment,
  OtherLine,
  OtherSection,
  Project,
  ResumeDocument,
  Role,
  WebLink,
} from "./resume-document.ts";
import { parseDate, printDates } from "./resume-markdown-dates.ts";
import { tidyResume } from "./resume-tidy.ts";

export interface LinkedInReading {
  readonly document: ResumeDocument;
  /** Files of the export that are about the career but could not be read, and columns that are left out on purpose. */
  readonly unread: readonly string[];
}

/**
 * A member's own data export ("Get a copy of your data"), its CSV files by name, in whatever folder. LinkedIn documents
 * no columns; these are the ones of exports from 2018 on. Birth date, street address, messages and contacts are not read.
 */
export function readLinkedInExport(files: ReadonlyMap<string, string>): LinkedInReading {
  const tables = createTables(files);
  const [profile = {}] = tables.rows("Profile.csv");
  const summary = profile["Summary"] ?? tables.rows("Profile Summary.csv")[0]?.["Profile Summary"];
  const other = readOther(tables.rows);
  const skills = tables.rows("Skills.csv").flatMap(({ Name }) => Name ?? []);
  const document = tidyResume({
    contact: readContact(profile, tables.rows("Email Addresses.csv"), tables.rows("PhoneNumbers.csv")),
    summary: (summary ?? "").split(/\n\s*\n/),
    skills: [{ skills: [...new Map(skills.map((skill) => [skill.toLowerCase(), skill])).values()] }],
    experience: readPositions(tables.rows("Positions.csv")),
    education: tables.rows("Education.csv").map(readEducation),
    projects: tables.rows("Projects.csv").map(readProject),
    certifications: tables.rows("Certifications.csv").map(readCertification),
    ...(other.length > 0 ? { other } : {}),
  });
  return { document, unread: [...tables.broken(), ...leftOut(profile)] };
}

/** Whether these are the files of such an export: at least one that carries a career. */
export function isLinkedInExport(names: Iterable<string>): boolean {
  const known = /(?:^|[\\/])(?:Profile|Positions|Education|Skills)\.csv$/i;
  return [...names].some((name) => known.test(name));
}

function leftOut(profile: Row): string[] {
  const columns = ["Maiden Name", "Address", "Birth Date", "Zip Code", "Industry", "Instant Messengers"];
  return columns.filter((column) => profile[column]).map((column) => `Profile.csv: ${column}`);
}

function readContact(profile: Row, emails: readonly Row[], phones: readonly Row[]): Contact {
  const name = [profile["First Name"], profile["Last Name"]].filter(Boolean).join(" ");
  const email =
    emails.find((row) => isYes(row["Primary"])) ?? emails.find((row) => isYes(row["Confirmed"])) ?? emails[0];
  const phone = phones.find(({ Type }) => /mobile/i.test(Type ?? "")) ?? phones[0];
  const number = phone?.["Number"];
  const extension = phone?.["Extension"];
  return {
    ...some("name", name),
    ...some("headline", profile["Headline"]),
    ...some("email", email?.["Email Address"]),
    ...some("phone", number && extension ? `${number} ext. ${extension}` : number),
    ...some("location", profile["Geo Location"]),
    links: [...websites(profile["Websites"]), ...handles(profile["Twitter Handles"])],
  };
}

/** "[COMPANY:https://a.example,PORTFOLIO:b.example]" */
function websites(text = ""): WebLink[] {
  const items = text.replace(/^\[|\]$/g, "").split(/,(?=\s*[A-Z_]+:)/);
  return items.flatMap((item): WebLink[] => {
    const [, kind = "", url = ""] = /^\s*(?:([A-Z_]+):)?(?!\/\/)(.+?)\s*$/.exec(item) ?? [];
    if (!url) return [];
    const label = kind && !/^(?:OTHER|PERSONAL)$/.test(kind) ? kind.charAt(0) + kind.slice(1).toLowerCase() : "";
    return [{ url, ...some("label", label.replace(/_/g, " ")) }];
  });
}

function handles(text = ""): WebLink[] {
  const names = text.replace(/^\[|\]$/g, "").split(/[,\s]+/);
  return names
    .filter((name) => /^@?\w{1,15}$/.test(name))
    .map((name) => ({ label: "X", url: `https://x.com/${name.replace("@", "")}` }));
}

/** Neighbouring positions at one company in one place are roles of one employment, as LinkedIn shows them. */
function readPositions(rows: readonly Row[]): Employment[] {
  const jobs: { employer: string; location?: string; roles: Role[] }[] = [];
  for (const row of rows) {
    const employer = row["Company Name"] ?? "";
    const location = row["Location"];
    const dates = span(row["Started On"], row["Finished On"], { open: true });
    const role = { title: row["Title"] ?? "", ...dates, bullets: bulletsIn(row["Description"]) };
    const above = jobs.at(-1);
    const goesOn = above && above.employer.toLowerCase() === employer.toLowerCase() && employer;
    if (above && goesOn && (!location || !above.location || above.location === location)) {
      above.roles.push(role);
      if (location) above.location = location;
    } else jobs.push({ employer, ...some("location", location), roles: [role] });
  }
  return jobs;
}

function readEducation(row: Row): Education {
  const activities = row["Activities"];
  return {
    school: row["School Name"] ?? "",
    ...some("degree", row["Degree Name"]),
    ...some("field", row["Field Of Study"]),
    ...span(row["Start Date"], row["End Date"]),
    bullets: [...bulletsIn(row["Notes"]), ...(activities ? [`Activities: ${activities}`] : [])],
  };
}

function readProject(row: Row): Project {
  const dates = span(row["Started On"], row["Finished On"], { open: true });
  return { name: row["Title"] ?? "", ...some("url", row["Url"]), ...dates, bullets: bulletsIn(row["Description"]) };
}

function readCertification(row: Row): Certification {
  const licence = row["License Number"];
  const name = row["Name"] ?? "";
  const date = parseDate(row["Started On"] ?? "");
  return {
    name: licence ? `${name} (licence ${licence})` : name,
    ...some("issuer", row["Authority"]),
    ...(date ? { date } : {}),
    ...some("url", row["Url"]),
  };
}

function readOther(rows: (name: string) => readonly Row[]): OtherSection[] {
  const sections: readonly OtherSection[] = [
    {
      title: "Languages",
      lines: rows("Languages.csv").flatMap((row) => bullet(withNote(row["Name"], row["Proficiency"]))),
    },
    { title: "Volunteering", lines: rows("Volunteering.csv").flatMap(volunteering) },
    { title: "Honors", lines: rows("Honors.csv").flatMap((row) => entry(row, ["Title", "Issued On"])) },
    {
      title: "Publications",
      lines: rows("Publications.csv").flatMap((row) => entry(row, ["Name", "Publisher", "Published On", "Url"])),
    },
    {
      title: "Patents",
      lines: rows("Patents.csv").flatMap((row) => entry(row, ["Title", "Application Number", "Issued On", "Url"])),
    },
    { title: "Courses", lines: rows("Courses.csv").flatMap((row) => bullet(withNote(row["Name"], row["Number"]))) },
    { title: "Organizations", lines: rows("Organizations.csv").flatMap((row) => entry(row, ["Name", "Position"])) },
    {
      title: "Test scores",
      lines: rows("Test Scores.csv").flatMap((row) => entry(row, ["Name", "Score", "Taken On"])),
    },
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}

function volunteering(row: Row): OtherLine[] {
  const { dates } = span(row["Started On"], row["Finished On"], { open: true });
  const facts = [row["Company Name"], row["Role"], row["Cause"], dates && printDates(dates)].filter(Boolean);
  const texts = bulletsIn(row["Description"]).map((text) => ({ kind: "bullet", text }) as const);
  return [{ kind: "heading", text: facts.join(", ") }, ...texts];
}

function entry(row: Row, columns: readonly string[]): OtherLine[] {
  const facts = columns.flatMap((column) => row[column] ?? []).join(", ");
  return [...bullet(facts), ...bulletsIn(row["Description"]).map((text) => ({ kind: "paragraph", text }) as const)];
}

function bullet(text: string): OtherLine[] {
  return text ? [{ kind: "bullet", text }] : [];
}

function withNote(text = "", note = ""): string {
  return note ? `${text} (${note})` : text;
}

/** A description is plain text: a bullet per line, with or without a mark, or dots within one line. */
function bulletsIn(text = ""): string[] {
  const lines = text.split(/\n+|(?<=\S)\s+(?=[•●▪‣]\s)/);
  return lines.map((line) => line.replace(/^\s*[-–—*•●▪‣·]\s+|^\s*[•●▪‣]/, "").trim()).filter(Boolean);
}

/** With `open`, a start without an end lasts until now, as LinkedIn shows it. */
function span(from = "", to = "", { open = false } = {}): { dates?: DateRange } {
  const start = parseDate(from);
  const end = parseDate(to) ?? (open && start && !to ? "present" : undefined);
  if (!start && !end) return {};
  return { dates: { ...(start ? { start } : {}), ...(end ? { end } : {}) } };
}

function isYes(text = ""): boolean {
  return /^(?:yes|true|1)$/i.test(text);
}

function some<Key extends string>(key: Key, value: string | undefined): { [K in Key]?: string } {
  return (value ? { [key]: value } : {}) as { [K in Key]?: string };
}
