import pg from "pg";
import { CONSENT_VERSION } from "#src/coach/consent.ts";
import { assess } from "#src/coach/resume/resumes.ts";
import { migrate } from "#src/db/migrate.ts";
import type { PostgresServer } from "#test/house/postgres-server.ts";

/** The number of the first person; people are numbered one after the other. Seven digits, so that ids have one length. */
export const FIRST = 1_000_001;

/**
 * A database with this many people, each with an account on Discord, a resume, two letters, two results, a finished quiz with five answers and a quiz that
 * is open at its first question. Person 1000001 is user "u1000001" with the open quiz "s1000001".
 */
export async function createDatabase(server: PostgresServer, name: string, people: number): Promise<string> {
  await query(server.url, `CREATE DATABASE "${name}"`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  await migrate(url.href);
  for (const statement of statements)
    await query(
      url.href,
      statement.replaceAll(":first", String(FIRST)).replaceAll(":last", String(FIRST + people - 1)),
    );
  return url.href;
}

export async function query(url: string, sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

const RESUME = `# Person

## Experience

### Acme

#### Analyst

2020 – Present

${"- Cut the time of the monthly report from five days to one for 40 branches\n".repeat(20)}`;

const question = (session: string, position: string) =>
  `${session}, ${position}, 'Which structure does a program keep its calls in, number ' || n || '?',
   ARRAY['A queue', 'A stack', 'A heap', 'A ring buffer'], 1,
   'A stack gives back first what came last, so the newest call is finished before the older ones.',
   'Programming Fundamentals', 'Technical', 'easy', 'bank', md5(n || '-' || p), now()`;

const statements = [
  `INSERT INTO "IndustryInsight" ("id", "industry", "salaryRanges", "growthRate", "demandLevel", "topSkills", "marketOutlook", "keyTrends", "recommendedSkills", "nextUpdate")
   VALUES ('i1', 'tech-software-development', '{}', 1, 'High', '{}', 'Positive', '{}', '{}', now()) ON CONFLICT DO NOTHING`,
  `INSERT INTO "User" ("id", "name", "industry", "updatedAt", "skills", "experience", "aiConsent", "aiConsentVersion")
   SELECT 'u' || n, 'Person ' || n, 'tech-software-development', now(), ARRAY['TypeScript', 'SQL'], 5, true, ${CONSENT_VERSION} FROM generate_series(:first, :last) n`,
  `INSERT INTO "ChatAccount" ("platform", "workspaceId", "platformUserId", "userId")
   SELECT 'discord', '', '30000000000' || n, 'u' || n FROM generate_series(:first, :last) n`,
  `INSERT INTO "Assessment" ("id", "userId", "quizScore", "questions", "category", "createdAt", "updatedAt")
   SELECT 'm' || n || '-' || p, 'u' || n, 50 + p * 10, ARRAY['{"question": "Which?", "answer": "This", "userAnswer": "That", "isCorrect": false}'::jsonb],
     'Technical', now() - p * interval '1 day', now() FROM generate_series(:first, :last) n, generate_series(1, 2) p`,
  `INSERT INTO "QuizSession" ("id", "userId", "state", "category", "total", "position", "assessmentId")
   SELECT 'f' || n, 'u' || n, 'finished', 'Technical', 5, 4, 'm' || n || '-1' FROM generate_series(:first, :last) n`,
  `UPDATE "Assessment" SET "improvementTip" = 'Read about stacks.' WHERE "id" LIKE '%-1'`,
  `INSERT INTO "QuizSession" ("id", "userId", "state", "category", "total", "position", "assessmentId")
   SELECT 'g' || n, 'u' || n, 'finished', 'Technical', 5, 4, 'm' || n || '-2' FROM generate_series(:first, :last) n`,
  `INSERT INTO "Resume" ("id", "userId", "content", "atsScore", "feedback", "updatedAt")
   SELECT 'r' || n, 'u' || n, '${RESUME}', ${assess(RESUME).score}, '${JSON.stringify(assess(RESUME).feedback)}', now()
   FROM generate_series(:first, :last) n`,
  `INSERT INTO "CoverLetter" ("id", "userId", "content", "companyName", "jobTitle", "updatedAt")
   SELECT 'l' || n || '-' || p, 'u' || n, 'Dear team', 'Acme', 'Analyst', now() FROM generate_series(:first, :last) n, generate_series(1, 2) p`,
  // A day's deliveries.
  `INSERT INTO "InboxEntry" ("key", "takenAt", "doneAt")
   SELECT 'discord:' || n || '-' || p, now(), now() FROM generate_series(:first, :last) n, generate_series(1, 3) p`,
  `INSERT INTO "QuizSession" ("id", "userId", "state", "category", "total")
   SELECT 's' || n, 'u' || n, 'open', 'Technical', 10 FROM generate_series(:first, :last) n`,
  `INSERT INTO "QuizQuestion" ("sessionId", "position", "question", "options", "answer", "explanation", "topic", "category", "difficulty", "source", "hash", "shownAt")
   SELECT ${question("'f' || n", "p")} FROM generate_series(:first, :last) n, generate_series(0, 4) p`,
  `INSERT INTO "QuizQuestion" ("sessionId", "position", "question", "options", "answer", "explanation", "topic", "category", "difficulty", "source", "hash", "shownAt")
   SELECT ${question("'s' || n", "p")} FROM generate_series(:first, :last) n, generate_series(0, 1) p`,
  `INSERT INTO "QuizAnswer" ("sessionId", "position", "userId", "choice", "isCorrect", "answeredAt")
   SELECT 'f' || n, p, 'u' || n, p % 4, p % 4 = 1, now() - interval '1 day' FROM generate_series(:first, :last) n, generate_series(0, 4) p`,
  "VACUUM ANALYZE",
  "CHECKPOINT",
];
