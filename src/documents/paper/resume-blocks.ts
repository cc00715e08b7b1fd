import { type OtherSection, type ResumeDocument, sectionOrder } from "../resume-document.ts";
import type { Block } from "./blocks.ts";
import type { Span } from "./breaking.ts";
import { contactBlocks, linkSpans } from "./contact-blocks.ts";
import { writeDate, writeRange } from "./dates.ts";
import { commaIn, headingsFor } from "./headings.ts";
import type { Style } from "./templates.ts";

/** A resume from top to bottom, in the person's order; sections with nothing in them are left out. */
export function resumeBlocks(document: ResumeDocument, style: Style, language: string): readonly Block[] {
  const write = writer(style, language);
  const headings = headingsFor(language);
  const blocks = contactBlocks(document.contact, style);
  for (const section of sectionOrder(document)) {
    const own = write[section](document);
    if (own.length > 0) blocks.push(heading(headings[section], style), ...under(own, style));
  }
  for (const section of document.other ?? []) {
    const own = write.other(section);
    // A title of the person's own is theirs to show, also with nothing under it.
    blocks.push({ ...heading(section.title, style), holdsNext: own.length > 0 }, ...under(own, style));
  }
  return blocks;
}

function heading(text: string, { heading: size, ink, space }: Style): Block {
  const spans: Span[] = [{ text, cut: "bold", colour: ink.accent }];
  return {
    role: "H2",
    spans,
    size,
    colour: ink.text,
    before: space.section,
    ruled: true,
    holdsNext: true,
    leading: 1.3,
  };
}

/** The first block of a section stands nearer to its heading. */
function under([first, ...others]: readonly Block[], { space }: Style): Block[] {
  return first ? [{ ...first, before: space.afterHeading }, ...others] : [];
}

function writer(style: Style, language: string) {
  const { size, ink, space, indent } = style;
  const comma = commaIn(language);
  const listed = (texts: readonly string[]): Span[] =>
    texts.flatMap((text, index) => (index === 0 ? [{ text }] : [{ text: comma }, { text }]));
  const plain = { size, colour: ink.text } as const;
  const bullets = (texts: readonly string[]): Block[] =>
    texts.map((text) => ({ role: "LI", spans: [{ text }], ...plain, before: space.bullet, indent }));
  const entry = (
    spans: readonly Span[],
    dates: string | undefined,
    holdsNext: boolean,
    before = space.entry,
  ): Block => ({
    role: "H3",
    spans: [...spans, ...dated(dates)],
    ...plain,
    size: size + 0.3,
    before,
    holdsNext,
  });
  const bold = (text: string): Span => ({ text, cut: "bold" });
  const quiet = (text: string): Span => ({ text, colour: ink.quiet });
  const dot: Span = { ...quiet(" · "), between: true };
  // Beside the words and not at the far end of the line: readers of files take what stands there for a column of its own.
  const dated = (text: string | undefined): Span[] => (text ? [dot, { ...quiet(text), whole: true }] : []);
  const placed = (text: string | undefined): Span[] => (text ? [dot, quiet(text)] : []);

  return {
    summary: ({ summary }: ResumeDocument): Block[] =>
      summary.map((text) => ({ role: "P", spans: [{ text }], ...plain, before: space.paragraph })),

    skills: ({ skills }: ResumeDocument): Block[] =>
      skills
        .filter(({ name, skills }) => name || skills.length > 0)
        .map(({ name, skills }) => {
          const spans: Span[] = name ? [bold(skills.length > 0 ? `${name}: ` : name)] : [];
          spans.push(...listed(skills));
          return { role: "P", spans, ...plain, before: space.bullet };
        }),

    experience: ({ experience }: ResumeDocument): Block[] =>
      experience.flatMap(({ employer, location, roles }) => [
        entry([bold(employer), ...placed(location)], undefined, roles.length > 0),
        ...roles.flatMap(({ title, dates, bullets: own }, index) => [
          entry(
            [{ text: title, cut: "italic" }],
            dates && writeRange(dates, language),
            own.length > 0,
            index === 0 ? 0 : space.entry * 0.6,
          ),
          ...bullets(own),
        ]),
      ]),

    education: ({ education }: ResumeDocument): Block[] =>
      education.flatMap(({ school, degree, field, location, dates, bullets: own }) => {
        const studied = [degree, field].filter((text) => text !== undefined).join(comma);
        const range = dates && writeRange(dates, language);
        return [
          entry([bold(school), ...placed(location)], studied ? undefined : range, studied !== "" || own.length > 0),
          ...(studied ? [entry([{ text: studied, cut: "italic" }], range, own.length > 0, 0)] : []),
          ...bullets(own),
        ];
      }),

    projects: ({ projects }: ResumeDocument): Block[] =>
      projects.flatMap(({ name, url, dates, bullets: own }) => [
        entry(
          [bold(name), ...(url ? [dot, ...linkSpans({ url })] : [])],
          dates && writeRange(dates, language),
          own.length > 0,
        ),
        ...bullets(own),
      ]),

    certifications: ({ certifications }: ResumeDocument): Block[] =>
      certifications.map(({ name, issuer, date, url }) => ({
        role: "P",
        spans: [
          bold(name),
          ...(issuer ? [dot, { text: issuer }] : []),
          ...(url ? [dot, ...linkSpans({ url })] : []),
          ...dated(date && writeDate(date, language)),
        ],
        ...plain,
        before: space.bullet,
      })),

    other: ({ lines }: OtherSection): Block[] =>
      lines.flatMap(({ kind, text }, index) => {
        if (kind === "heading") return [entry([bold(text)], undefined, index < lines.length - 1)];
        if (kind === "bullet") return bullets([text]);
        const before = lines[index - 1]?.kind === "heading" ? 0 : space.paragraph;
        return [{ role: "P", spans: [{ text }], ...plain, before }];
      }),
  };
}
