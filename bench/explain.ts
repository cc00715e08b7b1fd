import pg from "pg";

/** A statement as it went to the server. */
export interface Statement {
  readonly text: string;
  readonly values: unknown[];
}

/** Tables that PostgreSQL reads from end to end for a statement, with its values and without knowing them. */
export async function wholeTables(url: string, { text, values }: Statement): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found: string[] = [];
    for (const mode of ["force_custom_plan", "force_generic_plan"]) {
      await client.query(`SET plan_cache_mode = ${mode}`);
      await client.query(`PREPARE explained AS ${text}`);
      const literals = values.map(literal).join(", ");
      const explained = await client.query(`EXPLAIN (FORMAT JSON) EXECUTE explained${literals ? `(${literals})` : ""}`);
      await client.query("DEALLOCATE explained");
      found.push(...scanned(explained.rows[0]["QUERY PLAN"][0].Plan));
    }
    return found;
  } finally {
    await client.end();
  }
}

interface Plan {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly Plans?: readonly Plan[];
}

function scanned(plan: Plan): string[] {
  const own = plan["Node Type"] === "Seq Scan" ? [plan["Relation Name"] ?? "?"] : [];
  return [...own, ...(plan.Plans ?? []).flatMap(scanned)];
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return "NULL";
  if (Array.isArray(value)) return `ARRAY[${value.map(literal).join(", ")}]`;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return `'${String(value instanceof Date ? value.toISOString() : value).replaceAll("'", "''")}'`;
}
