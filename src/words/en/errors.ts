import type { ChannelProblem, ErrorCode, ErrorFacts, UserError } from "../errors.ts";

export interface Said {
  /** What happened, one sentence. */
  problem: string;
  /** What to do next, one or two sentences. */
  next: string;
}

export const CHANNEL_PROBLEMS: Record<ChannelProblem, string> = {
  "channel-gone": "This channel does not exist any more.",
  "channel-hidden": "I cannot see this channel.",
  "no-permission": "I may not post in this channel.",
  "not-member": "I am not a member of this channel.",
  "workspace-gone": "I have been removed from this community.",
  "mention-refused": "I cannot notify this group of people.",
};

const sentences: { [Code in ErrorCode]: (facts: ErrorFacts[Code]) => Said } = {
  "command-unknown": ({ typed, known }) => ({
    problem: typed ? `There is no command "${typed}".` : "No command was named.",
    next: `Try one of these: ${known.join(", ")}.`,
  }),
  "subcommand-unknown": ({ command, typed, known }) => ({
    problem: typed ? `"${command}" has no "${typed}".` : `"${command}" needs one more word.`,
    next: `Try ${known.map((name) => `"${command} ${name}"`).join(", ")}.`,
  }),
  "option-unknown": ({ option, known }) => ({
    problem: `There is no option "${option}" here.`,
    next: known.length > 0 ? `The options are: ${known.join(", ")}.` : "This command takes no options.",
  }),
  "option-missing": ({ option }) => ({ problem: `"${option}" is missing.`, next: "Please fill it in." }),
  "option-twice": ({ option }) => ({
    problem: `"${option}" is there twice.`,
    next: "Keep one of them and send it again.",
  }),
  "line-malformed": ({ near }) => ({
    problem: `I could not read the part "${near}".`,
    next: 'Options are written name:value, and a value with spaces in double quotes, as in topic:"food safety".',
  }),
  "text-too-long": ({ option, length, max, instead }) => ({
    problem: `"${option}" has ${length} characters; ${max} fit.`,
    next: instead ?? `Shorten it by ${length - max}.`,
  }),
  "text-too-short": ({ option, min }) => ({
    problem: `"${option}" is too short.`,
    next: `It needs at least ${min} characters.`,
  }),
  "number-malformed": ({ option, typed, min, max }) => ({
    problem: `"${option}" should be a whole number, not "${typed}".`,
    next: `Give a number from ${min} to ${max}.`,
  }),
  "number-out-of-range": ({ option, typed, min, max }) => ({
    problem: `"${option}" cannot be ${typed}.`,
    next: `Give a number from ${min} to ${max}.`,
  }),
  "choice-unknown": ({ option, typed, known }) => ({
    problem: `"${option}" cannot be "${typed}".`,
    next: `Choose one of: ${known.join(", ")}.`,
  }),
  "yes-no-malformed": ({ option, typed }) => ({
    problem: `"${option}" cannot be "${typed}".`,
    next: "Answer yes or no.",
  }),
  "attachment-missing": ({ option }) => ({
    problem: `"${option}" has no file.`,
    next: "Attach the file and send it again.",
  }),
  "attachment-too-large": ({ option, megabytes, max }) => ({
    problem: `The file for "${option}" has ${megabytes.toFixed(1)} MB; ${max} MB fit.`,
    next: "Send a smaller file.",
  }),
  "channel-malformed": ({ option, typed }) => ({
    problem: `"${option}" should be a channel, not "${typed}".`,
    next: "Choose one from the list that opens while you type.",
  }),
  "button-outdated": () => ({
    problem: "This button is out of date.",
    next: "Nothing was changed. Run the command again for a fresh one.",
  }),
  "not-yours": () => ({
    problem: "This belongs to somebody else.",
    next: "Nothing was changed. Run the command yourself to get your own.",
  }),
  "organisers-only": () => ({
    problem: "Only the people who run this community can do that.",
    next: "Ask one of them.",
  }),
  "community-only": () => ({
    problem: "This belongs to a community, and here is none.",
    next: "Use the same command in a channel of the server or workspace that it is about.",
  }),
  "too-fast": ({ seconds }) => ({
    problem: "That was a lot at once.",
    next: `Nothing was changed. Try again in ${seconds} ${seconds === 1 ? "second" : "seconds"}.`,
  }),
  "industry-unknown": ({ typed }) => ({
    problem: `There is no industry "${typed}".`,
    next: "Choose one from the list in your profile.",
  }),
  "insight-unknown": ({ typed, nearest }) => ({
    problem: `There is no industry "${typed}".`,
    next: `The nearest are: ${nearest.join("; ")}. Suggestions come while you type.`,
  }),
  "insight-same": ({ name }) => ({
    problem: `Both are ${name}.`,
    next: "Choose another industry to compare it with.",
  }),
  "skills-too-many": ({ count, max }) => ({
    problem: `These are ${count} skills; ${max} fit.`,
    next: "Keep the ones that matter most for the job you want.",
  }),
  "skill-too-long": ({ skill, max }) => ({
    problem: `The skill "${skill}" is too long.`,
    next: `Say it in at most ${max} characters, and part skills by commas.`,
  }),
  "topic-other-category": ({ topic, category }) => ({
    problem: `"${topic}" is a ${category.toLowerCase()} topic.`,
    next: "Leave the category out, or choose another topic.",
  }),
  "quiz-shared": () => ({
    problem: "This result is in the channel already.",
    next: "Nothing was posted a second time.",
  }),
  "topic-unknown": ({ typed, known }) => ({
    problem: `There are no questions on "${typed}".`,
    next: `Topics for you: ${known.join(", ")}. Or leave the topic out for a mix.`,
  }),
  "quiz-none-open": () => ({ problem: "No quiz is open.", next: "Start one with the command quiz start." }),
  "quiz-over": () => ({
    problem: "This quiz is over.",
    next: "Nothing was changed. Your result is in your history; start a new quiz at any time.",
  }),
  "quiz-unfinished": () => ({
    problem: "This quiz has no result yet.",
    next: "Answer the questions that are left; the command career shows where you are.",
  }),
  "quiz-not-found": () => ({
    problem: "This quiz is not there any more.",
    next: "Start a new one with the command quiz start.",
  }),
  "resume-none": () => ({
    problem: "You have no resume here yet.",
    next: "Import one with the command resume import, or write it section by section with resume edit.",
  }),
  "resume-too-long": ({ length, max }) => ({
    problem: `With this your resume has ${length} characters; ${max} fit, which is about twenty pages.`,
    next: "Keep what matters for the job you want, and send it again. What was saved has not changed.",
  }),
  "resume-changed": () => ({
    problem: "This part of your resume has changed since you opened it.",
    next: "Nothing was overwritten. Run the command resume edit to see how it stands now.",
  }),
  "dates-malformed": ({ typed }) => ({
    problem: `I cannot read "${typed}" as dates.`,
    next: 'Write months and years, as in "Mar 2021 – Present", "2019 – 2021" or "June 2024".',
  }),
  "dates-reversed": ({ typed }) => ({
    problem: `"${typed}" ends before it starts.`,
    next: "Put the earlier date first.",
  }),
  "link-malformed": ({ typed }) => ({
    problem: `"${typed}" is no web address.`,
    next: 'Write one a line, as in "Portfolio: https://example.com/me".',
  }),
  "email-malformed": ({ typed }) => ({
    problem: `"${typed}" is no e-mail address.`,
    next: "Write it as in first.last@example.com.",
  }),
  "version-gone": () => ({
    problem: "This earlier version is not kept any more: the last ten are.",
    next: "Nothing was changed. Choose another one.",
  }),
  "improvement-gone": () => ({
    problem: "These suggestions are not kept any more: they are for 30 days.",
    next: "Nothing was changed. Run the command resume improve for fresh ones.",
  }),
  "letter-none": () => ({
    problem: "You have no cover letter here yet.",
    next: "Write the first one with the command cover-letter new.",
  }),
  "letter-gone": () => ({
    problem: "This cover letter is not there any more; a deleted one can be had back for ten minutes.",
    next: "Your other letters are in the list of the command cover-letter list.",
  }),
  "letter-unknown": ({ typed }) => ({
    problem: `You have no cover letter "${typed}".`,
    next: "Choose one from the suggestions, or leave it out and I will ask which one.",
  }),
  "letter-changed": () => ({
    problem: "This letter was changed in the meantime.",
    next: "Nothing was overwritten. Open it again to see how it stands now.",
  }),
  "letter-first": () => ({
    problem: "There is nothing to undo: no earlier text of this letter is kept.",
    next: "Change it with the command cover-letter edit.",
  }),
  "letter-unchanged": () => ({
    problem: "There is nothing to change for that: the letter is that way already.",
    next: "Ask for something else, or edit the text yourself.",
  }),
  "letter-no-fact": ({ topic }) => ({
    problem: `Nothing in your resume speaks of "${topic}", so I left the letter as it was.`,
    next: "Add it to your resume first, or write the sentence into the letter yourself.",
  }),
  "letter-ask-unclear": ({ ask }) => ({
    problem: `I do not know how to do "${ask}".`,
    next: 'I understand "shorter", "warmer", "more formal" and "mention" with a topic. For everything else, edit the text yourself.',
  }),
  "letter-invented": ({ claims }) => ({
    problem: `What the AI wrote said things that your resume does not say (${claims.map((claim) => `"${claim}"`).join(", ")}).`,
    next: "If one of them is true, add it to your resume or write it into the letter yourself.",
  }),
  "letter-half": () => ({
    problem: "What the AI wrote was not a whole letter.",
    next: "Try again in a minute, or edit the text yourself.",
  }),
  "import-empty": () => ({
    problem: "There is nothing in this file.",
    next: "Check that it is the right one and send it again. Nothing was changed.",
  }),
  "import-too-large": ({ megabytes, max }) => ({
    problem: `This file has ${megabytes.toFixed(1)} MB; ${max} MB fit.`,
    next: "Save it without pictures, or as a PDF of the smallest size, and send it again.",
  }),
  "import-unknown-kind": ({ kind }) => ({
    problem: kind ? `This is ${FILE_KINDS[kind]}, which I cannot read.` : "I do not know this kind of file.",
    next: "Send a PDF, Word (.docx), Markdown, plain text or JSON Resume file, or the zip that LinkedIn gives you.",
  }),
  "import-encrypted": () => ({
    problem: "This file is locked with a password.",
    next: "Save it without one and send it again. Please do not send the password.",
  }),
  "import-no-text": () => ({
    problem: "There is no text in this PDF: its pages are pictures, as from a scanner.",
    next: "Send the file it was printed from, or copy the text into a plain text file.",
  }),
  "import-too-many-pages": ({ pages, max }) => ({
    problem: `This file has ${pages} pages; ${max} fit.`,
    next: "Send only the pages that are your resume.",
  }),
  "import-broken": () => ({
    problem: "This file is damaged, or not what it says it is.",
    next: "Open it, save it anew as PDF or Word (.docx), and send that. Nothing was changed.",
  }),
  "import-bomb": () => ({
    problem: "Reading this file takes more memory than any resume needs, so I stopped.",
    next: "Open it, save it anew as PDF, and send that. Nothing was changed.",
  }),
  "import-too-slow": ({ seconds }) => ({
    problem: `This file could not be read within ${seconds} seconds, so I stopped.`,
    next: "Open it, save it anew as PDF, and send that. Nothing was changed.",
  }),
  "import-busy": () => ({
    problem: "Many files are being read at the moment.",
    next: "Nothing was changed. Send yours again in a minute.",
  }),
  "import-link-refused": () => ({
    problem: "I take files only from where this chat keeps its attachments.",
    next: "Attach the file itself instead of a link to it.",
  }),
  "import-link-expired": () => ({
    problem: "The link to this file has expired.",
    next: "Attach the file again.",
  }),
  "import-link-failed": () => ({
    problem: "This file could not be fetched from the chat.",
    next: "Nothing was changed. Attach it again in a minute.",
  }),
  "import-not-permitted": () => ({
    problem: "Slack does not let me open files here.",
    next: 'Ask the people who run this bot to give it the permission "files:read". Until then, paste the text of your resume instead of the file.',
  }),
  "import-one-needed": ({ given }) => ({
    problem:
      given === 0 ? "There is neither a file nor a text." : "There is a file and a text: I need only one of them.",
    next:
      given === 0 ? "Attach the file, or paste the text of your resume." : "Leave one of them out and send it again.",
  }),
  "import-no-resume": () => ({
    problem: "I found no resume in this: no jobs, no schools, no skills and no way to reach you.",
    next:
      "Put a heading such as Experience, Education or Skills above each part and send it again, " +
      "or write it here with the command resume edit. Nothing was changed.",
  }),
  "proposal-gone": () => ({
    problem: "What I read from this file is not kept any more.",
    next: "Nothing was changed. Send the file again with the command resume import.",
  }),
  "zone-unknown": ({ typed, near }) => ({
    problem: `There is no time zone "${typed}".`,
    next:
      near.length > 0
        ? `Did you mean ${near.join(", ")}?`
        : "Type your city or country and choose from the list, as in Europe/Berlin.",
  }),
  "channel-refused": ({ problem, fix, missing }) => ({
    problem: `${CHANNEL_PROBLEMS[problem]}${missing.length > 0 ? ` Missing: ${missing.join(", ")}.` : ""}`,
    next: `${fix} Then try again; nothing was changed.`,
  }),
  "posting-unavailable": () => ({
    problem: "I cannot post by myself here.",
    next: "Everything that you ask me directly still works.",
  }),
  "subscription-gone": () => ({
    problem: "This subscription is not there any more.",
    next: "Nothing was changed. The command insights subscriptions shows what is there.",
  }),
  "subscription-unknown": ({ typed }) => ({
    problem: `No subscription here is called "${typed}".`,
    next: "The command insights subscriptions lists them. Name a channel or an industry, or leave it out and choose.",
  }),
  "subscriptions-full": ({ max }) => ({
    problem: `This community has ${max} subscriptions, and that is the most I keep for one.`,
    next: "End one that nobody reads with the command insights unsubscribe, and try again.",
  }),
  "channel-question-gone": () => ({
    problem: "This question cannot be answered: it was not asked here, or so long ago that it is not kept any more.",
    next: "Nothing was changed. Take a quiz with the command quiz start, or wait for the next question in the channel.",
  }),
  "storage-away": () => ({
    problem: "The storage cannot be reached at the moment.",
    next: "Nothing that was saved is lost. Try again in a minute.",
  }),
  "model-quota": ({ seconds }) => ({
    problem: "The AI model has reached its limit for now.",
    next: seconds ? `Try again in ${seconds} seconds.` : "Try again later.",
  }),
  "model-blocked": () => ({
    problem: "The AI model refused this request.",
    next: "Try it in other words, or go on without it: what is built in works all the same.",
  }),
  "model-truncated": () => ({ problem: "The AI model stopped half way.", next: "Ask for less at once." }),
  "model-key-refused": () => ({
    problem: "The AI model refuses this bot's key.",
    next: "Tell the people who run this bot. What is built in works all the same.",
  }),
  "model-unavailable": () => ({ problem: "The AI model cannot be reached.", next: "Try again in a minute." }),
  broken: ({ reference }) => ({
    problem: `Something broke on our side (ref ${reference}).`,
    next: "Nothing that was saved is lost. Try again; if it happens again, tell the people who run this bot the reference.",
  }),
};

const FILE_KINDS = {
  doc: "an old Word file (.doc)",
  rtf: "an RTF file",
  html: "a web page",
  picture: "a picture",
  media: "a sound or film",
  packed: "a packed file",
  program: "a program",
} as const;

/** What happened and what to do next. */
export function errors<Code extends ErrorCode>(error: UserError<Code>): Said {
  return sentences[error.code](error.facts);
}
