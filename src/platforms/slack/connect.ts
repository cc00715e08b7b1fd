import { setTimeout as sleep } from "node:timers/promises";
import { App, webApi } from "@slack/bolt";
import type { WebClientOptions } from "@slack/web-api";
import type { Logger } from "pino";
import type { Dispatch } from "#src/chat/dispatch.ts";
import type { Drawing } from "#src/chat/message.ts";
import { type Communities, type Platform, PlatformRefused } from "#src/chat/platform.ts";
import { type Acknowledge, createConverse } from "./converse.ts";
import { createHttpReceiver } from "./http.ts";
import { createInstallation, receiveDeparture } from "./installation.ts";
import { createBoltLogger, errorName } from "./log.ts";
import { createPermissions } from "./permissions.ts";
import { createSlackPoster } from "./poster.ts";
import { receive } from "./receive.ts";
import { APP_REMEDY, BOT_REMEDY, refusedBotToken } from "./refused.ts";
import { createResponseUrls } from "./response-url.ts";
import { createSocket } from "./socket.ts";

export interface SlackSettings {
  readonly botToken: string;
  /** With it Slack is reached by Socket Mode, without it over signed HTTP. */
  readonly appToken?: string;
  readonly signingSecret?: string;
  /** Another Web API than https://slack.com/api/, for GovSlack and for tests. */
  readonly apiUrl?: string;
  /** "/prep": the app's one slash command. */
  readonly commandName: string;
  /** Ids of people who may do what admins may: Slack does not tell who installed an app. */
  readonly organisers?: readonly string[];
  readonly dispatch: Dispatch;
  readonly communities: Communities;
  /** PNG bytes, for posts to channels. When it rejects, a post has a table instead. */
  readonly drawChart: (chart: Drawing) => Promise<Uint8Array>;
  readonly log: Logger;
  readonly observe: {
    acknowledged(ms: number): void;
    /** An answer found no way at all; Slack's last word for why. */
    undelivered?(code: string): void;
  };
  readonly deadlines?: Partial<Deadlines>;
}

/** In milliseconds. */
interface Deadlines {
  /** The first sign of life is given by then, with or without the answer. Slack gives up after 3,000. */
  readonly first: number;
  /** Over HTTP an empty answer is given by then, should even the first sign of life be late. */
  readonly latest: number;
  readonly progress: number;
  readonly stop: number;
  /** Between two looks whether a workspace in which people use us is one that had shut us out. */
  readonly look: number;
}

const USUAL: Deadlines = { first: 1_000, latest: 2_500, progress: 1_000, stop: 8_000, look: 3_600_000 };

export interface SlackPlatform extends Platform {
  /** What came in over HTTP, raw, and what to answer. 503 until the platform is started. */
  receiveHttp(request: Request): Promise<Response>;
}

