import { everyComponent } from "./component-rules.ts";
import type { Content } from "./content-rules.ts";
import { createProblems, type Path } from "./errors.ts";
import { type Fields, isFields } from "./json.ts";
import { permission, permissionsOfBot } from "./permissions.ts";
import type { Pinged, PlaceRecord, World } from "./world.ts";

export const nobody: Pinged = { roles: [], users: [], everyone: false };

/** Whom a new message notifies. https://discord.com/developers/docs/resources/message#allowed-mentions-object */
export function pingedBy(world: World, place: PlaceRecord, message: { body: Fields; content: Content }): Pinged {
  const allowed = isFields(message.body["allowed_mentions"]) ? message.body["allowed_mentions"] : undefined;
  const parse = list(allowed?.["parse"] ?? (allowed ? [] : ["everyone", "roles", "users"]));
  const may = permissionsOfBot(world, place);
  const says = textOf(message.content);
  // A backslash takes a mention its meaning.
  const ids = (pattern: RegExp) => [...new Set([...says.matchAll(pattern)].map(([, id]) => id ?? ""))];
  const mentionable = (id: string) =>
    place.guild?.roles.some(
      (role) =>
        role.id === id && id !== place.guild?.id && (role.mentionable || (may & permission.mentionEveryone) !== 0n),
    ) === true;
  return {
    roles: ids(/(?<!\\)<@&(\d+)>/g).filter(
      (id) => (parse.includes("roles") || list(allowed?.["roles"]).includes(id)) && mentionable(id),
    ),
    users: ids(/(?<!\\)<@!?(\d+)>/g).filter((id) => parse.includes("users") || list(allowed?.["users"]).includes(id)),
    everyone: /@(everyone|here)/.test(says) && parse.includes("everyone") && (may & permission.mentionEveryone) !== 0n,
  };
}

/** Notes what we do not allow ourselves: every text that may hold somebody's words must say that it pings nobody by itself. */
export function checkMentions(world: World, body: Fields, path: Path): void {
  const speaks = [body["content"], body["embeds"], body["components"]].some((value) =>
    Array.isArray(value) ? value.length > 0 : typeof value === "string" && value !== "",
  );
  const allowed = body["allowed_mentions"];
  if (isFields(allowed)) {
    const problems = createProblems();
    for (const kind of ["roles", "users"])
      if (list(allowed["parse"]).includes(kind) && list(allowed[kind]).length > 0)
        problems.add(
          [...path, "allowed_mentions"],
          "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
          `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
        );
    problems.refuse();
  }
  if (speaks && !(isFields(allowed) && Array.isArray(allowed["parse"]) && allowed["parse"].length === 0))
    world.violations.push(
      `allowed_mentions must be present with parse: [] (got ${JSON.stringify(allowed)}) in ${JSON.stringify(body).slice(0, 200)}`,
    );
}

function list(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function textOf({ content, components }: Content): string {
  const texts = everyComponent(components).filter((one) => one["type"] === 10);
  return [content, ...texts.map((one) => String(one["content"] ?? ""))].join("\n");
}
