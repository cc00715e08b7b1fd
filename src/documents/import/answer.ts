import { z } from "zod";
import { RESUME_SECTIONS } from "../resume-document.ts";
import { LIMITS } from "./limits.ts";

/** Many a paragraph of a plain text has no end. */
const text = z.string().max(LIMITS.characters);
const url = text.regex(/^(https?|mailto):/i);
const date = z.object({
  year: z.number().int().min(1900).max(2099),
  month: z.number().int().min(1).max(12).optional(),
});
const dates = z.object({ start: date.optional(), end: z.union([date, z.literal("present")]).optional() });
const bullets = z.array(text);

const resume = z.object({
  contact: z.object({
    name: text.optional(),
    headline: text.optional(),
    email: text.optional(),
    phone: text.optional(),
    location: text.optional(),
    links: z.array(z.object({ label: text.optional(), url })),
  }),
  summary: z.array(text),
  skills: z.array(z.object({ name: text.optional(), skills: z.array(text) })),
  experience: z.array(
    z.object({
      employer: text,
      location: text.optional(),
      roles: z.array(z.object({ title: text, dates: dates.optional(), bullets })),
    }),
  ),
  education: z.array(
    z.object({
      school: text,
      degree: text.optional(),
      field: text.optional(),
      location: text.optional(),
      dates: dates.optional(),
      bullets,
    }),
  ),
  projects: z.array(z.object({ name: text, url: url.optional(), dates: dates.optional(), bullets })),
  certifications: z.array(
    z.object({ name: text, issuer: text.optional(), date: date.optional(), url: url.optional() }),
  ),
  other: z
    .array(
      z.object({ title: text, lines: z.array(z.object({ kind: z.enum(["heading", "paragraph", "bullet"]), text })) }),
    )
    .optional(),
  order: z.array(z.enum(RESUME_SECTIONS)).max(RESUME_SECTIONS.length).optional(),
});

/** What a reader writes to its standard output. It has read a stranger's file, so it is believed no more than that. */
export const readerAnswer = z.union([
  z.object({
    document: resume,
    source: z.enum(["pdf", "docx", "markdown", "text", "json-resume", "linkedin"]),
    warnings: z.array(z.enum(["no-sections", "no-name", "no-contact", "no-dates", "left-out", "hidden-text"])),
    leftOut: z.array(text),
  }),
  z.object({
    refused: z.enum([
      "import-encrypted",
      "import-no-text",
      "import-broken",
      "import-bomb",
      "import-empty",
      "import-no-resume",
    ]),
  }),
  z.object({ refused: z.literal("import-too-many-pages"), pages: z.number().int().min(LIMITS.pages) }),
  z.object({
    refused: z.literal("import-unknown-kind"),
    kind: z.enum(["doc", "rtf", "html", "picture", "media", "packed", "program"]).nullable(),
  }),
]);

export type ReaderAnswer = z.infer<typeof readerAnswer>;