/** Slack as a platform. Nothing is connected before `start()`. */
export function createSlack(settings: SlackSettings): SlackPlatform {
  const { botToken, appToken, signingSecret, apiUrl, dispatch, drawChart, log } = settings;
  const deadlines: Deadlines = { ...USUAL, ...settings.deadlines };
  const clientOptions = (): WebClientOptions => ({
    ...(apiUrl && { slackApiUrl: apiUrl }),
    logger: createBoltLogger(log),
    retryConfig: { retries: 1, minTimeout: 200, maxTimeout: 400 },
    timeout: 10_000,
    rejectRateLimitedCalls: true,
  });
  const client = new webApi.WebClient(botToken, clientOptions());
  const responseUrls = createResponseUrls();
  const permissions = createPermissions();
  const converse = createConverse({
    client,
    organisers: settings.organisers ?? [],
    responseUrls,
    permissions,
    dispatch,
    log,
    observe: settings.observe,
    firstMs: deadlines.first,
    progressMs: deadlines.progress,
  });
  const socket = appToken ? createSocket({ appToken, clientOptions: clientOptions(), log }) : undefined;
  const http = createHttpReceiver({ signingSecret: signingSecret ?? "", latestMs: deadlines.latest, log });
  const installation = createInstallation(settings.communities, log, deadlines.look);
  const poster = createSlackPoster({
    botToken,
    ...(apiUrl && { apiUrl }),
    drawChart,
    log,
    gone: (workspaceId) => void track(installation.left(workspaceId)),
  });
  const running = new Set<Promise<void>>();
  let toldName = false;
  let home = "";
  let stopped: Promise<void> | undefined;
  let state: "new" | "started" | "stopping" = "new";

  async function take(body: unknown, acknowledge: Acknowledge): Promise<void> {
    if (state === "stopping") return;
    const departed = receiveDeparture(body);
    if (departed !== undefined) return track(installation.left(departed));
    const received = receive(body);
    if (!received) return acknowledge();
    watchName(body);
    void track(installation.used(home, () => client.auth.test()));
    const work = converse(received, acknowledge).catch((error: unknown) => {
      log.error({ problem: errorName(error), kind: received.kind }, "an interaction on Slack failed");
    });
    await track(work);
  }

  function track(work: Promise<void>): Promise<void> {
    running.add(work);
    return work.finally(() => running.delete(work));
  }

  /** Every command of the app is answered; a name that is not the setting's means that its manifest is another one. */
  function watchName(body: unknown): void {
    const { command } = body as { command?: unknown };
    if (typeof command !== "string" || command === settings.commandName || toldName) return;
    toldName = true;
    log.warn(
      { setting: settings.commandName, arrived: command.slice(0, 40) },
      "Slack calls our command by another name than the settings do",
    );
  }

  async function whoAmI(): Promise<{ botId: string; botUserId: string; workspaceId: string }> {
    for (let attempt = 0; ; attempt++) {
      try {
        const answer = await client.auth.test();
        permissions.heard(answer);
        const { bot_id: botId, user_id: botUserId, team_id: team = "", enterprise_id: enterprise } = answer;
        const workspaceId = (answer.is_enterprise_install && enterprise) || team;
        if (botId && botUserId) return { botId, botUserId, workspaceId };
        throw new PlatformRefused("SLACK_BOT_TOKEN", "This is not the token of a bot.", BOT_REMEDY);
      } catch (error) {
        const refused = error instanceof PlatformRefused ? error : refusedBotToken(error);
        if (refused) throw refused;
        if (state === "stopping") throw error;
        log.warn({ problem: errorName(error), attempt }, "Slack cannot be reached; trying again");
        await sleep(Math.min(30_000, 500 * 2 ** attempt));
      }
    }
  }

  return {
    name: "slack",
    poster,
    async start() {
      if (!socket && !signingSecret) {
        throw new PlatformRefused(
          "SLACK_APP_TOKEN",
          "Neither an app-level token nor a signing secret is set.",
          APP_REMEDY,
        );
      }
      const { workspaceId, ...me } = await whoAmI();
      home = workspaceId;
      void track(installation.returned(home));
      if (!permissions.mayReadFiles()) log.info("Slack lets us read no files (files:read): forms come without them");
      const app = new App({
        token: botToken,
        ...me,
        receiver: socket?.receiver ?? http,
        logger: createBoltLogger(log),
        clientOptions: clientOptions(),
        convoStore: false,
        ignoreSelf: false,
        tokenVerificationEnabled: false,
      });
      // One way for everything: what it is, receive.ts says. Events are acknowledged by Bolt itself.
      app.use(async (args) => take(args.body, "ack" in args ? (args.ack as Acknowledge) : async () => {}));
      app.error(async (error) =>
        log.error({ problem: errorName(error) }, "Bolt could not process something from Slack"),
      );
      await socket?.open();
      if (state === "new") state = "started";
    },
    connected: () => state === "started" && (socket?.connected() ?? true),
    stop() {
      stopped ??= stop();
      return stopped;
    },
    async receiveHttp(request) {
      if (state !== "started" || !signingSecret) return new Response(null, { status: 503 });
      return http.receive(request);
    },
  };

  async function stop(): Promise<void> {
    state = "stopping";
    installation.stop();
    await Promise.race([Promise.allSettled(running), sleep(deadlines.stop, undefined, { ref: false })]);
    await socket?.close();
    await responseUrls.close();
  }
}
