export const slack = {
  appName: "Greenroom",
  appDescription:
    "Prepares you for your next job: quizzes that explain every answer, a resume that machines can read, and cover letters that stay true.",
  commandDescription: "Prepare for your next job; on its own it opens your home card",
  shortcut: "Prepare for a job",
  shortcutDescription: "Opens your Greenroom home card, also from a thread",
  wait: "One moment…",
  waitMore: "I am working on it. This window changes by itself.",
  done: "Done. The answer is in the conversation behind this window. You can close it.",
  doneDirect: "Done. The answer is in your direct messages with this app. You can close this window.",
  close: "Close",
  cancel: "Cancel",
  part: (label: string, part: number, parts: number) => `${label} (${part} of ${parts})`,
  empty: "This form has nothing to fill in.",
  noFiles: (label: string) =>
    `${label}: files cannot be attached here, because this app lacks the permission "files:read". The people who run it can give it that. Until then, use the other fields.`,
  chartNewest: (shown: number, all: number) => `The chart shows the newest ${shown} of ${all} values.`,
  file: (name: string, description: string) => (description.includes(name) ? description : `${name}: ${description}`),
  inDirect: (files: number) =>
    files === 1
      ? "The file is in your direct messages with this app."
      : "The files are in your direct messages with this app.",
  restHere: (name: string) => `The rest is too long for a message. All of it is in ${name}.`,
  restInDirect: (name: string) =>
    `The rest is too long to be shown here. All of it is in ${name}, in your direct messages with this app.`,
  fileLost: (names: string) => `${names} could not be sent to your direct messages. Please ask for it again.`,
  groupHint: "A user group as people mention it, such as @job-seekers.",
  posting: {
    invite: (bot: string) => `In that channel, type "/invite @${bot}".`,
    inviteTo: (bot: string, channel: string) => `In ${channel}, type "/invite @${bot}".`,
    inviteHidden: (bot: string) =>
      `If it is a private channel, type "/invite @${bot}" in it; if it was deleted, choose another one.`,
    unarchive: "It is archived. Unarchive it, or choose another channel.",
    installAgain: (code: string) =>
      `Ask the people who run this bot to install it again at https://api.slack.com/apps (Slack says "${code}").`,
    askAdmin: (code: string) =>
      `Ask an admin of this workspace what keeps this app from posting (Slack says "${code}").`,
    restricted: 'Ask an admin of this workspace to give this app the "Posting permissions" of the channel.',
    threadsOnly: "This channel takes answers in threads only: choose another one.",
    noThreads: "This channel takes no threads: allow them in its settings, or choose another one.",
    threadLocked: "The thread was locked: there is nothing to do before the next post.",
    threadGone: "The post to which this belongs was deleted: there is nothing to do before the next one.",
    content: (code: string) => `Tell the people who run this bot that Slack does not take this post ("${code}").`,
    grant: (scopes: string) =>
      `Ask the people who run this bot to add ${scopes} to its bot token scopes under "OAuth & Permissions" at https://api.slack.com/apps, and to reinstall it.`,
    channelsOnly: "Posts go into channels, not into direct messages: choose a channel.",
    notEverybody: (typed: string) =>
      `${typed} would notify everybody. Choose a user group, such as @job-seekers, or leave the field empty.`,
    noGroup: (typed: string, known: readonly string[]) =>
      known.length > 0
        ? `There is no user group ${typed}. There are, for example: ${known.join(", ")}. Or leave the field empty.`
        : `There is no user group ${typed}. Make one under "People & user groups", or leave the field empty.`,
    groupDisabled: (name: string) => `The user group ${name} is disabled: enable it, or choose another one.`,
    groupsPaid: "User groups come with Slack's paid plans only: leave the field empty.",
    noAnswer: "Slack did not answer: wait a minute.",
    proof: "Greenroom was checking whether it may post here. Nothing else happened.",
    notAttached: (name: string) => `${name} could not be attached this time.`,
    restAttached: "The rest is too long for a message. All of it is in",
    restLost: "The rest is too long for a message, and the file with all of it could not be attached this time.",
  },
  notPressable: (labels: readonly string[]) => `Not possible now: ${labels.join("  ·  ")}`,
};
