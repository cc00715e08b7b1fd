import { channelRoutes } from "./channel-routes.ts";
import { type CommandStore, withoutLocalizations } from "./commands.ts";
import type { Uploaded } from "./content-rules.ts";
import { createProblems, refusal } from "./errors.ts";
import { guildRoutes } from "./guild-routes.ts";
import { acknowledge, byToken, deleteOwn, editOwn, followUp, ownMessage } from "./interactions.ts";
import { checkCount, checkText, type Fields, isFields, objects } from "./json.ts";
import { messageJson } from "./messages.ts";
import type { World } from "./world.ts";

export interface Call {
  world: World;
  commands: CommandStore;
  params: Record<string, string>;
  query: Record<string, string>;
  /** JSON body or `payload_json`; an empty object when there was none. */
  body: unknown;
  files: Uploaded[];
}

export interface Reply {
  status: number;
  body?: unknown;
}

export interface Route {
  method: string;
  /** As in Discord's OpenAPI description, `{name}` for a parameter. */
  template: string;
  /** Interaction and webhook endpoints carry their own token instead. */
  open?: true;
  run(call: Call): Reply;
}

/** Every route of REST v10 that this Discord knows; any other answers 404. */
export const routes: readonly Route[] = [
  { method: "GET", template: "/gateway/bot", run: ({ world }) => ok(gatewayInfo(world)) },
  { method: "GET", template: "/users/@me", run: ({ world }) => ok(world.bot) },
  {
    method: "GET",
    template: "/users/@me/guilds",
    run: ({ world }) =>
      ok(
        [...world.guilds.values()]
          .filter((guild) => guild.installed)
          .map(({ id, name }) => ({ id, name, icon: null, owner: false, permissions: "0", features: [] })),
      ),
  },
  { method: "GET", template: "/applications/@me", run: ({ world }) => ok(world.application) },
  { method: "GET", template: "/oauth2/applications/@me", run: ({ world }) => ok(world.application) },
  { method: "PATCH", template: "/applications/@me", run: editApplication },
  ...commandRoutes("/applications/{application_id}/commands"),
  ...commandRoutes("/applications/{application_id}/guilds/{guild_id}/commands"),
  {
    method: "POST",
    template: "/interactions/{interaction_id}/{interaction_token}/callback",
    open: true,
    run({ world, params, query, body, files }) {
      const answer = acknowledge(
        world,
        { id: params["interaction_id"] ?? "", token: params["interaction_token"] ?? "" },
        { body: fields(body), files },
      );
      return query["with_response"] === "true" ? ok(answer) : { status: 204 };
    },
  },
  {
    method: "POST",
    template: "/webhooks/{webhook_id}/{webhook_token}",
    open: true,
    run: (call) =>
      ok(
        messageJson(
          call.world,
          followUp(call.world, interactionOf(call), { body: fields(call.body), files: call.files }),
        ),
      ),
  },
  {
    method: "GET",
    template: "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}",
    open: true,
    run: (call) => ok(messageJson(call.world, ownMessage(interactionOf(call), call.params["message_id"] ?? ""))),
  },
  {
    method: "PATCH",
    template: "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}",
    open: true,
    run(call) {
      const edit = { id: call.params["message_id"] ?? "", writing: { body: fields(call.body), files: call.files } };
      return ok(messageJson(call.world, editOwn(call.world, interactionOf(call), edit)));
    },
  },
  {
    method: "DELETE",
    template: "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}",
    open: true,
    run(call) {
      deleteOwn(call.world, interactionOf(call), call.params["message_id"] ?? "");
      return { status: 204 };
    },
  },
  ...channelRoutes,
  ...guildRoutes,
];

/** The route for a path, with its parameters. */
export function findRoute(
  method: string,
  path: string,
): { route: Route; params: Record<string, string> } | "wrong method" | undefined {
  const fitting = patterns.flatMap(({ route, pattern }) => {
    const match = pattern.exec(path);
    return match ? [{ route, params: { ...match.groups } as Record<string, string> }] : [];
  });
  return fitting.find(({ route }) => route.method === method) ?? (fitting.length > 0 ? "wrong method" : undefined);
}

const patterns = routes.map((route) => ({
  route,
  pattern: new RegExp(`^${route.template.replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`),
}));

function ok(body: unknown): Reply {
  return { status: 200, body };
}

function fields(body: unknown): Fields {
  return isFields(body) ? body : {};
}

function interactionOf({ world, params }: Call) {
  return byToken(world, params["webhook_id"] ?? "", params["webhook_token"] ?? "");
}

function gatewayInfo(world: World): Fields {
  return {
    url: world.origin.replace("http", "ws"),
    shards: 1,
    session_start_limit: {
      total: 1000,
      remaining: 1000,
      reset_after: 0,
      max_concurrency: world.options.maxConcurrency,
    },
  };
}

function editApplication({ world, body }: Call): Reply {
  const problems = createProblems();
  const change = fields(body);
  checkText(problems, ["description"], { value: change["description"], max: 400 });
  checkCount(problems, ["tags"], { value: change["tags"] ?? [], min: 0, max: 5 });
  if (Array.isArray(change["tags"]))
    change["tags"].forEach((tag: unknown, index) =>
      checkText(problems, ["tags", index], { value: tag, min: 1, max: 20 }),
    );
  problems.refuse();
  return ok(Object.assign(world.application, change));
}

function commandRoutes(template: string): Route[] {
  const open = ({ world, commands, params }: Call) => {
    if (params["application_id"] !== world.options.applicationId) throw refusal("unknownApplication");
    const guild = params["guild_id"];
    if (guild !== undefined && !world.guilds.get(guild)?.installed) throw refusal("missingAccess");
    return { commands, scope: guild ?? "" };
  };
  const one = `${template}/{command_id}`;
  return [
    {
      method: "GET",
      template,
      run(call) {
        const { commands, scope } = open(call);
        const list = commands.in(scope);
        return ok(call.query["with_localizations"] === "true" ? list : list.map(withoutLocalizations));
      },
    },
    {
      method: "PUT",
      template,
      run(call) {
        const { commands, scope } = open(call);
        return ok(commands.overwrite(scope, objects(call.body)));
      },
    },
    {
      method: "POST",
      template,
      run(call) {
        const { commands, scope } = open(call);
        const known = commands.in(scope).some((command) => command["name"] === fields(call.body)["name"]);
        return { status: known ? 200 : 201, body: commands.create(scope, fields(call.body)) };
      },
    },
    {
      method: "GET",
      template: one,
      run(call) {
        const { commands, scope } = open(call);
        const found = commands.in(scope).find((command) => command["id"] === call.params["command_id"]);
        if (!found) throw refusal("unknownCommand");
        return ok(found);
      },
    },
    {
      method: "PATCH",
      template: one,
      run(call) {
        const { commands, scope } = open(call);
        return ok(commands.edit(scope, call.params["command_id"] ?? "", fields(call.body)));
      },
    },
    {
      method: "DELETE",
      template: one,
      run(call) {
        const { commands, scope } = open(call);
        commands.remove(scope, call.params["command_id"] ?? "");
        return { status: 204 };
      },
    },
  ];
}
