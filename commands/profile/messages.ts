import type { Block, Message } from "#src/chat/message.ts";
import { type Industry, industryOf } from "#src/coach/profile/industries.ts";
import type { Profile } from "#src/coach/profile/profile.ts";
import type { Words } from "#src/words/index.ts";
import { START } from "../quiz/actions.ts";
import { CHANGE_SPECIALISATION, CONSENT, EDIT, SPECIALISE, WRITE_BIO } from "./actions.ts";

export interface ProfileCard {
  readonly profile: Profile;
  /** The hosted model, where there is one to consent to. */
  readonly model: string | undefined;
  /** Said first: what was just done. */
  readonly said?: string;
}

export function profileCard({ profile, model, said }: ProfileCard, words: Words): Message {
  const text = words.profile;
  const found = industryOf(profile.industry);
  const value = (given: string | null) => given || text.notSet;
  const fields = [
    { label: text.industry.label, value: value(found?.industry.name ?? profile.industry) },
    { label: text.specialisation, value: value(found?.specialisation.name ?? null) },
    { label: text.experience.label, value: profile.experience === null ? text.notSet : text.years(profile.experience) },
    { label: text.targetRole.label, value: value(profile.targetRole) },
    { label: text.country.label, value: value(profile.country) },
    { label: text.skills.label, value: value(profile.skills.join(", ")) },
  ];
  if (model) fields.push({ label: text.aiConsent, value: consentText(profile.aiConsent, words) });
  const blocks: Block[] = [{ kind: "heading", text: text.title }];
  if (said) blocks.push({ kind: "text", text: said });
  blocks.push({ kind: "fields", fields });
  if (profile.bio) blocks.push({ kind: "quote", text: profile.bio });
  blocks.push({
    kind: "buttons",
    buttons: [
      ...(found ? [{ label: text.startQuiz, style: "primary" as const, to: START.to({}) }] : []),
      { label: text.edit, ...(!found && { style: "primary" as const }), to: EDIT.to({}) },
      ...(found ? [{ label: text.changeSpecialisation, to: CHANGE_SPECIALISATION.to({}) }] : []),
      { label: text.editBio, to: WRITE_BIO.to({}) },
      ...(model ? [consentSwitch(profile.aiConsent === true, words)] : []),
    ],
  });
  return { summary: said ? `${said} ${text.summary}` : text.summary, blocks };
}

/** The second step: 13 specialisations of the industry that was chosen. */
export function specialiseQuestion(industry: Industry, request: string | undefined, words: Words): Message {
  const text = words.profile;
  const prompt = text.specialisePrompt(industry.name);
  return {
    summary: prompt,
    blocks: [
      { kind: "text", text: [{ bold: prompt }] },
      {
        kind: "select",
        label: text.specialiseLabel,
        to: SPECIALISE.to(request === undefined ? {} : { request }),
        options: industry.specialisations.map(({ key, name }) => ({ value: key, label: name })),
      },
      { kind: "note", text: text.specialiseNote },
    ],
  };
}

/** Asked once, before anything personal goes to a hosted model. */
export function consentQuestion(model: string, request: string, words: Words): Message {
  const text = words.profile;
  return {
    summary: text.consentTitle,
    blocks: [
      { kind: "heading", text: text.consentTitle },
      { kind: "text", text: text.consentText(model) },
      { kind: "fields", fields: text.consentSent },
      { kind: "text", text: text.consentLimits },
      {
        kind: "buttons",
        buttons: [
          { label: text.consentYes, style: "primary", to: CONSENT.to({ given: 1, request }) },
          { label: text.consentNo, to: CONSENT.to({ given: 0, request }) },
        ],
      },
      { kind: "note", text: text.consentNote },
    ],
  };
}

function consentText(consent: boolean | null, { profile: text }: Words): string {
  if (consent === null) return text.consentOpen;
  return consent ? text.consentGiven : text.consentRefused;
}

function consentSwitch(given: boolean, { profile: text }: Words) {
  return { label: given ? text.refuseAi : text.allowAi, to: CONSENT.to({ given: given ? 0 : 1 }) };
}
