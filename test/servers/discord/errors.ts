/** Discord's own refusals: HTTP status, JSON error code and sentence. https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
const refusals = {
  unauthorized: [401, 0, "401: Unauthorized"],
  notFound: [404, 0, "404: Not Found"],
  methodNotAllowed: [405, 0, "405: Method Not Allowed"],
  unknownApplication: [404, 10002, "Unknown Application"],
  unknownChannel: [404, 10003, "Unknown Channel"],
  unknownGuild: [404, 10004, "Unknown Guild"],
  unknownMember: [404, 10007, "Unknown Member"],
  unknownMessage: [404, 10008, "Unknown Message"],
  unknownUser: [404, 10013, "Unknown User"],
  unknownWebhook: [404, 10015, "Unknown Webhook"],
  unknownInteraction: [404, 10062, "Unknown interaction"],
  unknownCommand: [404, 10063, "Unknown application command"],
  dailyCommandCreates: [400, 30034, "Max number of daily application command creates has been reached (200)"],
  tooLarge: [413, 40005, "Request entity too large"],
  alreadyAcknowledged: [400, 40060, "Interaction has already been acknowledged."],
  tooManyFollowUps: [400, 40094, "This interaction has hit the maximum number of follow-up messages"],
  missingAccess: [403, 50001, "Missing Access"],
  notYourMessage: [403, 50005, "Cannot edit a message authored by another user"],
  emptyMessage: [400, 50006, "Cannot send an empty message"],
  cannotMessageUser: [403, 50007, "Cannot send messages to this user"],
  missingPermissions: [403, 50013, "Missing Permissions"],
  wrongChannelType: [400, 50024, "Cannot execute action on this channel type"],
  invalidWebhookToken: [401, 50027, "Invalid Webhook Token"],
  invalidJson: [400, 50109, "The request body contains invalid JSON."],
  noMutualGuilds: [403, 50278, "Cannot send messages to this user due to having no mutual guilds"],
  threadExists: [400, 160004, "A thread has already been created for this message"],
  threadLocked: [400, 160005, "Thread is locked"],
  tooManyThreads: [400, 160006, "Maximum number of active threads reached"],
} as const satisfies Record<string, readonly [number, number, string]>;

/** An answer other than 2xx; routes throw it and the HTTP side writes it. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: object | undefined;

  constructor(status: number, code: number, message: string, errors?: object) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

export function refusal(name: keyof typeof refusals): ApiError {
  const [status, code, message] = refusals[name];
  return new ApiError(status, code, message);
}

export type Path = readonly (string | number)[];

/**
 * Collects what is wrong with a body, to be refused at once as 400 / 50035 in Discord's nested `errors` shape.
 * The shape is Discord's; the names inside `_errors` are not documented and partly our own: do not branch on them.
 */
export interface Problems {
  add(path: Path, code: string, message: string): void;
  readonly count: number;
  /** Throws the 50035 when anything was added. */
  refuse(): void;
}

export function createProblems(): Problems {
  const errors: Nested = {};
  let count = 0;
  return {
    add(path, code, message) {
      count += 1;
      let at = errors;
      for (const key of path) {
        at[String(key)] ??= {};
        at = at[String(key)] as Nested;
      }
      at["_errors"] ??= [];
      (at["_errors"] as object[]).push({ code, message });
    },
    get count() {
      return count;
    },
    refuse() {
      if (count > 0) throw new ApiError(400, 50035, "Invalid Form Body", errors);
    },
  };
}

interface Nested {
  [key: string]: Nested | object[];
}
