import { type CommandPart, onPress, subcommand, type Turn } from "#src/chat/command.ts";
import type { Block, Message } from "#src/chat/message.ts";
import { differenceOf } from "#src/coach/resume/diff/difference.ts";
import { readResume } from "#src/coach/resume/reading.ts";
import type { ResumeVersion } from "#src/coach/resume/resumes.ts";
import { en } from "#src/words/en.ts";
import { VIEW } from "./actions.ts";
import { noResume } from "./messages.ts";
import { CHOOSE_VERSION, EARLIER, RESTORE, VIEW_HERE } from "./view-actions.ts";
import { restoredMessage, versionMessage, versionsMessage, viewMessage } from "./view-messages.ts";

export const view: CommandPart = {
  subcommands: {
    // Without the gate: who has emptied their resume still finds its earlier versions here.
    view: subcommand({
      description: en.resumeView.description,
      async run(turn) {
        const resume = await turn.coach.resumes.find(turn.person.id);
        return resume ? viewMessage(resume, turn.words) : nothingToView(turn, await turn.keepRequest());
      },
    }),
  },
  actions: [
    onPress(VIEW, { answers: "private", run: (turn) => turn.runCommand("resume", "view", {}) }),
    onPress(VIEW_HERE, { answers: "in-place", run: (turn) => turn.runCommand("resume", "view", {}) }),
    onPress(EARLIER, {
      answers: "in-place",
      run: async (turn) => versionsMessage(await comparedVersions(turn), turn.words),
    }),
    onPress(CHOOSE_VERSION, {
      answers: "in-place",
      async run({ coach, person, chosen, words }) {
        const version = await coach.resumes.version(person.id, chosen);
        return versionMessage(compare(version, (await coach.resumes.find(person.id))?.content), words);
      },
    }),
    onPress(RESTORE, {
      answers: "in-place",
      async run({ coach, person, params, words }) {
        const version = await coach.resumes.version(person.id, params.version);
        const present = await coach.resumes.find(person.id);
        await coach.resumes.replace(person.id, "restore", version.content);
        return restoredMessage(version, present?.content !== version.content, words);
      },
    }),
  ],
};

type Common = Pick<Turn, "coach" | "person" | "words">;

async function nothingToView(turn: Common, request: string): Promise<Message> {
  const none = noResume(request, turn.words);
  if ((await comparedVersions(turn)).length === 0) return none;
  const versions: Block = {
    kind: "buttons",
    buttons: [{ label: turn.words.resumeView.versions, to: EARLIER.to({}) }],
  };
  return { ...none, blocks: [...none.blocks, versions] };
}

/** Those in which something stands. */
async function comparedVersions({ coach, person }: Common) {
  const [versions, present] = await Promise.all([coach.resumes.versions(person.id), coach.resumes.find(person.id)]);
  const written = versions.filter(({ content }) => content.trim() !== "");
  return written.map((version) => compare(version, present?.content));
}

function compare(version: ResumeVersion, present = "") {
  return { version, difference: differenceOf(readResume(present), version.document) };
}
