import type { Poster as PosterOf } from "#src/coach/posting/poster.ts";
import type { PlatformName } from "./interaction.ts";
import type { Message } from "./message.ts";

/** Posts to channels without anybody having asked for it at that moment. */
export type Poster = PosterOf<Message>;

/** Hears from a platform which communities the bot is in. */
export interface Communities {
  /** It was removed there, or its token was taken back. An outage is neither. */
  left(workspaceId: string): Promise<void>;
  returned(workspaceId: string): Promise<void>;
}

/** What main.ts needs of a chat platform. Everything else goes the other way: the platform calls dispatch. */
export interface Platform {
  readonly name: PlatformName;
  /**
   * Connects, publishes the commands where the platform wants them, and begins to listen. Throws PlatformRefused when
   * the platform says that the settings are wrong; everything else is retried inside.
   */
  start(): Promise<void>;
  /** Whether interactions can arrive at this moment. */
  connected(): boolean;
  /** Absent where nothing can be posted by itself. */
  readonly poster?: Poster;
  /** Takes nothing new, waits for what is being answered, and disconnects. */
  stop(): Promise<void>;
}

/** The platform refused our settings: trying again would change nothing. */
export class PlatformRefused extends Error {
  override name = "PlatformRefused";
  /** The setting that is wrong, and where the right one is to be had. */
  readonly setting: string;
  readonly remedy: string;

  constructor(setting: string, problem: string, remedy: string, options?: ErrorOptions) {
    super(problem, options);
    this.setting = setting;
    this.remedy = remedy;
  }
}
