import { type APIRole, ChannelType, PermissionFlagsBits } from "discord.js";
import { wordsOf } from "#src/words/index.ts";
import { inviteLink } from "../install.ts";
import { missingOf } from "./permissions.ts";
import type { PostCheck, Refusal, Target } from "./port.ts";
import type { Surveyed } from "./survey.ts";

const words = wordsOf("en").discord;

/** Reads from a survey whether there can be posted, and if not, what exactly has to be done. */
export function judge(surveyed: Surveyed, target: Target & { readonly mention?: string }): PostCheck {
  switch (surveyed.kind) {
    case "not-member": {
      const link = inviteLink(surveyed.self.applicationId, target.workspaceId);
      return no({ problem: "not-member", fix: words.addToServer(link) });
    }
    case "gone":
      return no({ problem: "channel-gone", fix: words.chooseInServer });
    case "hidden": {
      const missing = [words.permissions.ViewChannel];
      return no({
        problem: "channel-hidden",
        missing,
        fix: words.allow(missing, surveyed.self.name, words.thisChannel),
      });
    }
    case "away":
      return no({ problem: "channel-hidden", fix: words.outOfReach });
    case "seen":
      return judgeSeen(surveyed, target.mention);
  }
}

type Seen = Surveyed & { readonly kind: "seen" };

function judgeSeen(seen: Seen, mention: string | undefined): PostCheck {
  const { channel, permissions, self } = seen;
  const channelName = `#${channel.name}`;
  if (!TYPES.has(channel.type)) return no({ problem: "no-permission", fix: words.chooseText(channelName) });
  const missing = missingOf(permissions).map((name) => words.permissions[name]);
  if (missing.length > 0) {
    const hidden = (permissions & PermissionFlagsBits.ViewChannel) === 0n;
    const problem = hidden ? "channel-hidden" : "no-permission";
    return no({ problem, missing, fix: words.allow(missing, self.name, channelName) });
  }
  if (mention === undefined) return { ok: true, channelName };
  const role = mentioned(seen, mention);
  if ("problem" in role) return no(role);
  return { ok: true, channelName, mention: { id: role.id, name: `@${role.name}` } };
}

const TYPES: ReadonlySet<ChannelType> = new Set([ChannelType.GuildText, ChannelType.GuildAnnouncement]);

function mentioned({ guild, channel, permissions, self }: Seen, mention: string): APIRole | Refusal {
  const problem = "mention-refused";
  // The role of everybody has the server's own id.
  if (mention === guild.id) return { problem, fix: words.everyoneRefused };
  const role = guild.roles.find(({ id }) => id === mention);
  if (!role) return { problem, fix: words.roleGone };
  if (role.mentionable || (permissions & PermissionFlagsBits.MentionEveryone) !== 0n) return role;
  return { problem, fix: words.letMention(`@${role.name}`, self.name, `#${channel.name}`) };
}

function no(refusal: Refusal): PostCheck {
  return { ok: false, ...refusal };
}
