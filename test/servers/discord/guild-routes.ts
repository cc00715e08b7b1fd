import { refusal } from "./errors.ts";
import { channelsOf, guildJson, memberJson, roleJson } from "./guilds.ts";
import { placeJson } from "./places.ts";
import type { Call, Reply, Route } from "./routes.ts";

/** Servers and people, as the bot sees them. */
export const guildRoutes: readonly Route[] = [
  { method: "GET", template: "/guilds/{guild_id}", run: (call) => ok(guildJson(guild(call))) },
  {
    method: "GET",
    template: "/guilds/{guild_id}/channels",
    run: (call) => ok(channelsOf(call.world, guild(call)).map(placeJson)),
  },
  { method: "GET", template: "/guilds/{guild_id}/roles", run: (call) => ok(guild(call).roles.map(roleJson)) },
  { method: "GET", template: "/guilds/{guild_id}/members/{user_id}", run: member },
  { method: "GET", template: "/users/{user_id}", run: user },
];

function ok(body: unknown): Reply {
  return { status: 200, body };
}

function guild({ world, params }: Call) {
  const found = world.guilds.get(params["guild_id"] ?? "");
  if (!found) throw refusal("unknownGuild");
  if (!found.installed) throw refusal("missingAccess");
  return found;
}

function member(call: Call): Reply {
  const { botRoles } = guild(call);
  const { world, params } = call;
  if (params["user_id"] === world.bot.id) return ok(memberJson(world.bot, botRoles));
  const person = world.people.get(params["user_id"] ?? "");
  if (!person) throw refusal("unknownMember");
  return ok(memberJson(person.user, []));
}

function user({ world, params }: Call): Reply {
  const id = params["user_id"] ?? "";
  const found = id === world.bot.id ? world.bot : world.people.get(id)?.user;
  if (!found) throw refusal("unknownUser");
  return ok(found);
}
