import { startDiscordSide } from "./posting-on-discord.ts";
import { startSlackSide } from "./posting-on-slack.ts";
import type { Part, StormPlatform } from "./posting-slots.ts";
import type { Forecast, Weather } from "./posting-weather.ts";

/** A platform's server with the weather before it, and what its journal says. */
export interface Side {
  /** What a replica is started with to reach it. */
  readonly settings: Readonly<Record<string, string>>;
  readonly weather: Weather;
  placeOf(n: number): { readonly workspaceId: string; readonly channelId: string };
  /** Who is told when something is wrong with a post. */
  readonly organiser: { readonly workspaceId: string; readonly platformUserId: string };
  /** Every message that stands in the channels and threads of the slots. */
  standing(): Standing[];
  counts(): Counts;
  /** How a nonce is to be seen in a message. */
  markOf(nonce: string): string;
  /** What the platform would refuse, or what must not be. */
  violations(): string[];
  stop(): Promise<void>;
}

export interface Standing {
  readonly n: number;
  readonly part: Part;
  /** As a row has it. */
  readonly ref: string;
  /** Of a message in a thread: the one that the thread stands below. */
  readonly below: string | undefined;
  readonly mark: string;
  readonly text: string;
  readonly pictured: boolean;
}

export interface Counts {
  readonly lookedUp: number;
  /** Sent again without making a second message. */
  readonly sameNonce: number;
  readonly withdrawn: number;
  /** Of the server's own, besides those of the weather. */
  readonly toldToWait: number;
}

export interface SideSettings extends Pick<Forecast, "random" | "loses"> {
  readonly slots: number;
  /** Whether the Slack app may read what stands in channels. */
  readonly history: boolean;
}

export async function startSides(settings: SideSettings): Promise<Record<StormPlatform, Side>> {
  const [discord, slack] = await Promise.all([startDiscordSide(settings), startSlackSide(settings)]);
  return { discord, slack };
}
