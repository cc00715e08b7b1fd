import { type Database, sql } from "#src/db/client.ts";
import type { Reveal } from "./channel-question.ts";

/** How many chose each of the four options of the question q, as a column of a statement. */
export const TALLY = sql`ARRAY(
  SELECT count(c."choice")::int FROM generate_series(0, 3) AS option LEFT JOIN "ChannelAnswer" c
    ON c."subscriptionId" = q."subscriptionId" AND c."edition" = q."edition" AND c."choice" = option
  GROUP BY option ORDER BY option) AS "tally"`;

/** undefined: it is not kept any more. */
export async function readReveal(
  db: Pick<Database, "$queryRaw">,
  { subscriptionId, edition }: { readonly subscriptionId: string; readonly edition: string },
): Promise<Reveal | undefined> {
  const rows = await db.$queryRaw<Reveal[]>`
    SELECT q."edition", q."question", q."options", q."topic", q."difficulty", q."answer", q."explanation", ${TALLY}
    FROM "ChannelQuestion" q WHERE q."subscriptionId" = ${subscriptionId} AND q."edition" = ${edition}`;
  return rows[0];
}
