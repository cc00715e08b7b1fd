import type { Database } from "#src/db/client.ts";
import { UserError } from "#src/words/errors.ts";
import { CONSENT_VERSION, currentConsent } from "../consent.ts";
import { officialInsight } from "../insights/official.ts";
import { industryOf } from "./industries.ts";

export interface Profile {
  readonly name: string | null;
  readonly industry: string | null;
  readonly experience: number | null;
  readonly skills: readonly string[];
  readonly bio: string | null;
  readonly targetRole: string | null;
  readonly country: string | null;
  /** null: not asked yet. */
  readonly aiConsent: boolean | null;
}

export interface ProfileChanges {
  readonly experience?: number | null;
  /** As typed: separated by commas, semicolons or lines. */
  readonly skills?: string;
  readonly bio?: string | null;
  readonly targetRole?: string | null;
  readonly country?: string | null;
}

export interface Profiles {
  get(userId: string): Promise<Profile>;
  /** UserErrors: skills-too-many, skill-too-long. */
  save(userId: string, changes: ProfileChanges): Promise<void>;
  /** Sets the industry by its key. UserError "industry-unknown". */
  specialise(userId: string, key: string): Promise<void>;
  /** Whether what is personal may go to a hosted model. */
  consent(userId: string, given: boolean): Promise<void>;
}

const MAX_SKILLS = 30;
const MAX_SKILL_LENGTH = 60;

export function createProfiles(db: Database, clock: () => Date): Profiles {
  const select = {
    name: true,
    industry: true,
    experience: true,
    skills: true,
    bio: true,
    targetRole: true,
    country: true,
    aiConsent: true,
    aiConsentVersion: true,
  } as const;

  // User.industry points at an IndustryInsight row. The first person of an industry makes it, from official figures and
  // due at once, so that a refresh improves it.
  async function ensureInsight(key: string, industryId: string): Promise<void> {
    const now = clock();
    await db.industryInsight.createMany({
      data: [{ industry: key, ...officialInsight(industryId), lastUpdated: now, nextUpdate: now }],
      skipDuplicates: true,
    });
  }

  return {
    async get(userId) {
      const { aiConsentVersion, ...profile } = await db.user.findUniqueOrThrow({ where: { id: userId }, select });
      return { ...profile, aiConsent: currentConsent({ aiConsent: profile.aiConsent, aiConsentVersion }) };
    },

    async save(userId, { skills, ...rest }) {
      const list = skills === undefined ? undefined : readSkills(skills);
      await db.user.update({ where: { id: userId }, data: { ...rest, ...(list && { skills: list }) } });
    },

    async specialise(userId, key) {
      const found = industryOf(key);
      if (!found) throw new UserError("industry-unknown", { typed: key });
      await ensureInsight(key, found.industry.id);
      await db.user.update({ where: { id: userId }, data: { industry: key } });
    },

    async consent(userId, given) {
      const data = { aiConsent: given, aiConsentAt: clock(), aiConsentVersion: CONSENT_VERSION };
      await db.user.update({ where: { id: userId }, data });
    },
  };
}

function readSkills(typed: string): string[] {
  const skills = new Map<string, string>();
  for (const part of typed.split(/[,;\n]/)) {
    const skill = part.trim().replaceAll(/\s+/g, " ");
    if ([...skill].length > MAX_SKILL_LENGTH) throw new UserError("skill-too-long", { skill, max: MAX_SKILL_LENGTH });
    if (skill && !skills.has(skill.toLowerCase())) skills.set(skill.toLowerCase(), skill);
  }
  if (skills.size > MAX_SKILLS) throw new UserError("skills-too-many", { count: skills.size, max: MAX_SKILLS });
  return [...skills.values()];
}
