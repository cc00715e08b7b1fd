/**
 * Discord's numbers, and ours where Discord has none. Messages, buttons and modals:
 * https://discord.com/developers/docs/components/reference; commands: .../interactions/application-commands;
 * deadlines: .../interactions/receiving-and-responding.
 */
export const limits = {
  /** Nested ones count. */
  components: 40,
  /** Ours: of one answer. An app on somebody's own account may follow up five times where the bot is not a member. */
  messages: 5,
  /** Over all text displays of a message (github.com/discord/discord-api-docs/pull/8562); counted in UTF-16 units. */
  text: 4000,
  rowButtons: 5,
  buttonLabel: 80,
  buttonUrl: 512,
  customId: 100,
  selectOptions: 25,
  selectPlaceholder: 150,
  optionText: 100,
  /** Alt texts and descriptions of files. */
  description: 1024,
  /** Ten, of which one is kept for the text that did not fit. */
  files: 9,
  /** Where the interaction does not name its own (`attachment_size_limit`). */
  attachmentBytes: 10 * 1024 * 1024,
  /** Ours: what a phone shows of a code block without breaking its lines. */
  tableColumns: 50,

  modalFields: 5,
  modalTitle: 45,
  fieldLabel: 45,
  fieldHint: 100,
  fieldPlaceholder: 100,
  fieldText: 4000,

  commands: 100,
  commandOptions: 25,
  commandDescription: 100,
  commandCharacters: 8000,
  commandText: 6000,
  choices: 25,
  choiceText: 100,
} as const;

/** How long an answer may take, and for how long we try. Only tests change them. */
export interface Deadlines {
  /** The answer was not there: defer. Discord gives three seconds. */
  readonly deferMs: number;
  /** The same where a form may come, which cannot come any more after a deferral. */
  readonly formMs: number;
  /** Between two edits that show progress. */
  readonly progressMs: number;
  /** What is being answered when the platform stops. */
  readonly stopMs: number;
  /** The connection's end, which a Discord that is gone does not confirm. */
  readonly closeMs: number;
  /** How long start() waits for a Discord that is out of reach before it goes on trying in the background. */
  readonly startMs: number;
  /** The first pause between two tries to connect; it doubles up to a minute. */
  readonly retryMs: number;
  /** One request. */
  readonly requestMs: number;
  /** How long the token of an interaction is good for; Discord's number. */
  readonly tokenMs: number;
}

export const deadlines: Deadlines = {
  deferMs: 1000,
  formMs: 2000,
  progressMs: 1000,
  stopMs: 8000,
  closeMs: 1000,
  startMs: 20_000,
  retryMs: 1000,
  requestMs: 10_000,
  tokenMs: 15 * 60_000,
};
