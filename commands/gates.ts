import { openForm, type Turn } from "#src/chat/command.ts";
import type { Gate } from "#src/chat/dispatch.ts";
import { BASICS } from "./profile/actions.ts";
import { consentQuestion } from "./profile/messages.ts";
import { noResume } from "./resume/messages.ts";

/** What commands name in `needs`: each lets pass, or answers in the command's place and keeps it for later. */
export const gates = {
  /** An industry is set. Otherwise the profile form opens, and the command goes on afterwards. */
  profile: async (turn: Turn) =>
    turn.person.industry === null ? openForm(BASICS.to({ request: await turn.keepRequest() })) : undefined,

  /** Asked once, and only where there is a hosted model. */
  consent: async (turn: Turn) => {
    const model = turn.coach.hostedModel;
    if (!model || turn.person.aiConsent !== null) return undefined;
    return consentQuestion(model, await turn.keepRequest(), turn.words);
  },

  /** There is a resume. Otherwise its owner hears how to make one, and the command goes on once it is saved. */
  resume: async (turn: Turn) =>
    (await turn.coach.resumes.find(turn.person.id)) ? undefined : noResume(await turn.keepRequest(), turn.words),
} satisfies Record<string, Gate>;
