import { z } from "zod";

/** Everything an operator can set. All optional; read once, at start. */
export interface Config {
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  readonly playground: boolean;
  readonly logLevel: "fatal" | "error" | "warn" | "info" | "debug" | "trace";
  readonly discord: { readonly token: string; readonly apiUrl: string | undefined } | undefined;
  readonly slack: SlackConfig | undefined;
  readonly gemini: { readonly apiKey: string; readonly model: string; readonly apiUrl: string | undefined } | undefined;
}

export interface SlackConfig {
  readonly botToken: string;
  readonly appToken: string | undefined;
  readonly signingSecret: string | undefined;
  readonly apiUrl: string | undefined;
  readonly commandName: string;
  /** Ids of people who may do what admins of the workspace may. */
  readonly organisers: readonly string[];
}

/** Every wrong setting at once, each with what is expected and where to get it. */
export class WrongSettings extends Error {
  override name = "WrongSettings";
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`Wrong settings:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`);
    this.problems = problems;
  }
}

interface Setting {
  /** Empty: not set unless somebody sets it. */
  readonly usual: string;
  readonly what: string;
  readonly schema: z.ZodType<unknown, string>;
  readonly expected: string;
}

const token = (prefix: string) => z.string().regex(new RegExp(`^${prefix}\\S{4,}$`));
const url = (protocols: RegExp) => z.url({ protocol: protocols });

/** The settings table: README.md shows these same rows (test/config.test.ts). */
export const SETTINGS = {
  DATABASE_URL: {
    usual: "",
    what: "PostgreSQL to use; without it an embedded one in DATA_DIR",
    schema: url(/^postgres(ql)?$/),
    expected:
      "a PostgreSQL address such as postgresql://user:password@host:5432/greenroom, as your database host shows it",
  },
  DATA_DIR: {
    usual: "./data",
    what: "Folder of the embedded PostgreSQL; it belongs to one process",
    schema: z.string().min(1),
    expected: "a folder that this process may write to",
  },
  HOST: {
    usual: "127.0.0.1",
    what: "Address to listen on; anything but loopback opens the port to others",
    schema: z.union([z.ipv4(), z.ipv6(), z.literal("localhost")]),
    expected: "an IP address: 127.0.0.1 for this machine only, 0.0.0.0 for all",
  },
  PORT: {
    usual: "3000",
    what: "The one port: playground, Slack over HTTP, health, readiness, metrics",
    schema: z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .refine((port) => port <= 65_535),
    expected: "a whole number from 0 to 65535 (0 takes any free port)",
  },
  PLAYGROUND: {
    usual: "on without a platform, else off",
    what: "Chat with the bot in the browser, no account needed",
    schema: z.enum(["on", "off"]),
    expected: "on or off",
  },
  LOG_LEVEL: {
    usual: "info",
    what: "How much is logged",
    schema: z.enum(["fatal", "error", "warn", "info", "debug", "trace"]),
    expected: "one of fatal, error, warn, info, debug, trace",
  },
  DISCORD_TOKEN: {
    usual: "",
    what: "Bot token; turns Discord on",
    schema: z.string().regex(/^[\w-]{18,}\.[\w-]{6,}\.[\w-]{25,}$/),
    expected: "the token on the Bot page of your application at https://discord.com/developers/applications",
  },
  DISCORD_API_URL: {
    usual: "https://discord.com/api",
    what: "Another address for Discord: a proxy or a test server",
    schema: url(/^https?$/),
    expected: "an http or https address",
  },
  SLACK_BOT_TOKEN: {
    usual: "",
    what: "Bot token; turns Slack on, together with one of the next two",
    schema: token("xoxb-"),
    expected:
      "the Bot User OAuth Token (xoxb-...) on the OAuth & Permissions page of your app at https://api.slack.com/apps",
  },
  SLACK_APP_TOKEN: {
    usual: "",
    what: "App token: Slack in Socket Mode, no public address needed",
    schema: token("xapp-"),
    expected: "an app-level token (xapp-...) with connections:write, on the Basic Information page of your app",
  },
  SLACK_SIGNING_SECRET: {
    usual: "",
    what: "Signing secret: Slack over HTTP at /slack/events",
    schema: z.string().regex(/^[0-9a-f]{16,}$/i),
    expected: "the Signing Secret on the Basic Information page of your app at https://api.slack.com/apps",
  },
  SLACK_API_URL: {
    usual: "https://slack.com/api/",
    what: "Another address for Slack: a proxy or a test server",
    schema: url(/^https?$/),
    expected: "an http or https address",
  },
  SLACK_COMMAND: {
    usual: "/prep",
    what: "Name of the one slash command; all apps of a workspace share the names",
    schema: z.string().regex(/^\/[a-z0-9_-]{1,31}$/),
    expected: "a slash and up to 31 lowercase letters, digits, dashes or underscores",
  },
  SLACK_ORGANISERS: {
    usual: "",
    what: "Member IDs of people who may do what workspace admins may, such as whoever installed the app",
    schema: z.string().regex(/^[UW][A-Z0-9]{5,}(\s*,\s*[UW][A-Z0-9]{5,})*$/),
    expected: 'one or more member IDs (U...) with commas between, from "Copy member ID" in somebody\'s Slack profile',
  },
  GEMINI_API_KEY: {
    usual: "",
    what: "Key for Google's Gemini: questions, rewrites and letters for the person",
    schema: z.string().regex(/^\S{10,}$/),
    expected: "a key from https://aistudio.google.com/apikey (a paid one for people in the EEA, the UK or Switzerland)",
  },
  GEMINI_MODEL: {
    usual: "gemini-3.8-flash",
    what: "Which model",
    schema: z.string().regex(/^[a-z0-9.-]{3,60}$/),
    expected: "a model's name such as gemini-3.8-flash, from https://ai.google.dev/gemini-api/docs/models",
  },
  GEMINI_API_URL: {
    usual: "https://generativelanguage.googleapis.com",
    what: "Another address for Gemini: a proxy or a test server",
    schema: url(/^https?$/),
    expected: "an http or https address",
  },
} as const satisfies Record<string, Setting>;

