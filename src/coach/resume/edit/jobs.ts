import type { DateRange, Employment, ResumeDocument, Role } from "#src/documents/resume-document.ts";

/** A role with the employer at whom it was: what a person calls a job. */
export interface Job {
  readonly employer: string;
  readonly location?: string;
  readonly role: Role;
}

export function jobsOf({ experience }: ResumeDocument): Job[] {
  return experience.flatMap(({ roles, ...employer }) => shown(roles).map((role): Job => ({ ...employer, role })));
}

/**
 * Changes the job at this index; the employer's name and place change for all roles there. Without an index a new one is
 * put where its dates belong: beside the other roles of that employer, or before the first employer who is older.
 */
export function putJob(document: ResumeDocument, index: number | undefined, job: Job): ResumeDocument {
  const { experience } = document;
  if (index !== undefined) {
    const at = placeOf(experience, index);
    return {
      ...document,
      experience: experience.with(at.employment, changed(experience[at.employment], at.role, job)),
    };
  }
  const same = experience.findIndex(({ employer }) => employer.toLowerCase() === job.employer.toLowerCase());
  const there = experience[same];
  if (there) {
    const before = there.roles.findIndex((role) => isOlder(role.dates, job.role.dates));
    const roles = there.roles.toSpliced(before < 0 ? there.roles.length : before, 0, job.role);
    return { ...document, experience: experience.with(same, { ...there, roles }) };
  }
  const older = experience.findIndex(({ roles }) => roles.some(({ dates }) => isOlder(dates, job.role.dates)));
  const last = job.role.dates && experience.length > 0 && older < 0 && allDated(experience);
  const { role, ...employer } = job;
  const at = older >= 0 ? older : last ? experience.length : 0;
  return { ...document, experience: experience.toSpliced(at, 0, { ...employer, roles: [role] }) };
}

/** With its last role an employer goes too. */
export function removeJob(document: ResumeDocument, index: number): ResumeDocument {
  const { experience } = document;
  const at = placeOf(experience, index);
  const employment = experience[at.employment];
  if (!employment) return document;
  const roles = employment.roles.toSpliced(at.role, 1);
  const left = roles.length > 0 ? [{ ...employment, roles }] : [];
  return { ...document, experience: experience.toSpliced(at.employment, 1, ...left) };
}

/** Within its employer as far as that goes; the first or last role there takes the whole employer along. */
export function moveJob(document: ResumeDocument, index: number, by: -1 | 1): ResumeDocument {
  const { experience } = document;
  const at = placeOf(experience, index);
  const employment = experience[at.employment];
  if (!employment) return document;
  const within = at.role + by;
  const role = employment.roles[at.role];
  if (role && within >= 0 && within < employment.roles.length) {
    const roles = employment.roles.toSpliced(at.role, 1).toSpliced(within, 0, role);
    return { ...document, experience: experience.with(at.employment, { ...employment, roles }) };
  }
  const target = at.employment + by;
  if (target < 0 || target >= experience.length) return document;
  return { ...document, experience: experience.toSpliced(at.employment, 1).toSpliced(target, 0, employment) };
}

function placeOf(experience: readonly Employment[], index: number): { employment: number; role: number } {
  let left = index;
  for (const [employment, { roles }] of experience.entries()) {
    const { length } = shown(roles);
    if (left < length) return { employment, role: left };
    left -= length;
  }
  throw new RangeError("There is no such job");
}

function changed(employment: Employment | undefined, at: number, { role, ...employer }: Job): Employment {
  return { ...employer, roles: shown(employment?.roles ?? []).with(at, role) };
}

/** An employer without a role stands as a job without a title. */
function shown(roles: readonly Role[]): readonly Role[] {
  return roles.length > 0 ? roles : [{ title: "", bullets: [] }];
}

function allDated(experience: readonly Employment[]): boolean {
  return experience.every(({ roles }) => roles.every(({ dates }) => dates?.end || dates?.start));
}

/** Whether what has the first dates ended before what has the second. Unknown dates are never older. */
function isOlder(one: DateRange | undefined, other: DateRange | undefined): boolean {
  const [a, b] = [endOf(one), endOf(other)];
  return a !== undefined && b !== undefined && a < b;
}

function endOf(dates: DateRange | undefined): number | undefined {
  const end = dates?.end ?? dates?.start;
  if (end === undefined) return undefined;
  return end === "present" ? Number.POSITIVE_INFINITY : end.year * 12 + (end.month ?? 12);
}
