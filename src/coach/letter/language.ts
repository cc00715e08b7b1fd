import type { ResumeDocument } from "#src/documents/resume-document.ts";
import { isEnglish } from "../resume/score/language.ts";

/** Whether the sentences of a resume are English; one without sentences is, if its titles and skills are in Latin letters. */
export function isEnglishResume({ summary, experience, education, projects, skills }: ResumeDocument): boolean {
  const roles = experience.flatMap((employment) => employment.roles);
  const lines = [
    ...summary,
    ...roles.flatMap(({ title, bullets }) => [title, ...bullets]),
    ...education.flatMap(({ degree = "", field = "", bullets }) => [degree, field, ...bullets]),
    ...projects.flatMap(({ bullets }) => bullets),
    ...skills.flatMap((group) => group.skills),
  ];
  return isEnglish(lines);
}
