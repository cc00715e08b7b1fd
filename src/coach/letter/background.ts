import { listed } from "./english.ts";
import type { Shown } from "./evidence.ts";
import type { Material } from "./material.ts";
import type { Opening } from "./opening.ts";
import { askedSkills, type Parts } from "./parts.ts";
import { credentials, isLicence, isSchool, studied } from "./self.ts";
import * as say from "./set-phrases.ts";

/** Skills that were asked for and not shown yet, education and credentials; in one order or the other. */
export function background(
  { document, applying, material, pick }: Parts,
  shown: readonly Shown[],
  opening: Opening,
): string[][] {
  const asked = askedSkills(material, shown).filter((skill) => !opening.skillsSaid.includes(skill));
  const some = asked.slice(0, opening.skillsSaid.length > 0 ? 3 : 5).map(({ text }) => text);
  const skills =
    some.length > 0
      ? [say.offering(listed(some), { count: some.length, more: opening.skillsSaid.length > 0 }, pick)]
      : fewSkills(material, shown, opening);
  const [education] = document.education;
  const counts = education && !opening.degreeSaid && !(isSchool(education) && material.positions.length > 1);
  const degree = counts ? studied(education, applying.today) : undefined;
  const certified = document.certifications.filter(({ name }) => !/[[\]{}<>|]/.test(name)).slice(0, 3);
  const held =
    certified.length > 0
      ? [
          say.holding(
            credentials(certified),
            certified.every(({ name }) => isLicence(name)),
            pick,
          ),
        ]
      : [];
  const learnt = [...(degree ? [degree] : []), ...held];
  return [pick([0, 1]) === 0 ? [...skills, ...learnt] : [...learnt, ...skills]];
}

/** For an ad that names nothing that the resume has: what the person can do, without a word of it being asked for. */
function fewSkills({ skills }: Material, shown: readonly Shown[], { skillsSaid }: Opening): string[] {
  const lines = shown.flatMap((one) => one.lines).length;
  if (skillsSaid.length > 0 || lines > 3 || skills.length === 0) return [];
  return [`my skills include ${listed(skills.slice(0, 4).map(({ text }) => text))}`];
}
