import { type Answer, type CommandPart, onPress, openForm, subcommand, type Turn } from "#src/chat/command.ts";
import { choice } from "#src/chat/option.ts";
import { type EntryKind, hasEntry, moveEntry, removeEntry } from "#src/coach/resume/edit/entries.ts";
import { moveSection } from "#src/coach/resume/edit/sections.ts";
import { EMPTY_RESUME, RESUME_SECTIONS, type ResumeDocument } from "#src/documents/resume-document.ts";
import { en } from "#src/words/en.ts";
import { UserError } from "#src/words/errors.ts";
import { EDIT } from "./actions.ts";
import * as to from "./edit-actions.ts";
import { entryForms } from "./edit-entry-forms.ts";
import { entryMessage, isEntryKind, listMessage, orderMessage, overviewMessage, waits } from "./edit-messages.ts";
import { sectionForms } from "./edit-section-forms.ts";

const words = en.resumeEdit;

/** `/resume edit`: section by section, entry by entry. */
export const edit: CommandPart = {
  subcommands: {
    edit: subcommand({
      description: words.description,
      opensForm: true,
      options: {
        section: choice({
          description: words.sectionOption,
          choices: [...RESUME_SECTIONS, "other" as const].map((value) => ({ value, label: words.sections[value] })),
        }),
      },
      run: (turn) => (turn.options.section ? openSection(turn, turn.options.section) : showOverview(turn)),
    }),
  },
  actions: [
    onPress(EDIT, { answers: "private", run: (turn) => showOverview(turn) }),
    onPress(to.OVERVIEW, { answers: "in-place", run: (turn) => showOverview(turn) }),
    onPress(to.CHOOSE_SECTION, {
      answers: "in-place",
      opensForm: true,
      run: (turn) => openSection(turn, turn.chosen, turn.params.request),
    }),
    onPress(to.LIST, {
      answers: "in-place",
      run: async (turn) => listMessage(kindOf(turn.params.kind), await editing(turn), turn.words),
    }),
    onPress(to.CHOOSE_ENTRY, {
      answers: "in-place",
      run: async (turn) =>
        entryMessage(kindOf(turn.params.kind), turn.chosen, { ...(await editing(turn)), words: turn.words }),
    }),
    onPress(to.OPEN_ENTRY, {
      answers: "in-place",
      opensForm: true,
      run: async ({ params: { kind, key, request } }) =>
        openForm(ENTRY_FORMS[kindOf(kind)].to({ ...(key === undefined ? {} : { key }), ...waits(request) })),
    }),
    onPress(to.MOVE, {
      answers: "in-place",
      run: async (turn) => {
        const { kind, key, down } = turn.params;
        const moved = kindOf(kind);
        const by = down === 1 ? 1 : -1;
        const document = await change(turn, "move", (before) => moveEntry(before, { kind: moved, key }, by));
        return entryMessage(moved, key, { document, request: turn.params.request, words: turn.words });
      },
    }),
    onPress(to.REMOVE, {
      answers: "in-place",
      run: async (turn) => {
        const kind = kindOf(turn.params.kind);
        const { key, request } = turn.params;
        let said = turn.words.resumeEdit.notRemoved;
        const document = await change(turn, "edit", (before) => {
          // Pressed twice, or changed meanwhile: the list shows how it stands.
          if (!hasEntry(before, kind, key)) return before;
          said = turn.words.resumeEdit.removed;
          return removeEntry(before, kind, key);
        });
        return listMessage(kind, { document, request, said }, turn.words);
      },
    }),
    onPress(to.ORDER, {
      answers: "in-place",
      run: async (turn) => orderMessage(await editing(turn), undefined, turn.words),
    }),
    onPress(to.CHOOSE_MOVED, {
      answers: "in-place",
      run: async (turn) => orderMessage(await editing(turn), turn.chosen, turn.words),
    }),
    onPress(to.MOVE_SECTION, {
      answers: "in-place",
      run: async (turn) => {
        const section = RESUME_SECTIONS.find((known) => known === turn.params.section);
        if (!section || section === "contact") throw new UserError("button-outdated", {});
        const by = turn.params.down === 1 ? 1 : -1;
        const document = await change(turn, "move", (before) => moveSection(before, section, by));
        return orderMessage({ document, request: turn.params.request }, section, turn.words);
      },
    }),
    onPress(to.GO_ON, {
      answers: "in-place",
      opensForm: true,
      run: (turn) => turn.goOn(turn.params.request, () => showOverview(turn)),
    }),
  ],
  forms: [...sectionForms, ...entryForms],
};

const ENTRY_FORMS = {
  experience: to.JOB,
  education: to.SCHOOL,
  projects: to.PROJECT,
  certifications: to.CERTIFICATE,
  other: to.OTHER,
} as const satisfies Record<EntryKind, unknown>;

type Common = Pick<Turn, "coach" | "person" | "words"> & { readonly params?: { readonly request?: string } };

async function showOverview(turn: Common): Promise<Answer> {
  return overviewMessage(await editing(turn), turn.words);
}

async function openSection(turn: Common, section: string, request?: string): Promise<Answer> {
  if (section === "contact") return openForm(to.CONTACT.to(waits(request)));
  if (section === "summary") return openForm(to.SUMMARY.to(waits(request)));
  if (section === "skills") return openForm(to.SKILLS.to(waits(request)));
  return listMessage(kindOf(section), { ...(await editing(turn)), request }, turn.words);
}

async function editing({
  coach,
  person,
  params = {},
}: Common): Promise<{ document: ResumeDocument; request?: string }> {
  const saved = await coach.resumes.find(person.id);
  return { document: saved?.document ?? EMPTY_RESUME, ...waits(params.request) };
}

async function change(
  { coach, person }: Common,
  cause: "edit" | "move",
  work: (document: ResumeDocument) => ResumeDocument,
): Promise<ResumeDocument> {
  return (await coach.resumes.change(person.id, cause, work)).document;
}

function kindOf(kind: string): EntryKind {
  if (!isEntryKind(kind)) throw new UserError("button-outdated", {});
  return kind;
}
