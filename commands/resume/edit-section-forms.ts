import { type FormDeclaration, onForm, type Turn } from "#src/chat/command.ts";
import { text } from "#src/chat/option.ts";
import {
  readEmail,
  readLines,
  readLinks,
  readSkillGroups,
  writeLines,
  writeLinks,
  writeSkillGroups,
} from "#src/coach/resume/edit/written.ts";
import { EMPTY_RESUME, type ResumeDocument } from "#src/documents/resume-document.ts";
import { en } from "#src/words/en.ts";
import { CONTACT, SKILLS, SUMMARY } from "./edit-actions.ts";
import { described, given, ifChanged, requiredText, shortText } from "./edit-fields.ts";
import { overviewMessage } from "./edit-messages.ts";

const words = en.resumeEdit;

/** The sections of which there is one. */
export const sectionForms: readonly FormDeclaration[] = [
  onForm(CONTACT, {
    title: words.forms.contact,
    submit: words.save,
    fields: {
      name: requiredText("name"),
      headline: shortText("headline"),
      email: shortText("email", { maxLength: 254 }),
      phone: shortText("phone", { maxLength: 60 }),
      location: shortText("location", { maxLength: 120 }),
      links: text({ ...described("links"), maxLength: 4000, room: 1000, multiline: true }),
    },
    fill: async (turn) => {
      const { contact } = await documentOf(turn);
      const { links, ...texts } = contact;
      return { name: turn.person.name ?? "", ...texts, links: writeLinks(links) };
    },
    run: (turn) =>
      save(turn, (document) => {
        const { links, email, ...texts } = turn.options;
        const before = document.contact.links;
        return {
          ...document,
          contact: {
            ...given(texts),
            ...readEmail(email),
            links: ifChanged(links, writeLinks(before), readLinks) ?? before,
          },
        };
      }),
  }),
  onForm(SUMMARY, {
    title: words.forms.summary,
    submit: words.save,
    fields: { summary: text({ ...described("summary"), maxLength: 12_000, room: 2000, multiline: true }) },
    fill: async (turn) => ({ summary: writeLines((await documentOf(turn)).summary) }),
    run: (turn) =>
      save(turn, (document) => {
        const { summary: before } = document;
        return { ...document, summary: ifChanged(turn.options.summary, writeLines(before), readLines) ?? before };
      }),
  }),
  onForm(SKILLS, {
    title: words.forms.skills,
    submit: words.save,
    fields: { skills: text({ ...described("skills"), maxLength: 8000, room: 2000, multiline: true }) },
    fill: async (turn) => ({ skills: writeSkillGroups((await documentOf(turn)).skills) }),
    run: (turn) =>
      save(turn, (document) => {
        const { skills: before } = document;
        return {
          ...document,
          skills: ifChanged(turn.options.skills, writeSkillGroups(before), readSkillGroups) ?? before,
        };
      }),
  }),
];

type Saving = Pick<Turn, "coach" | "person" | "words"> & { readonly params: { readonly request?: string } };

async function documentOf({ coach, person }: Pick<Turn, "coach" | "person">): Promise<ResumeDocument> {
  return (await coach.resumes.find(person.id))?.document ?? EMPTY_RESUME;
}

async function save(turn: Saving, change: (document: ResumeDocument) => ResumeDocument) {
  const { coach, person, params, words: said } = turn;
  const { document } = await coach.resumes.change(person.id, "edit", change);
  return overviewMessage({ document, request: params.request, said: said.resumeEdit.saved }, said);
}
