import { CsvError, parse } from "csv-parse/sync";

/** A row by its column names; empty cells are absent. */
export type Row = { readonly [column: string]: string | undefined };

export interface Tables {
  /** The rows of the file of this name in any folder; none where it is absent or broken. */
  rows(name: string): readonly Row[];
  /** Files that were asked for and are not CSV. */
  broken(): readonly string[];
}

export function createTables(files: ReadonlyMap<string, string>): Tables {
  const byName = new Map([...files].map(([path, text]) => [baseName(path), { path, text }]));
  const broken = new Set<string>();

  function rows(name: string): Row[] {
    const file = byName.get(baseName(name));
    if (!file) return [];
    try {
      return parseTable(file.text);
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      broken.add(file.path);
      return [];
    }
  }

  return { rows, broken: () => [...broken] };
}

/** Larger than any career; keeps a file made to fill the memory from doing so. */
const MOST_ROWS = 2_000;

function parseTable(text: string): Row[] {
  const cells: string[][] = parse(text, {
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    to: MOST_ROWS,
    max_record_size: 1_000_000,
  });
  const [header = [], ...rows] = cells;
  const columns = header.map((column) => column.trim());
  return rows.map((row) => {
    const filled = columns.map((column, index) => [column, row[index]?.trim() ?? ""] as const);
    return Object.fromEntries(filled.filter(([, cell]) => cell));
  });
}

/** "Basic_LinkedInDataExport/Email Addresses.csv" and "email_addresses.csv" are one. */
function baseName(path: string): string {
  return (path.split(/[\\/]/).at(-1) ?? "").toLowerCase().replace(/[\s_]/g, "");
}
