import type { SkillGroup } from "../resume-document.ts";
import type { Line } from "./line.ts";

/** Skills as they are listed: by commas, bullets or bars, one to a line, or behind labels. */
export function skillsOf(lines: readonly Line[], name?: string): SkillGroup[] {
  const groups: { name?: string; skills: string[] }[] = [];
  const open = (label: string | undefined) => {
    const last = groups.at(-1);
    if (last && last.name === label) return last;
    const group = { ...(label ? { name: label } : {}), skills: [] };
    groups.push(group);
    return group;
  };
  for (const text of joined(lines)) {
    const { label, rest } = labelled(text);
    const { skills } = open(label ?? name);
    for (const skill of listed(rest)) skills.push(skill);
  }
  return groups.filter(({ skills }) => skills.length > 0);
}

interface Text {
  readonly cells: readonly string[];
  readonly bullet: boolean;
}

/** Of a list over several lines; commas are looked at together with the brackets around them. */
const LONGEST = 2_000;

/** A list that goes on in the next line says so by its last comma, or by beginning in small letters. */
function joined(lines: readonly Line[]): Text[] {
  const out: Text[] = [];
  for (const line of lines) {
    const before = out.at(-1);
    const last = before?.cells.at(-1) ?? "";
    const goesOn =
      before &&
      !line.bullet &&
      last.length < LONGEST &&
      line.cells.length === 1 &&
      (/[,;、，،&|•·]$/u.test(last) || (/[,;]/.test(last) && /^\p{Ll}/u.test(line.text)));
    if (goesOn) out[out.length - 1] = { ...before, cells: [...before.cells.slice(0, -1), `${last} ${line.text}`] };
    else out.push({ cells: line.cells, bullet: line.bullet });
  }
  return out;
}

function labelled({ cells }: Text): { label?: string; rest: string } {
  const text = cells.join("\t");
  const match = /^([^:：,;\t]{2,40})(?:：|:\s)\s*(.+)$/su.exec(text);
  if (match?.[1] && match[2]) return { label: match[1].trim(), rest: match[2] };
  const [first = "", second = ""] = cells;
  if (cells.length === 2 && /[,;、，،]/u.test(second) && !/[,;、，،]/u.test(first))
    return { label: first, rest: second };
  return { rest: text };
}

/** Commas inside brackets part nothing. */
function listed(text: string): string[] {
  return text
    .split(/(?:[,;、，；،؛\t|｜]|\s[•·∙▪/–—]\s|[•∙▪])(?![^()（）]*[)）])/u)
    .map((skill) =>
      skill
        .trim()
        .replace(/^[-–•·]\s*/u, "")
        .replace(/(?<=\p{L})\.$/u, "")
        .replace(/^(?:and|und|et|y|e|и)\s+(?=\S)/u, ""),
    )
    .filter((skill) => skill !== "" && /[\p{L}\p{N}+#]/u.test(skill));
}
