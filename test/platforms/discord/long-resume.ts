import type { Employment, ResumeDocument } from "#src/documents/resume-document.ts";

const MONTHS_IN_A_JOB = 24;

/** Lines that are all different, so that one that is lost or moved is seen. */
export function linesAbout(what: string, count: number): string[] {
  return Array.from(
    { length: count },
    (_, index) =>
      `Led ${what} number ${index + 1} from its first plan to the last invoice & kept *all* ${index + 3} suppliers of it on time`,
  );
}

/** Four pages of a site manager who leaves nothing out. */
export const longResume: ResumeDocument = {
  contact: {
    name: "Ines Ferreira",
    headline: "Site manager",
    email: "ines.ferreira@ferreira-sites.com",
    phone: "+351 21 555 0142",
    location: "Lisbon",
    links: [{ label: "Sites", url: "https://ferreira-sites.com/all_of-them" }],
  },
  summary: ["Site manager with sixteen years in housing and schools, looking for a larger site."],
  skills: [{ name: "Sites", skills: ["Scheduling", "Cost control", "Safety", "AutoCAD", "BIM"] }],
  experience: Array.from({ length: 8 }, (_, job) => jobOf(job)),
  education: [
    {
      school: "University of Porto",
      degree: "MSc",
      field: "Civil engineering",
      location: "Porto",
      dates: { start: { year: 2004 }, end: { year: 2009 } },
      bullets: ["Thesis on timber schools"],
    },
  ],
  projects: [],
  certifications: [{ name: "Safety coordinator", issuer: "ACT", date: { year: 2012 } }],
};

function jobOf(job: number): Employment {
  const year = 2024 - (job * MONTHS_IN_A_JOB) / 12;
  return {
    employer: `Construtora ${job + 1}`,
    location: "Lisbon",
    roles: [
      {
        title: "Site manager",
        dates: { start: { year, month: 1 }, end: job === 0 ? "present" : { year: year + 1, month: 12 } },
        bullets: linesAbout(`site ${job + 1}, building`, 14),
      },
    ],
  };
}
