import { defineCommand, onForm, onPress, openForm, subcommand, type Turn } from "#src/chat/command.ts";
import { choice, text, wholeNumber } from "#src/chat/option.ts";
import { INDUSTRIES, industryOf } from "#src/coach/profile/industries.ts";
import { en } from "#src/words/en.ts";
import { BASICS, BIO, CHANGE_SPECIALISATION, CONSENT, EDIT, SHOW, SPECIALISE, WRITE_BIO } from "./actions.ts";
import { profileCard, specialiseQuestion } from "./messages.ts";

const words = en.profile;

export const profile = defineCommand({
  name: "profile",
  description: words.description,
  subcommands: {
    show: subcommand({ description: words.showDescription, run: showCard }),
    edit: subcommand({ description: words.editDescription, opensForm: true, run: async () => openForm(BASICS.to({})) }),
  },
  actions: [
    onPress(SHOW, { answers: "private", run: showCard }),
    onPress(EDIT, { answers: "private", opensForm: true, run: async () => openForm(BASICS.to({})) }),
    onPress(WRITE_BIO, { answers: "private", opensForm: true, run: async () => openForm(BIO.to({})) }),
    onPress(CHANGE_SPECIALISATION, {
      answers: "in-place",
      opensForm: true,
      async run(turn) {
        const found = industryOf(turn.person.industry);
        return found ? specialiseQuestion(found.industry, undefined, turn.words) : openForm(BASICS.to({}));
      },
    }),
    onPress(SPECIALISE, {
      answers: "in-place",
      async run(turn) {
        await turn.coach.profiles.specialise(turn.person.id, turn.chosen);
        await turn.coach.drafts.drop(turn.person.id, BASICS.path);
        return turn.goOn(turn.params.request, () => showCard(turn, turn.words.profile.saved));
      },
    }),
    onPress(CONSENT, {
      answers: "in-place",
      async run(turn) {
        const given = turn.params.given === 1;
        await turn.coach.profiles.consent(turn.person.id, given);
        return turn.goOn(turn.params.request, () => showCard(turn, turn.words.profile.consentSaved(given)));
      },
    }),
  ],
  forms: [
    onForm(BASICS, {
      title: words.formTitle,
      submit: words.save,
      fields: {
        industry: choice({
          label: words.industry.label,
          description: words.industry.hint,
          required: true,
          choices: INDUSTRIES.map(({ id, name }) => ({ value: id, label: name })),
        }),
        experience: wholeNumber({ label: words.experience.label, description: words.experience.hint, min: 0, max: 50 }),
        skills: text({ label: words.skills.label, description: words.skills.hint, maxLength: 2000, multiline: true }),
        role: text({ label: words.targetRole.label, description: words.targetRole.hint, maxLength: 100 }),
        country: text({ label: words.country.label, description: words.country.hint, maxLength: 60 }),
      },
      async fill({ coach, person }) {
        const saved = await coach.profiles.get(person.id);
        const industry = industryOf(saved.industry)?.industry.id;
        return {
          ...(industry && { industry }),
          ...(saved.experience !== null && { experience: saved.experience }),
          skills: saved.skills.join(", "),
          role: saved.targetRole ?? "",
          country: saved.country ?? "",
        };
      },
      async run(turn) {
        const { coach, person, options, params } = turn;
        await coach.profiles.save(person.id, {
          experience: options.experience ?? null,
          skills: options.skills ?? "",
          targetRole: options.role ?? null,
          country: options.country ?? null,
        });
        const chosen = INDUSTRIES.find(({ id }) => id === options.industry);
        if (chosen && industryOf(person.industry)?.industry.id !== chosen.id) {
          // Until the second choice is made, the first one stands in the form when it is opened again.
          turn.leaveDraft({ industry: chosen.id });
          return specialiseQuestion(chosen, params.request, turn.words);
        }
        return turn.goOn(params.request, () => showCard(turn, turn.words.profile.saved));
      },
    }),
    onForm(BIO, {
      title: words.bioTitle,
      submit: words.save,
      fields: {
        bio: text({ label: words.bio.label, description: words.bio.hint, maxLength: 500, multiline: true }),
      },
      fill: async ({ coach, person }) => ({ bio: (await coach.profiles.get(person.id)).bio ?? "" }),
      async run(turn) {
        await turn.coach.profiles.save(turn.person.id, { bio: turn.options.bio ?? null });
        return showCard(turn, turn.words.profile.saved);
      },
    }),
  ],
});

async function showCard({ coach, person, words: said }: Pick<Turn, "coach" | "person" | "words">, done?: string) {
  const card = { profile: await coach.profiles.get(person.id), model: coach.hostedModel };
  return profileCard(done === undefined ? card : { ...card, said: done }, said);
}
