const list = new Intl.ListFormat("en", { type: "conjunction" });

/** What an organiser of a Discord server has to do before something can be posted there. */
export const discord = {
  /** As Discord itself calls them. */
  permissions: {
    ViewChannel: "View Channel",
    SendMessages: "Send Messages",
    AttachFiles: "Attach Files",
    ReadMessageHistory: "Read Message History",
    CreatePublicThreads: "Create Public Threads",
    SendMessagesInThreads: "Send Messages in Threads",
  },
  /** Where its name in that server is not known. */
  bot: "Greenroom",
  thisChannel: "this channel",
  allow: (missing: readonly string[], bot: string, channel: string) =>
    `Allow ${list.format(missing)} for ${bot} in ${channel}: open Edit Channel, then Permissions, then Advanced permissions, add ${bot}, and turn ${missing.length === 1 ? "it" : "them"} on.`,
  addToServer: (link: string) => `Somebody with Manage Server has to add me to this server first: ${link}`,
  addAgain: (link: string) => `If I am to post there again, add me to the server again: ${link}`,
  chooseInServer: "Choose a text or announcement channel of this server.",
  chooseText: (channel: string) =>
    `${channel} is neither a text nor an announcement channel, and I post to these two kinds only. Choose another channel.`,
  chooseOther: "Choose another channel.",
  outOfReach: "Discord does not answer me at the moment. Wait a minute.",
  everyoneRefused: "I never notify everybody. Choose a role that people have taken because they want to be told.",
  roleGone: "There is no such role in this server. Choose one of its roles, or none.",
  letMention: (role: string, bot: string, channel: string) =>
    `Open Server Settings, then Roles, then ${role}, and turn on "Allow anyone to @mention this role"; or allow "Mention @everyone, @here, and All Roles" for ${bot} in ${channel}.`,
  openThread: "The thread is closed or locked. Open it again.",
  archiveThreads: "This server has as many open threads as Discord allows. Close some that are not needed any more.",
  messageGone: "The message above the thread has been deleted.",
  autoMod: (bot: string) =>
    `AutoMod of this server has blocked the message. Open Server Settings, then AutoMod, and exempt the role of ${bot}.`,
};
