import type { SkillGroup } from "./resume-document.ts";
import { joinWrapped, type Line } from "./resume-markdown-lines.ts";
import { plainText, splitOutsideParentheses } from "./resume-markdown-text.ts";

/** One line per group, "Languages: Python, SQL"; a heading with a list under it is a group, too. */
export function readSkills(lines: readonly Line[]): SkillGroup[] {
  const groups: { name?: string; skills: string[] }[] = [];
  let underHeading = false;
  for (const { kind, raw } of joinWrapped(lines, isGroup)) {
    if (kind === "heading") {
      groups.push({ name: plainText(raw.replace(/[:：]\s*$/, "")), skills: [] });
      underHeading = true;
      continue;
    }
    const group = readSkillGroup(raw);
    const above = groups.at(-1);
    const goesOn = above && group.name === undefined && (underHeading || above.name === undefined);
    if (goesOn) above.skills.push(...group.skills);
    else groups.push({ ...group, skills: [...group.skills] });
  }
  return groups;
}

export function readSkillGroup(markdown: string): SkillGroup {
  const [, bold, rest = ""] = /^\*\*((?:\\.|[^\\*])+?)\s*[:：]?\*\*\s*[:：]?\s*(.*)$/.exec(markdown) ?? [];
  if (bold && (rest || /[:：]/.test(markdown))) return { name: plainText(bold), skills: skillsIn(rest) };
  const colon = firstColon(markdown);
  if (colon < 0) return { skills: skillsIn(markdown) };
  return { name: plainText(markdown.slice(0, colon)), skills: skillsIn(markdown.slice(colon + 1)) };
}

function isGroup({ raw }: Line): boolean {
  return /^(?:\*\*|[^,;|]{1,40}(?:：|:\s))/.test(raw);
}

function firstColon(markdown: string): number {
  for (const { 0: piece, index } of markdown.matchAll(/\\.|[:：]/gsu)) {
    const after = markdown[index + 1];
    if (piece === "：" || (piece === ":" && (after === undefined || /\s/.test(after)))) return index;
  }
  return -1;
}

function skillsIn(markdown: string): string[] {
  const parts = [",，、،", ";；", "|", "·•"]
    .map((separators) => splitOutsideParentheses(markdown, separators))
    .find(({ length }) => length > 1) ?? [markdown];
  return parts.map(plainText).filter(Boolean);
}
