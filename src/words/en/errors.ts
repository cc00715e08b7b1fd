import type { ErrorCode, ErrorFacts, UserError } from "../errors.ts";

export interface Said {
  /** What happened, one sentence. */
  problem: string;
  /** What to do next, one or two sentences. */
  next: string;
}

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
  "text-too-long": ({ option, length, max }) => ({
    problem: `"${option}" has ${length} characters; ${max} fit.`,
    next: `Shorten it by ${length - max}.`,
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
  "too-fast": ({ seconds }) => ({
    problem: "That was a lot at once.",
    next: `Nothing was changed. Try again in ${seconds} ${seconds === 1 ? "second" : "seconds"}.`,
  }),
  "industry-unknown": ({ typed }) => ({
    problem: `There is no industry "${typed}".`,
    next: "Choose one from the list in your profile.",
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
  "storage-away": () => ({
    problem: "The storage cannot be reached at the moment.",
    next: "Nothing that was saved is lost. Try again in a minute.",
  }),
  "model-quota": ({ seconds }) => ({
    problem: "The question writer has reached its limit for now.",
    next: seconds ? `Try again in ${seconds} seconds.` : "Try again later.",
  }),
  "model-blocked": () => ({
    problem: "The question writer refused this request.",
    next: "Try another topic, or practise with the built-in questions.",
  }),
  "model-truncated": () => ({ problem: "The question writer stopped half way.", next: "Try fewer questions." }),
  "model-key-refused": () => ({
    problem: "The question writer refuses this bot's key.",
    next: "Tell the people who run this bot. The built-in questions work all the same.",
  }),
  "model-unavailable": () => ({ problem: "The question writer cannot be reached.", next: "Try again in a minute." }),
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