type Name = keyof typeof SETTINGS;

/** Throws WrongSettings. Values that may be secrets are never repeated. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const problems: string[] = [];
  function read<N extends Name>(name: N): z.output<(typeof SETTINGS)[N]["schema"]> | undefined {
    const given = environment[name]?.trim();
    if (!given) return undefined;
    const { schema, expected } = SETTINGS[name];
    const parsed = schema.safeParse(given);
    if (parsed.success) return parsed.data as z.output<(typeof SETTINGS)[N]["schema"]>;
    problems.push(`${name} should be ${expected}.`);
    return undefined;
  }
  const values = {
    databaseUrl: read("DATABASE_URL"),
    dataDir: read("DATA_DIR") ?? SETTINGS.DATA_DIR.usual,
    host: read("HOST") ?? SETTINGS.HOST.usual,
    port: read("PORT") ?? Number(SETTINGS.PORT.usual),
    logLevel: read("LOG_LEVEL") ?? SETTINGS.LOG_LEVEL.usual,
  };
  const discordToken = read("DISCORD_TOKEN");
  const discordUrl = read("DISCORD_API_URL");
  const slack = {
    botToken: read("SLACK_BOT_TOKEN"),
    appToken: read("SLACK_APP_TOKEN"),
    signingSecret: read("SLACK_SIGNING_SECRET"),
    apiUrl: read("SLACK_API_URL"),
    commandName: read("SLACK_COMMAND") ?? SETTINGS.SLACK_COMMAND.usual,
    organisers: read("SLACK_ORGANISERS")?.split(/\s*,\s*/) ?? [],
  };
  const geminiKey = read("GEMINI_API_KEY");
  const gemini = { model: read("GEMINI_MODEL") ?? SETTINGS.GEMINI_MODEL.usual, apiUrl: read("GEMINI_API_URL") };
  const playground = read("PLAYGROUND");
  const given = (name: Name) => Boolean(environment[name]?.trim());
  if (given("SLACK_BOT_TOKEN") && !given("SLACK_APP_TOKEN") && !given("SLACK_SIGNING_SECRET")) {
    problems.push(
      `SLACK_BOT_TOKEN needs one more: SLACK_APP_TOKEN (Socket Mode: ${SETTINGS.SLACK_APP_TOKEN.expected}) or ` +
        `SLACK_SIGNING_SECRET (HTTP: ${SETTINGS.SLACK_SIGNING_SECRET.expected}).`,
    );
  }
  if (!given("SLACK_BOT_TOKEN") && (given("SLACK_APP_TOKEN") || given("SLACK_SIGNING_SECRET"))) {
    problems.push(`SLACK_BOT_TOKEN is missing: ${SETTINGS.SLACK_BOT_TOKEN.expected}.`);
  }
  if (problems.length > 0) throw new WrongSettings(problems);
  return {
    ...values,
    playground: playground ? playground === "on" : !discordToken && !slack.botToken,
    discord: discordToken ? { token: discordToken, apiUrl: discordUrl } : undefined,
    slack: slack.botToken ? { ...slack, botToken: slack.botToken } : undefined,
    gemini: geminiKey ? { ...gemini, apiKey: geminiKey } : undefined,
  };
}
