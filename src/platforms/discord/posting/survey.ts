import { type APIGuild, type APIGuildChannel, type APIGuildMember, RequestMethod, Routes } from "discord.js";
import type { Asked, Asker } from "./ask.ts";
import { permissionsIn } from "./permissions.ts";
import type { Target } from "./port.ts";
import type { AskSelf, Self } from "./self.ts";

/** What there is to see of a channel before anything is posted to it. */
export type Surveyed =
  | {
      readonly kind: "seen";
      readonly self: Self;
      readonly guild: APIGuild;
      readonly channel: APIGuildChannel;
      readonly permissions: bigint;
    }
  /** We are not in that server. */
  | { readonly kind: "not-member"; readonly self: Self }
  /** There is no such channel in that server. */
  | { readonly kind: "gone" }
  /** It exists, and we may not know more about it. */
  | { readonly kind: "hidden"; readonly self: Self }
  /** Discord did not answer. */
  | { readonly kind: "away" };

export type Survey = (target: Target, signal: AbortSignal) => Promise<Surveyed>;

/** Changes nothing. Takes four requests, the first of which is made once. */
export function createSurvey({ ask, self }: Pick<Asker, "ask"> & { readonly self: AskSelf }): Survey {
  return async ({ workspaceId, channelId }, signal) => {
    const get = <T>(route: `/${string}`): Promise<Asked<T>> => ask({ method: RequestMethod.Get, route, signal });
    const us = await self(signal);
    if (us.kind !== "done") return { kind: "away" };
    if (workspaceId === "") return { kind: "not-member", self: us.value };
    const guild = await get<APIGuild>(Routes.guild(workspaceId));
    if (guild.kind === "no") return { kind: "not-member", self: us.value };
    if (guild.kind !== "done") return { kind: "away" };
    const [channel, member] = await Promise.all([
      get<APIGuildChannel>(Routes.channel(channelId)),
      get<APIGuildMember>(Routes.guildMember(workspaceId, us.value.userId)),
    ]);
    if (member.kind === "no") return { kind: "not-member", self: us.value };
    if (member.kind !== "done") return { kind: "away" };
    const see = (seen: APIGuildChannel): Surveyed => {
      if (seen.guild_id !== workspaceId) return { kind: "gone" };
      const permissions = permissionsIn(seen.permission_overwrites ?? [], guild.value, member.value);
      return { kind: "seen", self: us.value, guild: guild.value, channel: seen, permissions };
    };
    if (channel.kind === "done") return see(channel.value);
    if (channel.kind !== "no") return { kind: "away" };
    if (channel.code !== MISSING_ACCESS) return { kind: "gone" };
    // The list of a server's channels has those that we may not enter as well: so everything that is missing can be named.
    const all = await get<APIGuildChannel[]>(Routes.guildChannels(workspaceId));
    const listed = all.kind === "done" ? all.value.find(({ id }) => id === channelId) : undefined;
    return listed ? see(listed) : { kind: "hidden", self: us.value };
  };
}

const MISSING_ACCESS = 50001;
